/**
 * What of a service does not depend on the person, made once for each world: its reasons in each state that they can come
 * to, and how the risk it can hold stands to each risk that can be told. Five hundred services are matched at every key
 * press; made anew each time, their reasons alone would cost more than all the comparing.
 */

import { flagsOf } from "./flags.js";
import { MET, NOT_ASKED } from "./operators.js";
import { riskOf } from "./risk.js";

const NONE = Object.freeze([]);
const NOTHING_STATED = Object.freeze({});

/** A reason in any state, each made when it is first needed. */
function inAnyState(criterion, code, to = NONE, place = NONE) {
  const made = {};
  return (state) => (made[state] ??= Object.freeze({ criterion, state, code, to, place }));
}

function limit(criterion, name, stated) {
  return inAnyState(criterion, "", stated?.to, stated && [name]);
}

function rows(name, stated, criterion) {
  return (stated ?? NONE).map((row, at) => ({ row, as: inAnyState(criterion(row), row.r, row.to, [name, at]) }));
}

/** The list of refusals as a whole, where it is empty or was never stated. */
function whole(not) {
  return not?.length ? NONE : [inAnyState("exclusions", "")(not ? MET : NOT_ASKED)];
}

function risk({ risk: holds }, settled, grammar) {
  const place = holds === undefined ? NONE : ["risk"];
  const as = (code) => inAnyState("risk", code, NONE, place);
  const { stated, asked, above } = riskOf(holds, settled, grammar);
  return { stated, above, asked: asked.map(({ code, state }) => ({ code, reason: as(code)(state) })), rest: as("") };
}

/**
 * @param {object} record @param {object} world
 * @returns {object} for each criterion its reason in any state, the reasons that are in some list (`settled`), and flags
 */
export function prepared(record, world) {
  const criteria = record.criteria ?? NOTHING_STATED;
  const lists = {
    only: rows("only", criteria.only, () => "only"),
    not: rows("not", criteria.not, ({ within }) => (within === undefined ? "does_not_take" : "recently")),
    first: rows("first", criteria.first, () => "check_first"),
    despite: rows("despite", criteria.despite, () => "takes_despite"),
  };
  const settled = new Set(Object.values(lists).flatMap((list) => list.map(({ row }) => row.r)));
  return {
    criteria,
    age: limit("age", "age", criteria.age),
    severity: limit("severity", "severity", criteria.severity),
    area: limit("area", "area", criteria.area),
    time: limit("time_since_event", "time", criteria.time),
    ...lists,
    whole: whole(criteria.not),
    unlisted: (code) => inAnyState("unlisted", code),
    settled,
    risk: risk(criteria, settled, world.grammar),
    flags: Object.freeze(flagsOf(record, world)),
  };
}
