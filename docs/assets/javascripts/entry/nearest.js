/** What was probably meant: the nearest word, or the term that is called what was typed; as `rightdoor.records.nearest`. */

import { vocabularies } from "./built/grammar.js";

const OTHERS = ["needs", "service_types", "therapies", "reasons", "groups", "delivery", "access", "referral_who"];

/** @param {string} text @returns {string} letters and digits only, in small letters: so “E-mail” is like “email” */
function plain(text) {
  return text.toLowerCase().replace(/ß/g, "ss").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** @param {string} typed @param {string[]} words @param {number} [cutoff] @returns {string | null} the word most like it */
export function nearestWord(typed, words, cutoff = 0.65) {
  const known = new Map(words.map((each) => [plain(each), each]));
  return known.get(closeMatches(plain(typed), [...known.keys()], 1, cutoff)[0]) ?? null;
}

/** @param {string} name of a vocabulary @returns {Object[]} its terms */
export function vocabulary(name) {
  return vocabularies[name] ?? [];
}

/**
 * @param {string} typed @param {string} name of a vocabulary
 * @returns {{codes: string[], sure: boolean}} terms that may be meant, best first; sure where one is called just that
 */
export function guess(typed, name) {
  const wanted = plain(typed);
  const choices = ambiguous(wanted, name);
  if (choices.length) return { codes: choices, sure: choices.length === 1 };
  const names = called(name);
  if (names.has(wanted)) return { codes: [names.get(wanted)], sure: true };
  const alike = closeMatches(wanted, [...names.keys()], 3, 0.75);
  const near = alike.length ? alike : beginning(wanted, names);
  return { codes: [...new Set(near.map((each) => names.get(each)))], sure: false };
}

/** What begins with the words typed, if all of it is one term: "counselling" begins "counselling service". */
function beginning(wanted, names) {
  const found = [...names.keys()].filter((each) => wanted && each.startsWith(`${wanted} `));
  return new Set(found.map((each) => names.get(each))).size === 1 ? found : [];
}

/** @param {string} typed @param {string} name @returns {string | undefined} another vocabulary that has this very code */
export function foundElsewhere(typed, name) {
  return OTHERS.find((each) => each !== name && has(each, typed));
}

function has(name, code) {
  return vocabulary(name).some((term) => term.code === code);
}

function ambiguous(wanted, name) {
  const term = vocabulary("ambiguous").find((each) => plain(each.label) === wanted && !has(name, wanted));
  return term ? term.choices.filter((each) => has(name, each)) : [];
}

/** Everything a term is called, to its code; codes and labels win over synonyms. */
function called(name) {
  const terms = vocabulary(name);
  const former = vocabulary("legacy_names").filter((term) => has(name, term.target));
  const names = [
    ...terms.flatMap((term) => [[term.code, term.code], [term.label, term.code]]),
    ...terms.flatMap((term) => [...(term.synonyms ?? []), ...(term.clinical ?? [])].map((each) => [each, term.code])),
    ...former.map((term) => [term.label, term.target]),
  ];
  const found = new Map();
  for (const [each, code] of names) if (!found.has(plain(each))) found.set(plain(each), code);
  return found;
}

/**
 * Python's `difflib.get_close_matches`: at most so many of the words, those most alike first.
 *
 * @param {string} word @param {string[]} words @param {number} most @param {number} cutoff @returns {string[]}
 */
export function closeMatches(word, words, most, cutoff) {
  const scored = words.map((each) => [ratio(each, word), each]).filter(([score]) => score >= cutoff);
  scored.sort(([one, a], [other, b]) => other - one || (a < b ? 1 : a > b ? -1 : 0));
  return scored.slice(0, most).map(([, each]) => each);
}

function ratio(one, other) {
  const [a, b] = [[...one], [...other]];
  const length = a.length + b.length;
  return length ? (2 * matching(a, b, 0, a.length, 0, b.length)) / length : 1;
}

/** How many letters two stretches share, by the longest piece in common and then what is left and right of it. */
function matching(a, b, fromA, toA, fromB, toB) {
  const [at, there, size] = longest(a, b, fromA, toA, fromB, toB);
  if (!size) return 0;
  return size + matching(a, b, fromA, at, fromB, there) + matching(a, b, at + size, toA, there + size, toB);
}

function longest(a, b, fromA, toA, fromB, toB) {
  let best = [fromA, fromB, 0];
  let above = new Map();
  for (let i = fromA; i < toA; i += 1) {
    const row = new Map();
    for (let j = fromB; j < toB; j += 1) {
      if (a[i] !== b[j]) continue;
      const size = (above.get(j - 1) ?? 0) + 1;
      row.set(j, size);
      if (size > best[2]) best = [i - size + 1, j - size + 1, size];
    }
    above = row;
  }
  return best;
}
