/** How a service's own names answer what was typed: word by word, whole or begun, and with a slip. */

import { slips } from "../common/text.js";
import { telling } from "./query.js";

const WHOLE = 3;
const BEGINS = 2;
const SLIP = 1;

/** In a shorter word one slip makes another word of it. */
const SHORTEST_SLIP = 6;
const LONG = 9;

/** "Therapies" and "therapy" are one word; so is "therapys". */
const singular = (word) => word.replace(/ies$/, "y").replace(/s$/, "");

function nearnessOfWord(typed, meant) {
  const [one, other] = [typed, meant].map(singular);
  if (one === other) return WHOLE;
  if (meant.startsWith(typed) && typed.length > 2) return BEGINS;
  if (one.length < SHORTEST_SLIP || other.length < SHORTEST_SLIP || one[0] !== other[0]) return 0;
  return slips(one, other) <= (one.length < LONG ? 1 : 2) ? SLIP : 0;
}

/** The words that were typed, each as it was read and as it was typed: the speller may have meant another word. */
export function soughtIn({ core, mended }) {
  return telling(core).map((word) => [word, ...mended.filter(({ read }) => read === word).map(({ typed }) => typed)]);
}

/**
 * @param {string[]} names folded @param {string[][]} sought every reading of each word
 * @returns {number} 3 where one of the names has all the words, 2 where some are only begun, 1 where some have a slip, else 0
 */
export function namedBy(names, sought) {
  const nearnessIn = (own) => Math.min(...sought.map((read) => Math.max(...read.flatMap((typed) => own.map((meant) => nearnessOfWord(typed, meant))))));
  return Math.max(...names.map((name) => nearnessIn(name.split(" "))));
}
