/**
 * Filters of results: any of the choices within a group, all of the groups. No DOM here.
 *
 * Unknown never satisfies a filter; what is left out for no other reason is counted, so that it can be said. Nothing here
 * looks at whether a service takes referrals: one that is closed stays listed.
 */

import { clockOf, isOpen } from "./hours.js";

/** Nothing to pay, whoever pays for it: one choice, so that nobody who looks for "free" misses what the NHS pays for. */
const ANY_FREE = "any-free";
const FREE = new Set(["free-nhs", "free", "donation"]);
const INTERPRETERS = "interpreters";
const YES_OR_NO = Object.freeze({ yes: true, no: false });

/**
 * The choice that a code stands for: every kind of "free" is the same choice, in an old link too.
 *
 * @param {string} group @param {string} code @returns {string}
 */
export function choiceOf(group, code) {
  return group === "cost" && FREE.has(code) ? ANY_FREE : code;
}

/** A list that was stated says no to what is not in it; an empty one says nothing. */
function listed(list = []) {
  return (code) => (list.length ? list.includes(code) : null);
}

/** A list that only ever says yes: nobody writes down the access that there is not. */
function offered(list = []) {
  return (code) => list.includes(code) || null;
}

function language({ spoken, interpreters }) {
  const speaks = listed(spoken);
  return (code) => (code === INTERPRETERS ? (YES_OR_NO[interpreters] ?? null) : speaks(code));
}

function cost({ cost: kind }) {
  return (code) => (kind ? choiceOf("cost", kind) === choiceOf("cost", code) : null);
}

/** Who is reached only through another service cannot refer themselves there; where nobody says who may refer, it is open. */
function self({ self: can, via, refer }) {
  if (via) return false;
  return can ? true : refer ? false : null;
}

/** For each group: of a service, whether a choice is true of it (null: nobody has said). */
const GROUPS = Object.freeze({
  language,
  cost,
  delivery: ({ delivery }) => listed(delivery),
  access: ({ access }) => offered(access),
  self: (service) => () => self(service),
  open: ({ open }, clock) => () => isOpen(open, clock),
});
const SWITCHES = Object.freeze(["self", "open"]);

/** The choices that a service satisfies, for counting. */
const CHOICES = Object.freeze({
  language: ({ spoken = [], interpreters }) => [...spoken, ...(interpreters === "yes" ? [INTERPRETERS] : [])],
  cost: ({ cost: kind }) => (kind ? [choiceOf("cost", kind)] : []),
  delivery: ({ delivery = [] }) => delivery,
  access: ({ access = [] }) => access,
});

function chosenIn(filters, group) {
  if (SWITCHES.includes(group)) return filters[group] ? [group] : [];
  return filters[group] ?? [];
}

/** One group: true by any of its choices, otherwise unknown if any of them is. */
function anyOf(codes, says) {
  const told = codes.map(says);
  return told.includes(true) || (told.includes(null) ? null : false);
}

/** The groups in which something is chosen and that a service does not satisfy, with false or null (unknown). */
function failing(service, asked, clock) {
  const judged = asked.map(([group, codes]) => [group, anyOf(codes, GROUPS[group](service, clock))]);
  return judged.filter(([, state]) => state !== true);
}

function askedOf(filters) {
  return Object.keys(GROUPS).map((group) => [group, chosenIn(filters, group)]).filter(([, codes]) => codes.length);
}

/**
 * The matches that satisfy the filters.
 *
 * @param {{service: object}[]} matches @param {object} filters as in the state @param {Date} now
 * @returns {{kept: object[], out: number, unknown: number, leftOut: Record<string, number>}} how many are left out; how many
 *   of them only because nobody has said, and by which group
 */
export function narrowed(matches, filters, now) {
  const asked = askedOf(filters);
  const clock = clockOf(now);
  if (!asked.length) return { kept: [...matches], out: 0, unknown: 0, leftOut: {} };
  const told = { kept: [], out: 0, unknown: 0, leftOut: {} };
  for (const match of matches) {
    const fails = failing(match.service, asked, clock);
    if (!fails.length) told.kept.push(match);
    else {
      told.out += 1;
      if (fails.every(([, state]) => state === null)) {
        told.unknown += 1;
        for (const [group] of fails) told.leftOut[group] = (told.leftOut[group] ?? 0) + 1;
      }
    }
  }
  return told;
}

/**
 * For each choice, how many matches are it, given what is chosen in the other groups. The choices are those that any
 * match offers.
 *
 * @param {{service: object}[]} matches @param {object} filters as in the state @param {Date} now
 * @returns {{language: Record<string, number>, cost: Record<string, number>, delivery: Record<string, number>,
 *   access: Record<string, number>, self: number, open: number}}
 */
export function countsOf(matches, filters, now) {
  const asked = askedOf(filters);
  const clock = clockOf(now);
  const counts = { language: {}, cost: {}, delivery: {}, access: {}, self: 0, open: 0 };
  for (const { service } of matches) {
    const fails = failing(service, asked, clock);
    const counted = (group) => !fails.length || (fails.length === 1 && fails[0][0] === group);
    for (const [group, choicesOf] of Object.entries(CHOICES)) {
      for (const code of choicesOf(service)) counts[group][code] = (counts[group][code] ?? 0) + (counted(group) ? 1 : 0);
    }
    for (const group of SWITCHES) {
      if (counted(group) && GROUPS[group](service, clock)() === true) counts[group] += 1;
    }
  }
  return counts;
}
