/** Phrases that mean something before any search: words of crisis, and abbreviations with several meanings. */

import { fold, holds, slips, words } from "../common/text.js";
import { alike, readings } from "./alike.js";

/** Words shorter than this are compared exactly: "SI" must not be found in "six". */
const SHORTEST_INEXACT = 5;

/** A word still being typed counts when this much of it is there: "suicid" does, "psych" is not yet "psychotic". */
const ENOUGH_TYPED = 0.75;

/** Abbreviations that are everyday words too: among other words they count only in capitals ("an AN patient"). */
const EVERYDAY = new Set(["act", "add", "an", "arms", "bed", "cat", "his", "id", "it", "me", "raid", "sad"]);

/** "Kil", "killl" and "hrut", but never another word of four letters: "safe" is not "same". */
function slipsInShort(typed, meant) {
  if (meant.length !== 4 || typed.length < 3 || typed[0] !== meant[0] || slips(typed, meant) !== 1) return false;
  return typed.length !== 4 || [...typed].sort().join() === [...meant].sort().join();
}

/** Whether a typed word stands for a word of a phrase: the same, a slip away, or its beginning still being typed. */
function standsFor(typed, meant) {
  if (typed === meant) return true;
  // People slip within a word, seldom at its first letter; without this, "anger" would be "danger".
  if (typed.length < SHORTEST_INEXACT || meant.length < SHORTEST_INEXACT || typed[0] !== meant[0]) return false;
  if (meant.startsWith(typed)) return typed.length >= ENOUGH_TYPED * meant.length;
  return Math.abs(typed.length - meant.length) < 2 && slips(typed, meant) < 2;
}

/** Whether the words of a phrase stand one after the other anywhere in what was typed. */
function stands(typed, phrase) {
  const same = (word, meant) => standsFor(word, meant) || (phrase.length > 1 && slipsInShort(word, meant));
  return typed.some((_, start) => phrase.every((word, at) => start + at < typed.length && same(typed[start + at], word)));
}

/** What was typed in every way that it may be read: "od'd" is "OD" too, not only "odd". */
function readingsOf(texts) {
  const apart = texts.flatMap((text) => [fold(text), fold(text.replace(/['’‘`]/g, " "))]);
  return [...new Set(apart.flatMap(readings))].map((text) => text.split(" "));
}

/** The crisis words of a vocabulary with their need, each phrase as folded words, folded once. */
export function crisisPhrases({ crisis }) {
  return crisis.map(({ words: said, need }) => ({ need, phrases: said.map((each) => words(alike(fold(each)))) }));
}

/**
 * The crisis words in what was typed. It errs on the side of finding some: the card costs a reader nothing.
 *
 * @template {{phrases: string[][]}} C
 * @param {string[]} texts what was typed, as it is and with its spelling mended
 * @param {C[]} crisis the crisis words of the vocabulary, their phrases as folded words
 * @returns {C[]}
 */
export function crisisIn(texts, crisis) {
  const typed = readingsOf(texts);
  return crisis.filter(({ phrases }) => phrases.some((phrase) => typed.some((each) => stands(each, phrase))));
}

/**
 * Whether a folded name stands among other words of a query, and is meant there.
 *
 * @param {{text: string, whole: string}} asked as typed and folded @param {string} name folded
 */
export function standsAmong({ text, whole }, name) {
  if (!holds(whole, name)) return false;
  return !EVERYDAY.has(name) || text.split(/[^A-Za-z]+/).includes(name.toUpperCase());
}

/**
 * The ambiguous terms in what was typed: the whole of it, or single words and phrases within it.
 *
 * @template {{folded: string}} A
 * @param {{text: string, whole: string}} asked @param {A[]} ambiguous @returns {{whole: boolean, found: A[]}}
 */
export function ambiguousIn(asked, ambiguous) {
  const whole = ambiguous.filter((each) => each.folded === asked.whole);
  if (whole.length) return { whole: true, found: whole };
  return { whole: false, found: ambiguous.filter((each) => standsAmong(asked, each.folded)) };
}
