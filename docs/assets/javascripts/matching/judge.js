/**
 * The criteria of one service against what is known of a person: the twin of `rightdoor.matching.judge`.
 *
 * Codes and places, never a sentence, in the order in which a GP reads them. What nobody has said is never met.
 */

import { judgeArea } from "./area.js";
import { atLeast, between, CHECK, is, MET, noneOf, NOT_ASKED, NOT_MET, oneOf } from "./operators.js";
import { restOf } from "./risk.js";
import { chainOf, own } from "./table.js";

const NONE = Object.freeze([]);
const YES = Object.freeze(["yes"]);
const NO = Object.freeze(["no"]);

/** Bands compare by their place in the vocabulary; a foreign one may be any, or worse, and is checked. */
function bandOf(severity, severities) {
  if (severity === undefined) return null;
  const rank = severities.findIndex((each) => each.code === severity);
  return rank < 0 ? [-1, severities.length] : [rank, rank];
}

/** Age, severity and area, which are listed even where nobody has said anything. */
function limits(ready, { answers }, world, found) {
  const { age, severity, area } = ready.criteria;
  const band = bandOf(answers.severity, world.grammar.severities);
  found.push(ready.age(between(answers.age, age?.limit)));
  found.push(ready.severity(between(band, severity?.limit)));
  found.push(ready.area(judgeArea(area, answers.areas, world)));
}

/** The time since a death or other event; where neither side speaks of one there is nothing to list. */
function time(ready, { answers: { since_event: since } }, found) {
  const stated = ready.criteria.time;
  if (!stated && since === undefined) return;
  found.push(ready.time(between(since === undefined ? null : [since, since], stated?.limit)));
}

/** Whether what a row refuses is true of the person; within a time it must be known when. */
function applies({ within }, said) {
  if (within === undefined) return noneOf(typeof said === "number" ? "yes" : said, YES);
  if (typeof said === "number") return atLeast(said, within + 1);
  return oneOf(said === null ? null : [said], NO, YES);
}

/** Whether a row shuts the person out, unless who refers opens the door again. */
function excluded(row, told, { who }) {
  const state = applies(row, told.flag(row.r));
  if (state === MET || state === NOT_ASKED || !row.via) return state;
  if (told.answers.route === undefined) return CHECK;
  return oneOf(chainOf(who, told.answers.route), row.via) === MET ? MET : state;
}

/** Whether a reason is true of the person, now or some time ago. */
function isTold(code, told) {
  const said = told.flag(code);
  return said !== null && said !== "no";
}

/** The three lists: does not take, check first, takes despite (the last only where it applies). */
function rows({ not, first, despite }, told, grammar, found) {
  for (const { row, as } of not) found.push(as(excluded(row, told, grammar)));
  for (const { row, as } of first) {
    const state = excluded(row, told, grammar);
    found.push(as(state === NOT_MET ? CHECK : state));
  }
  for (const { row, as } of despite) if (isTold(row.r, told)) found.push(as(MET));
}

/** The list as a whole, and what is true of the person but in no list: silence is not leave to refer. */
function unlisted(ready, told, { reasons }, found) {
  found.push(...ready.whole);
  const stated = ready.criteria.not?.length === 0 ? NONE : null;
  for (const code of told.reasons) {
    const silent = told.flag(code) !== "no" && !ready.settled.has(code) && !own(reasons, code)?.risk;
    if (silent) found.push(ready.unlisted(code)(noneOf("yes", stated)));
  }
}

/** A reason for each risk that was told; where a level is stated, one for all the rest. */
function risk({ risk: { stated, asked, above, rest } }, told, found) {
  for (const { code, reason } of asked) if (isTold(code, told)) found.push(reason);
  if (stated) found.push(rest(restOf(above, told)));
}

/**
 * Every criterion of a service against the answers, in a GP's order.
 *
 * @param {object} ready what `prepared` made of the service @param {object} told as `toldBy` gives it @param {object} world
 * @returns {{criterion: string, state: string, code: string, to: string[], place: [string, number?] | []}[]} `place` is
 *   the list of the record's criteria and the row in it; empty where the service has not said
 */
export function judge(ready, told, world) {
  const found = [];
  limits(ready, told, world, found);
  for (const { row, as } of ready.only) found.push(as(is(told.is(row.r), true)));
  time(ready, told, found);
  rows(ready, told, world.grammar, found);
  unlisted(ready, told, world.grammar, found);
  risk(ready, told, found);
  return found;
}
