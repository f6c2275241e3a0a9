/** Who can use a service at all: those for everybody come before those for one group, one employer, or who pays. */

import { words } from "../common/text.js";

/** Words of a group's name that say nothing about the group. */
const UNTELLING = new Set("a and at by children from have health home in is mental of or people seeking the their through who whose with".split(" "));

const OPEN = 0;
const HELD_BACK = 1;
const OTHER_SIDE = 2;

/** "Carers" and "carer" are one word. */
function stem(word) {
  return word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word;
}

/** @param {string[]} texts @returns {Set<string>} the telling words of texts, singular */
export function tellingWords(texts) {
  return new Set(texts.flatMap(words).filter((word) => !UNTELLING.has(word)).map(stem));
}

/**
 * How far back a service stands: a group counts as typed where a word of its name is among the words meant. Help for
 * people who use abuse always stands behind help for those who live with it.
 *
 * @param {{only: string[], costs: boolean, usesAbuse: boolean}} reach labels of the groups it is for, whether people pay
 * @param {Set<string>} meant telling words of what was typed and of the terms that it means
 */
export function standsBack({ only, costs, usesAbuse }, meant) {
  if (usesAbuse) return OTHER_SIDE;
  const open = !only.length || [...tellingWords(only)].some((word) => meant.has(word));
  return open && !costs ? OPEN : HELD_BACK;
}
