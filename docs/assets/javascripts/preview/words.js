/** The words of a page: the twin of `rightdoor.pages.wording`. Labels and phrases come from the vocabularies. */

import { dateWords } from "../common/dates.js";
import { ageWords } from "../matching/measure.js";
import { lowerFirst } from "../matching/phrases.js";
import { own } from "../matching/table.js";

const AGE = /^(?:([0-9]{1,3})y)?(?:([0-9]{1,2})m)?$/;
const DAY = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;

/** Words in a row: "A", "A and B", "A, B and C". */
export function inRow(parts, word = "and") {
  const last = parts[parts.length - 1] ?? "";
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} ${word} ${last}` : last;
}

/** A code, or a list of codes, as a list. */
export function listOf(value) {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** What people read for a code; the code itself where the vocabulary has no such term. */
export function labelOf(words, vocabulary, code) {
  return own(words.labels[vocabulary], code) ?? code ?? "";
}

/** A web address as people read it: without its scheme, "www." and closing slash. */
export function linkWords(url) {
  return url.replace(/^.*?:\/\//, "").replace(/^mailto:/, "").replace(/^tel:/, "").replace(/^www\./, "").replace(/\/+$/, "");
}

/** Whether a text is a day of the calendar, such as "2026-11-23". */
export function isDay(text) {
  return DAY.test(text ?? "") && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

/** A day in words; anything else as typed. */
export function typedDate(text) {
  return isDay(text) ? dateWords(text) : text ?? "";
}

/** @returns {number | null} an age limit such as "17y9m" in months; null where it is none */
export function monthsOf(text) {
  const found = AGE.exec(text || "-");
  return found && Number(found[1] ?? 0) * 12 + Number(found[2] ?? 0);
}

/** An age in words: "18", or "17 years and 9 months". */
export function agedWords(months) {
  return ageWords([months, months % 12 ? months : months + 11]);
}

function counted(number, one) {
  return `${Number(number).toLocaleString("en-GB")} ${one}${number === 1 ? "" : "s"}`;
}

function stepWords(code, words) {
  return own(words.steps, code) ?? (own(words.labels.wait_steps, code) ? lowerFirst(words.labels.wait_steps[code]) : code);
}

/** The two steps of a wait: "referral to assessment". */
export function waitWords({ from, to }, words) {
  return `${stepWords(from, words)} to ${stepWords(to, words)}`;
}

/** The waits of an entry that say what they are about and how long they are; one that is half typed does not count yet. */
export function waitsOf({ waits }) {
  const whole = ({ from, to, weeks }) => from && to && weeks !== undefined && Number.isInteger(Number(weeks));
  return listOf(waits).filter(whole).map((each) => ({ ...each, weeks: Number(each.weeks) }));
}

/** A wait in words: "about 4 weeks"; nought weeks is "less than a week". */
export function weeksWords(weeks) {
  return weeks ? `about ${counted(weeks, "week")}` : "less than a week";
}

/** How many sessions: "6 to 12 sessions", "Up to 12 sessions", or the policy's own label. */
export function sessionWords({ policy, from: low, to: high }, words) {
  if (low !== undefined && high !== undefined && low !== high) return `${low} to ${high} sessions`;
  const number = high ?? low;
  if (number === undefined) return labelOf(words, "session_policy", policy);
  if (policy === "up-to" && high !== undefined) return `Up to ${counted(high, "session")}`;
  return `${high === undefined ? "At least " : ""}${counted(number, "session")}`;
}
