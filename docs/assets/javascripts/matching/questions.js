/**
 * Which question to ask next: the one that splits the services best that are still possible. Nothing is asked that
 * could not change what is shown: each question is tried out with its answers before it is put.
 */

import { keyOf, openQuestions } from "./askable.js";
import { CHECK_FIRST, DOES_NOT_FIT, match } from "./match.js";
import { own } from "./table.js";

export { keyOf };

const WHERE = Object.freeze({
  practice: "Where is the person's GP practice?",
  home: "Where does the person live?",
  "work-or-study": "Where does the person work or study?",
  "cared-for": "Where does the person live whom they look after?",
  "where-death-occurred": "Where did the death happen?",
});
const YES_NO = Object.freeze([Object.freeze({ value: "yes", label: "Yes" }), Object.freeze({ value: "no", label: "No" })]);
const YES_NO_WHEN = Object.freeze([Object.freeze({ value: "no", label: "No" }), Object.freeze({ value: "yes", label: "Yes, not known when" })]);

/** An area that no service names: whoever lives there lives elsewhere. */
const ELSEWHERE = "-";

/** Those who are named where a service makes an exception by who refers; a GP reads this, so "GP" is always there. */
function referrers(services, { who }) {
  const rows = services.flatMap(({ criteria }) => [...(criteria?.not ?? []), ...(criteria?.first ?? [])]);
  const codes = new Set(["gp", "self", ...rows.flatMap(({ via }) => via ?? [])]);
  return [...codes].filter((code) => own(who, code)).map((code) => ({ value: code, label: who[code].label }));
}

/** The words of a question, and what may be answered; `typed` says that a length of time may be typed. */
function worded(question, { grammar, neighbours }, here) {
  const { kind, code, tie, services } = question;
  if (kind === "severity") {
    const choices = grammar.severities.map(({ code: value, label, description }) => ({ value, label, description }));
    return { text: grammar.questions.severity, choices };
  }
  if (kind === "since") return { text: grammar.questions.time_since_event, choices: [], typed: true };
  if (kind === "route") return { text: "Who would refer?", choices: referrers(services, grammar) };
  if (kind === "area") {
    const choices = [...(here ? [here] : []), ...neighbours].map(({ id, name }) => ({ value: id, label: name }));
    return { text: WHERE[tie], choices, elsewhere: true };
  }
  const asked = kind === "flag" ? grammar.reasons[code] : grammar.groups[code];
  return { text: asked.question ?? `${asked.label}?`, choices: asked.span ? YES_NO_WHEN : YES_NO, typed: Boolean(asked.span) };
}

/** @returns {object} the answers with one more @param {object} question @param {string | number} value hours for a time */
export function withAnswer(answers, { kind, code, tie }, value) {
  if (kind === "flag") return { ...answers, flags: { ...answers.flags, [code]: value } };
  if (kind === "people") return { ...answers, people: { ...answers.people, [code]: value === "yes" } };
  if (kind === "area") return { ...answers, areas: { ...answers.areas, [tie]: value } };
  return { ...answers, [kind === "since" ? "since_event" : kind]: value };
}

/** Lengths of time on either side of every limit that a service has for this. */
function edges({ kind, code, services }) {
  if (kind === "since") {
    const limits = services.flatMap(({ criteria }) => criteria?.time?.limit ?? []).filter((at) => at !== null);
    return limits.flatMap((at) => [Math.max(at - 1, 0), at]);
  }
  const rows = services.flatMap(({ criteria }) => criteria?.not ?? []).filter(({ r, within }) => r === code && within !== undefined);
  return rows.flatMap(({ within }) => [within, within + 1]);
}

function trials(question, { choices, typed }) {
  const values = choices.map(({ value }) => value);
  if (question.kind === "area") return [...values, ELSEWHERE];
  return typed ? [...values, ...edges(question)] : values;
}

/** A result stands in one of three groups; to meet all criteria and to fit so far are one. */
function groupOf(service, answers, world) {
  const { outcome } = match(service, answers, world);
  return outcome === DOES_NOT_FIT || outcome === CHECK_FIRST ? outcome : "";
}

function changes(question, said, answers, world) {
  const tried = trials(question, said).map((value) => withAnswer(answers, question, value));
  return question.services.some((service) => new Set(tried.map((told) => groupOf(service, told, world))).size > 1);
}

/** The questions that can change something, the best first, each made only when it is wanted. */
function* asking(matches, answers, world, { skipped = new Set(), here } = {}) {
  for (const question of openQuestions(matches, answers, world)) {
    if (skipped.has(keyOf(question))) continue;
    const said = worded(question, world, here);
    const { kind, code, tie } = question;
    if (changes(question, said, answers, world)) yield { kind, code, tie, ...said };
  }
}

/**
 * @param {object[]} matches of `matchAll` @param {object} answers @param {object} world
 * @param {{skipped?: Set<string>, here?: {id: string, name: string}}} [how] keys (see `keyOf`) of questions that were put
 *   aside, and the area of the practice
 * @returns {{kind: "severity" | "flag" | "people" | "since" | "area" | "route", code?: string, tie?: string, text: string,
 *   choices: {value: string, label: string, description?: string}[], typed?: boolean, elsewhere?: boolean} | null}
 *   `typed`: a length of time may be typed; `elsewhere`: another area may be chosen from the list of all
 */
export function nextQuestion(matches, answers, world, how) {
  return asking(matches, answers, world, how).next().value ?? null;
}

/** @returns {object[]} every question that can change something, for whoever wants to answer another first */
export function allQuestions(matches, answers, world, how) {
  return [...asking(matches, answers, world, how)];
}
