/**
 * The criteria of one service against what is known of a person: the twin of `rightdoor.matching.judge`.
 *
 * Codes and places, never a sentence, in the order in which a GP reads them. What nobody has said is never met.
 */

import { judgeArea } from "./area.js";
import { atLeast, between, CHECK, is, MET, noneOf, NOT_ASKED, NOT_MET, oneOf } from "./operators.js";
import { judgeRisk, riskOf } from "./risk.js";
import { chainOf, own } from "./table.js";

const NONE = Object.freeze([]);
const NOTHING_STATED = Object.freeze({});
const LISTS = ["only", "not", "first", "despite"];

function reason(criterion, state, code, to, place) {
  return { criterion, state, code, to: to ?? NONE, place };
}

function limit(criterion, name, stated, state) {
  return reason(criterion, state, "", stated?.to, stated ? [name] : NONE);
}

/** Bands compare by their place in the vocabulary; a foreign one may be any, or worse, and is checked. */
function bandOf(severity, severities) {
  if (severity === undefined) return null;
  const rank = severities.findIndex((each) => each.code === severity);
  return rank < 0 ? [-1, severities.length] : [rank, rank];
}

/** Age, severity and area, which are listed even where nobody has said anything. */
function limits({ age, severity, area }, { answers }, world) {
  const band = bandOf(answers.severity, world.grammar.severities);
  return [
    limit("age", "age", age, between(answers.age, age?.limit)),
    limit("severity", "severity", severity, between(band, severity?.limit)),
    limit("area", "area", area, judgeArea(area, answers.areas, world)),
  ];
}

/** The time since a death or other event; where neither side speaks of one there is nothing to list. */
function time({ time: stated }, { answers: { since_event: since } }) {
  if (!stated && since === undefined) return NONE;
  return [limit("time_since_event", "time", stated, between(since === undefined ? null : [since, since], stated?.limit))];
}

/** Whether what a row refuses is true of the person; within a time it must be known when. */
function applies({ within }, said) {
  if (within === undefined) return noneOf(typeof said === "number" ? "yes" : said, ["yes"]);
  if (typeof said === "number") return atLeast(said, within + 1);
  return oneOf(said === null ? null : [said], ["no"], ["yes"]);
}

/** Whether a row shuts the person out, unless who refers opens the door again. */
function excluded(row, told, { who }) {
  const state = applies(row, told.flag(row.r));
  if (state === MET || state === NOT_ASKED || !row.via) return state;
  if (told.answers.route === undefined) return CHECK;
  return oneOf(chainOf(who, told.answers.route), row.via) === MET ? MET : state;
}

/** The three lists: does not take, check first, takes despite (the last only where it applies). */
function rows({ not = NONE, first = NONE, despite = NONE }, told, grammar) {
  const refused = not.map((row, at) => {
    const criterion = row.within === undefined ? "does_not_take" : "recently";
    return reason(criterion, excluded(row, told, grammar), row.r, row.to, ["not", at]);
  });
  const checked = first.map((row, at) => {
    const state = excluded(row, told, grammar);
    return reason("check_first", state === NOT_MET ? CHECK : state, row.r, row.to, ["first", at]);
  });
  const taken = despite.map((row, at) => reason("takes_despite", MET, row.r, row.to, ["despite", at]));
  return [...refused, ...checked, ...taken.filter(({ code }) => ![null, "no"].includes(told.flag(code)))];
}

/** The list as a whole, and what is true of the person but in no list: silence is not leave to refer. */
function unlisted({ not }, told, { reasons }, settled) {
  const whole = not?.length ? NONE : [reason("exclusions", not ? MET : NOT_ASKED, "", NONE, NONE)];
  const stated = not?.length === 0 ? NONE : null;
  const silent = told.reasons.filter((code) => told.flag(code) !== "no" && !settled.has(code) && !own(reasons, code)?.risk);
  return [...whole, ...silent.map((code) => reason("unlisted", noneOf("yes", stated), code, NONE, NONE))];
}

function risk({ risk: holds }, told, asked) {
  const place = holds === undefined ? NONE : ["risk"];
  return judgeRisk(asked, told).map(({ code, state }) => reason("risk", state, code, NONE, place));
}

/** The reasons and groups that a service speaks of in any of its lists. */
function listed(criteria) {
  return new Set(LISTS.flatMap((name) => criteria[name] ?? NONE).map(({ r }) => r));
}

/** What of a service's criteria does not depend on the person, made once for each world. */
export function prepared({ criteria = NOTHING_STATED }, grammar) {
  const settled = listed(criteria);
  return { settled, risk: riskOf(criteria.risk, settled, grammar) };
}

/**
 * Every criterion of a service against the answers, in a GP's order.
 *
 * @param {{criteria?: object}} record @param {object} told as `toldBy` gives it @param {object} world
 * @param {object} ready what `prepared` made of the record
 * @returns {{criterion: string, state: string, code: string, to: string[], place: [string, number?] | []}[]} `place` is
 *   the list of the record's criteria and the row in it; empty where the service has not said
 */
export function judge({ criteria = NOTHING_STATED }, told, world, ready) {
  const { grammar } = world;
  return [
    ...limits(criteria, told, world),
    ...(criteria.only ?? NONE).map((row, at) => reason("only", is(told.is(row.r), true), row.r, row.to, ["only", at])),
    ...time(criteria, told),
    ...rows(criteria, told, grammar),
    ...unlisted(criteria, told, grammar, ready.settled),
    ...risk(criteria, told, ready.risk),
  ];
}
