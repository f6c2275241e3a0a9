/** Clauses that fill the gaps of sentences: the twin of `rightdoor.matching.phrases`. All words come from the grammar. */

import { own } from "./table.js";

/** @param {string} sentence @param {Record<string, string>} gaps @returns {string} the sentence with its {gaps} filled */
export function fill(sentence, gaps = {}) {
  return sentence.replace(/\{([a-z_]+)\}/g, (_, name) => {
    const words = own(gaps, name);
    if (words === undefined) throw new Error(`Nothing fills {${name}} of: ${sentence}`);
    return words;
  });
}

/** Words in a row: "A", "A and B", "A, B and C" (or with "or"). */
export function joined(parts, { phrases }, word = "and") {
  if (parts.length < 2) return parts.join("");
  return fill(phrases[word], { first: parts.slice(0, -1).join(", "), last: parts[parts.length - 1] });
}

/** The text with a small first letter, unless it opens with an abbreviation: "GP", "LGBT+", "A&E", "e-RS". */
export function lowerFirst(text) {
  const [first = "", second = ""] = text;
  if (/[\p{Uppercase}&+-]/u.test(second)) return text;
  return first.toLowerCase() + text.slice(first.length);
}

/** The people a reason or a group is about: "people with psychosis". */
export function peopleWords(code, table) {
  return own(table, code)?.phrase ?? code;
}

/** The people a row is about, with its time where it has one. */
export function rowWords(row, table) {
  return row.say ?? peopleWords(row.r, table);
}

/** Who may refer: "any health or care professional or GP". */
export function whoWords(codes, grammar) {
  return joined(codes.map((code) => lowerFirst(own(grammar.who, code)?.label ?? code)), grammar, "or");
}
