/**
 * What a refusal means: which reasons may have been given, those that the service itself publishes first, and what each
 * tells of the person wherever else they ask.
 *
 * `refusals` is data/search/refusals.json: `terms` (from schema/vocabularies/refusal_reasons.yaml) and `sentences`.
 */

import { takesReferrals } from "./order.js";
import { own } from "./table.js";

const NONE = Object.freeze([]);
const OLDEST = 12 * 130 - 1;

/** The rows by which a service refuses or asks first, in its own order. */
function rowsOf({ criteria = {} }) {
  return [...(criteria.not ?? NONE), ...(criteria.first ?? NONE)].map(({ r }) => r);
}

/** The reasons of rows that a refusal is about. */
export function reasonsOf({ flags = NONE, rows = NONE }) {
  return [...flags, ...rows];
}

/** The side of a limit that a refusal is about: its number, or null where the service states no limit there. */
function endOf(limit, beyond, all) {
  const [from, below] = limit ?? [null, null];
  const end = beyond === "above" ? below : from;
  return end === null || end === undefined || end <= 0 || end >= all ? null : end;
}

/** @returns {number | null} the published limit that somebody is said to be beyond: a rank of severity, or months */
export function limitOf(refusal, { criteria = {} }, { severities }) {
  const all = refusal.criterion === "severity" ? severities.length : OLDEST;
  return endOf(own(criteria, refusal.criterion)?.limit, refusal.beyond, all);
}

/** Whether the entry of a service holds what a kind of refusal rests on. */
const PUBLISHED = Object.freeze({
  severity: (refusal, service, world) => limitOf(refusal, service, world.grammar) !== null,
  age: (refusal, service, world) => limitOf(refusal, service, world.grammar) !== null,
  area: (refusal, { criteria }) => Boolean(criteria?.area),
  only: (refusal, { criteria }) => Boolean(criteria?.only?.length),
  time_since_event: (refusal, { criteria }) => (criteria?.time?.limit ?? NONE).some((each) => each !== null),
  does_not_take: (refusal, service) => reasonsOf(refusal).some((code) => rowsOf(service).includes(code)),
  intake: (refusal, { intake = "unknown" }, { grammar }) => takesReferrals(intake, grammar) === false,
  referral: ({ covers: [part] = NONE }, service, world) => Boolean((service[part] ?? world.words.get(service.id)?.[part])?.length),
});

/** @returns {boolean} whether a service publishes something of this kind: a limit on that side, such a row */
export function publishes(refusal, service, world) {
  return Boolean(PUBLISHED[refusal.criterion]?.(refusal, service, world));
}

/** What a service says of a limit, short enough to stand beside the choice. */
function detailOf({ criterion }, { criteria = {} }) {
  const name = criterion === "time_since_event" ? "time" : criterion;
  return own(criteria, name)?.say ?? "";
}

/**
 * @param {string} why a code of the vocabulary of refusals, or of a reason @param {object} refusals @param {object} world
 * @returns {object | null} what it is called and what it tells; null for a code that nobody knows
 */
export function refusalOf(why, refusals, { grammar }) {
  const term = refusals.terms.find(({ code }) => code === why);
  if (term) return term;
  const reason = own(grammar.reasons, why);
  return reason ? { code: why, label: reason.label, criterion: "does_not_take", flags: [why], crisis: reason.crisis } : null;
}

/**
 * The reasons to choose from.
 *
 * @param {object} service @param {object} world @param {object} refusals
 * @returns {{published: {value: string, label: string, detail: string}[], other: {value: string, label: string, detail: string}[]}}
 *   what the service itself publishes, and everything else that people are told
 */
export function refusalChoices(service, world, refusals) {
  const choice = (refusal, detail) => ({ value: refusal.code, label: refusal.label, detail });
  const said = refusals.terms.filter((term) => publishes(term, service, world));
  const covered = new Set(refusals.terms.flatMap(reasonsOf));
  const rows = [...new Set(rowsOf(service))].filter((code) => !covered.has(code)).map((code) => refusalOf(code, refusals, world));
  const other = refusals.terms.filter((term) => !said.includes(term));
  return {
    published: [...said.map((term) => choice(term, detailOf(term, service))), ...rows.filter(Boolean).map((each) => choice(each, ""))],
    other: other.map((term) => choice(term, "")),
  };
}

/**
 * The severities that somebody may have who is beyond the limit, one answer each, the most telling first: next to a limit
 * that is published, or where none is as far as can be, so that a limit on the other side does not answer for it.
 */
function bySeverity(refusal, service, answers, grammar) {
  if (answers.severity || refusal.criterion !== "severity") return [answers];
  const codes = grammar.severities.map(({ code }) => code);
  const end = limitOf(refusal, service, grammar);
  const above = refusal.beyond === "above";
  const meant = end === null ? refusal.bands : above ? codes.slice(end) : codes.slice(0, end);
  const telling = above === (end !== null) ? meant : [...meant].reverse();
  return telling.map((severity) => ({ ...answers, severity }));
}

/** Ages beyond the limit, where nobody has said how old the person is. */
function ageBeyond(refusal, service, answers, grammar) {
  const end = refusal.criterion === "age" && !answers.age ? limitOf(refusal, service, grammar) : null;
  if (end === null) return {};
  return { age: refusal.beyond === "above" ? [end, OLDEST] : [0, end - 1] };
}

/** That the person is not one of the only group that a service is for; of several groups nobody knows which. */
function notOneOf(refusal, { criteria = {} }, { people }) {
  const groups = refusal.criterion === "only" ? (criteria.only ?? NONE).map(({ r }) => r) : NONE;
  return groups.length === 1 && own(people, groups[0]) === undefined ? { [groups[0]]: false } : {};
}

/**
 * What is known of a person once a service has refused them.
 *
 * @param {object} refusal @param {object} service that refused @param {object} answers @param {object} world
 * @returns {{answers: object, each: object[]}} `answers` leave open what the refusal leaves open; `each` are the answers
 *   that the person may really have given, the most telling first: a service which takes none of them does not take them
 */
export function toldByRefusal(refusal, service, answers, { grammar }) {
  const yes = (refusal.flags ?? NONE).filter((code) => typeof own(answers.flags, code) !== "number");
  const told = {
    ...answers,
    flags: { ...answers.flags, ...Object.fromEntries(yes.map((code) => [code, "yes"])) },
    people: { ...answers.people, ...notOneOf(refusal, service, answers) },
    ...ageBeyond(refusal, service, answers, grammar),
  };
  return { answers: told, each: bySeverity(refusal, service, told, grammar) };
}
