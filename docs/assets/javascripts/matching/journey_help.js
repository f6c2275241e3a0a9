/** What belongs with a journey beside the results: help made for the very loss, and the assessments owed to carers. */

import { mayServe, placesAround } from "./area.js";
import { isAbout, isBereavedParent } from "./journeys.js";
import { DOES_NOT_FIT } from "./match.js";
import { NOT_MET } from "./operators.js";
import { fill } from "./phrases.js";
import { own } from "./table.js";

const GRIEF = "bereavement";
const CARE = "carer-support";
const CARERS = "carers-service";

function within(need, wider, { needs }) {
  return (own(needs, need) ?? [need]).includes(wider);
}

/** Whether a service is made for the loss: it names the narrower need, or does nothing but bereavement. */
function madeFor({ needs = [], type }, answers, { grammar }) {
  const sought = answers.needs.filter((need) => within(need, GRIEF, grammar));
  const named = needs.filter((need) => sought.includes(need));
  const only = type === "bereavement-service" || needs.every((need) => within(need, GRIEF, grammar));
  return named.some((need) => need !== GRIEF || only);
}

/** What should be known before anybody is sent anywhere. */
function notesOf(matches, answers, world) {
  const { sentences } = world.grammar.journeys;
  const early = ({ criterion, state }) => criterion === "time_since_event" && state === NOT_MET;
  const waiting = matches.filter(({ service, reasons }) => reasons.some(early) && service.criteria.time.limit[0] > answers.since_event);
  return [
    isBereavedParent(answers, world) ? sentences.child_died : sentences.grief,
    ...(answers.people["bereaved-by-suicide"] === true ? [sentences.suicide] : []),
    ...waiting.map(({ service }) => fill(sentences.waits, { service: service.name, time: service.criteria.time.say })),
  ];
}

/**
 * @param {object[]} matches of all services @param {object} answers as `journeyAnswers` gives them @param {object} world
 * @returns {{local: object[], national: object[], notes: string[]} | null} null where nobody has died
 */
export function griefHelp(matches, answers, world) {
  if (!isAbout(GRIEF, answers, world)) return null;
  const made = matches.filter(({ outcome, service }) => outcome !== DOES_NOT_FIT && madeFor(service, answers, world));
  return {
    local: made.filter(({ service }) => !service.national),
    national: made.filter(({ service }) => service.national),
    notes: notesOf(matches, answers, world),
  };
}

/** The assessments that may be owed, by what was answered; a child is owed another one than an adult. */
function owed({ people, age }, { journeys }) {
  const told = (group) => people[group] === true;
  const unsure = !age && people["young-carer"] === undefined;
  const groups = told("young-carer") ? ["young-carer"] : told("parent-carer") ? ["parent-carer"] : ["carer", ...(unsure ? ["young-carer"] : [])];
  return journeys.assessments.filter((each) => each.people.some((group) => groups.includes(group)));
}

/** Those to ask among services: made for carers before others, local before the national entry. */
function toAsk(assessment, area, world) {
  const places = new Set(placesAround(area, world));
  const fitting = [...world.services.values()].filter(
    ({ type, needs = [], status }) => type === assessment.target && status !== "defunct" && needs.some((need) => assessment.needs.includes(need)),
  );
  const serving = fitting.filter((record) => mayServe(record, places));
  const local = serving.filter((record) => !record.national);
  const made = local.filter(({ criteria }) => criteria?.only?.length);
  return made.length ? made : local.length ? local : serving;
}

/** Where the tie that decides which council was not answered, the home is taken to be where the practice is. */
function placeOf({ about }, { areas }) {
  return own(areas, about) ?? (about === "home" ? own(areas, "practice") : undefined);
}

function assessmentFor(each, answers, world) {
  const { sentences } = world.grammar.journeys;
  const area = placeOf(each, answers);
  const ask = area ? toAsk(each, area, world) : [];
  const local = ask.some((record) => !record.national);
  const council = each.about === "home" ? sentences.ask_council_home : sentences.ask_council_cared_for;
  const { label, description, source } = each;
  return { label, description, law: fill(sentences.law, { law: source }), ask, note: !area ? sentences.where_first : local ? "" : council };
}

/**
 * @param {object[]} matches of all services @param {object} answers as `journeyAnswers` gives them @param {object} world
 * @returns {{support: object[], assessments: {label: string, description: string, law: string, ask: object[], note: string}[],
 *   elsewhere: string} | null} null where nobody looks after anybody; `elsewhere` is said where the law is another
 */
export function carersHelp(matches, answers, world) {
  if (!isAbout(CARE, answers, world)) return null;
  const here = Object.values(answers.areas).flatMap((area) => placesAround(area, world));
  const counts = ({ areas }) => !here.length || areas.some((area) => here.includes(area));
  const assessments = owed(answers, world.grammar).filter(counts);
  return {
    support: matches.filter(({ outcome, service }) => outcome !== DOES_NOT_FIT && service.type === CARERS),
    assessments: assessments.map((each) => assessmentFor(each, answers, world)),
    elsewhere: assessments.length ? "" : world.grammar.journeys.sentences.elsewhere,
  };
}
