/** Reads words that are spelled nearly right: "conselling", "anxeity", "CAHMS". */

import { slips } from "../common/text.js";

/** How many slips are forgiven in a word: none where one slip makes another abbreviation of it. */
function forgiven(word) {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** The slips between what was typed and a known word, or the beginning of one that is still being typed. */
function distance(typed, known) {
  const gap = known.length - typed.length;
  if (Math.abs(gap) <= forgiven(typed)) return slips(typed, known);
  return gap > 0 && typed.length > 4 ? slips(typed, known.slice(0, typed.length)) + 0.5 : Infinity;
}

/**
 * Makes a reader of spelling from every word of the directory.
 *
 * @param {Map<string, number>} known words and how often each is used; of two that are as near, the commoner is meant
 * @returns {(word: string) => string} the word itself when it is known or begins a known one, otherwise the nearest
 */
export function speller(known) {
  const sorted = [...known.keys()].sort();
  const begins = (word) => sorted.some((each) => each.startsWith(word));
  const read = new Map();

  function nearest(word) {
    let best = { word, far: forgiven(word) + 0.25, used: 0 };
    for (const each of sorted) {
      if (each[0] !== word[0] && each[1] !== word[0]) continue;
      const far = distance(word, each);
      const used = known.get(each);
      if (far < best.far || (far === best.far && used > best.used)) best = { word: each, far, used };
    }
    return best.word;
  }

  return (word) => {
    if (!read.has(word)) read.set(word, known.has(word) || begins(word) ? word : nearest(word));
    return read.get(word);
  };
}
