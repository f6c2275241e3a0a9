/** Phrases that mean something before any search: words of crisis, and abbreviations with several meanings. */

import { fold, nearlySame, words } from "../common/text.js";

/** Words shorter than this are compared exactly: "SI" must not be found in "six". */
const SHORTEST_INEXACT = 5;

/** Whether a typed word stands for a word of a phrase: the same, a slip away, or its beginning still being typed. */
function standsFor(typed, meant) {
  if (typed === meant) return true;
  if (typed.length < SHORTEST_INEXACT || meant.length < SHORTEST_INEXACT) return false;
  return meant.startsWith(typed) || nearlySame(typed, meant);
}

/** Whether the words of a phrase stand one after the other anywhere in what was typed. */
function stands(typed, phrase) {
  return typed.some((_, start) => phrase.every((word, at) => start + at < typed.length && standsFor(typed[start + at], word)));
}

/**
 * Whether what was typed speaks of a crisis. It errs on the side of saying so: the card costs a reader nothing.
 *
 * @param {string} query @param {string[]} terms the crisis words of the vocabulary @returns {boolean}
 */
export function speaksOfCrisis(query, terms) {
  const typed = words(query);
  return terms.some((term) => stands(typed, words(term)));
}

/**
 * The ambiguous terms in what was typed: the whole of it, or single words and phrases within it.
 *
 * @template {{term: string}} A
 * @param {string} query @param {A[]} ambiguous @returns {{whole: boolean, found: A[]}}
 */
export function ambiguousIn(query, ambiguous) {
  const typed = fold(query);
  const whole = ambiguous.filter((each) => fold(each.term) === typed);
  if (whole.length) return { whole: true, found: whole };
  const inside = ambiguous.filter((each) => ` ${typed} `.includes(` ${fold(each.term)} `));
  return { whole: false, found: inside };
}
