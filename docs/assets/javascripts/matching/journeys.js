/**
 * What is asked first of somebody who is bereaved, or who looks after somebody, and what follows from the answers. The
 * words are in `schema/`, and reach the browser as `journeys` of data/search/matching.json.
 */

import { spanChoices } from "./journey_times.js";
import { SHOWN } from "./match.js";
import { own } from "./table.js";

const GRIEF = "bereavement";
const CARE = "carer-support";
const ADULT = 18 * 12;

/** Whom being under 18 makes somebody, by what they come with. */
const UNDER_18 = Object.freeze({ [GRIEF]: "bereaved-child", [CARE]: "young-carer" });

/** A parent whose child has died was offered this first too often, by people who knew of nothing else. */
const NEVER_FIRST = Object.freeze({ group: "bereaved-parent", type: "talking-therapies" });

function chain(need, { needs }) {
  return own(needs, need) ?? [need];
}

/** @returns {boolean} whether anything the person comes with is a need or lies within it */
export function isAbout(need, answers, { grammar }) {
  return answers.needs.some((each) => chain(each, grammar).includes(need));
}

/** What being under 18 adds, where nobody has said otherwise. */
function byAge(answers, world) {
  const young = answers.age && answers.age[1] < ADULT;
  const groups = young ? Object.keys(UNDER_18).filter((need) => isAbout(need, answers, world)).map((need) => UNDER_18[need]) : [];
  return Object.fromEntries(groups.map((group) => [group, true]));
}

/** The narrower needs in place of the wider ones that they lie within: a parent whose child has died needs help with that. */
function narrowed(needs, people, { grammar }) {
  const told = Object.keys(people).filter((group) => people[group]);
  const found = told.map((group) => own(grammar.journeys.needs_of, group)).filter(Boolean);
  const narrower = [...new Set(found)].filter((need) => needs.some((each) => chain(need, grammar).includes(each)));
  const kept = needs.filter((need) => !narrower.some((each) => each !== need && chain(each, grammar).includes(need)));
  return [...new Set([...kept, ...narrower])];
}

/**
 * The answers with what follows from them. It is worked out each time and never kept, so that taking an answer back takes
 * this back too.
 *
 * @param {object} answers as `answersFrom` gives them @param {object} world @returns {object}
 */
export function journeyAnswers(answers, world) {
  const people = { ...byAge(answers, world), ...answers.people };
  return { ...answers, people, needs: narrowed(answers.needs, people, world) };
}

/** Where the answer may lie: in the area chosen, or in one beside it. */
function areaChoices({ areas = {}, neighbours = [] }) {
  const here = areas.practice ?? areas.home;
  return [...(here ? [here] : []), ...neighbours].map(({ id, name }) => ({ value: id, label: name }));
}

/** Whether nothing is left to ask: it was answered, or follows from something else that was. */
const SETTLED = Object.freeze({
  people: ({ code, choices }, answers, { grammar }) => {
    const groups = choices.flatMap(({ people }) => Object.keys(people));
    const need = groups.some((group) => answers.needs.includes(own(grammar.journeys.needs_of, group)));
    const ageSays = code === UNDER_18[CARE] && Boolean(answers.age);
    const yes = groups.some((group) => answers.people[group] === true);
    const no = choices.some(({ people }) => Object.keys(people).some((group) => people[group] === "no" && answers.people[group] === false));
    return need || ageSays || yes || no;
  },
  since: (question, { since_event: since }) => since !== undefined,
  area: ({ about }, { areas, people }) => own(areas, about) !== undefined || people["young-carer"] === true || people["parent-carer"] === true,
});

/** A question as it is asked; null where there is nothing to choose from. */
function asked(question, answers, world) {
  const { kind, code, text, about } = question;
  const choices = { people: () => question.choices, since: () => spanChoices(answers, world), area: () => areaChoices(world) }[kind]();
  const more = { people: {}, since: { typed: true }, area: { tie: about, elsewhere: true } }[kind];
  return choices.length ? { kind, code, text, choices, ...more } : null;
}

/**
 * The questions that come before all others, in their order.
 *
 * @param {object} answers as `journeyAnswers` gives them @param {object} world
 * @returns {{kind: "people" | "since" | "area", code: string, tie?: string, text: string,
 *   choices: {value: string, label: string, people?: Record<string, "yes" | "no">}[], typed?: boolean, elsewhere?: boolean}[]}
 *   `people` is what a choice says; `typed` that another time may be typed, `elsewhere` that any area may be chosen
 */
export function journeyQuestions(answers, world) {
  const open = world.grammar.journeys.questions.filter((question) => question.needs.some((need) => isAbout(need, answers, world)));
  return open
    .filter((question) => !SETTLED[question.kind](question, answers, world))
    .map((question) => asked(question, answers, world))
    .filter(Boolean);
}

/** @returns {string | null} what to call the age, where it might be taken for somebody else's */
export function journeyAgeLabel(answers, world) {
  const { sentences } = world.grammar.journeys;
  if (isAbout(GRIEF, answers, world)) return sentences.age_bereaved;
  return isAbout(CARE, answers, world) ? sentences.age_carer : null;
}

/** @returns {boolean} whether a child of the person has died, as was answered or as the need says */
export function isBereavedParent({ people, needs }, { grammar }) {
  return people[NEVER_FIRST.group] === true || needs.includes(own(grammar.journeys.needs_of, NEVER_FIRST.group));
}

/**
 * The matches in the order shown: within each group shown, what a bereaved parent must never be offered first comes last.
 *
 * @param {object[]} matches in the engine's order
 */
export function journeyOrder(matches, answers, world) {
  if (!isBereavedParent(answers, world)) return matches;
  const last = ({ service }) => service.type === NEVER_FIRST.type;
  return matches
    .map((match, order) => ({ match, at: SHOWN[match.outcome] * 2 + (last(match) ? 1 : 0), order }))
    .sort((a, b) => a.at - b.at || a.order - b.order)
    .map(({ match }) => match);
}
