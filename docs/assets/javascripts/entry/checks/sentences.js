/** Where sentences stand in an entry, and the telephone numbers and addresses in the middle of them. */

import { texts } from "./frame.js";
import { digitsOf } from "./telephone.js";

export const FIELDS = ["summary", "description", "note", "how", "then", "phone_note", "text_note", "crisis_note", "why", "words"];
const NUMBER = /(?:^|[^\p{L}\p{N}_/.=-])((?:\+44|\(?0)(?:[ ()-]{0,2}[0-9]){9,10})(?![0-9])/gu;
const EMAIL = /[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g;

/** @param {import("./frame.js").Entry} entry @returns {[(string | number)[], string][]} what it says in sentences; a single word is a code */
export function sentences(entry) {
  return texts(entry, ...FIELDS).filter(([, text]) => text.includes(" ") || text.includes("@"));
}

/** @param {string} text @returns {string[]} the full telephone numbers in it; short ones such as 999 are words like any other */
export function numbersIn(text) {
  const found = [...text.matchAll(NUMBER)].map((each) => each[1]);
  return found.filter((each) => [10, 11].includes(digitsOf(each).length));
}

/** @param {string} text @returns {string[]} the email addresses in it */
export function emailsIn(text) {
  return text.match(EMAIL) ?? [];
}
