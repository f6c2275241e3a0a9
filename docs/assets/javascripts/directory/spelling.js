/** Reads words that are spelled nearly right: "conselling", "anxeity". A real word is never mended into another. */

import { slips } from "../common/text.js";

/** In a shorter word one slip makes another word of it: "hits" and "his", "dead" and "dad". */
const SHORTEST_MENDED = 6;
const LONG = 9;

/** How far a known word may be: one slip, two in a long word. */
function forgiven(word) {
  return word.length < LONG ? 1 : 2;
}

/** The slips between what was typed and a known word, or the beginning of one that is still being typed. */
function distance(typed, known) {
  const gap = known.length - typed.length;
  if (Math.abs(gap) <= forgiven(typed)) return slips(typed, known);
  return gap > 0 ? slips(typed, known.slice(0, typed.length)) + 0.5 : Infinity;
}

/** People slip within a word, seldom at its first letter; with another first letter, "hanging" would be "changing". */
function comparable(typed, known) {
  return typed[0] === known[0] && known.length >= SHORTEST_MENDED - 1;
}

/**
 * Makes a reader of spelling from the words of the directory.
 *
 * @param {Map<string, number>} named words of the vocabulary and of names, and how often each is used; of two that are as
 *   near, the commoner is meant
 * @param {Set<string>} known every word that is right as it is
 * @param {Set<string>} kept words that others are not mended into: those of crisis, and ordinary ones
 * @returns {(word: string) => string} the word itself when it is known or begins a known one, otherwise the nearest
 */
export function speller(named, known, kept) {
  const sorted = [...named.keys()].filter((word) => !kept.has(word)).sort();
  const all = [...known];
  const right = (word) => known.has(word) || all.some((each) => each.startsWith(word));
  const read = new Map();

  function nearest(word) {
    let best = { word, far: forgiven(word) + 0.25, used: 0 };
    for (const each of sorted) {
      if (!comparable(word, each)) continue;
      const far = distance(word, each);
      const used = named.get(each);
      if (far < best.far || (far === best.far && used > best.used)) best = { word: each, far, used };
    }
    return best.word;
  }

  return (word) => {
    if (!read.has(word)) read.set(word, word.length < SHORTEST_MENDED || right(word) ? word : nearest(word));
    return read.get(word);
  };
}
