/** Terms and services as entries of the index: everything that each is found by. */

import { fold, words } from "../common/text.js";
import { alike } from "./alike.js";
import { standing } from "../common/freshness.js";

const SELF_REFERRAL = "self referral refer yourself";

/** How much less a result counts, so that what can be used now stands higher. Nothing is ever left out for it. */
const WEIGHTS = Object.freeze({ national: 0.4, status: 0.3, overdue: 0.9, "not-confirmed": 0.8, never: 0.8 });
/** A GP looks to primary care before secondary care, where both help with the same. */
const LEVELS = Object.freeze({ primary: 1.2, access: 0.75, secondary: 0.8, statutory: 0.95 });
const NHS = 1.1;
const FREE_NHS = "free-nhs";
const PAID = new Set(["fixed-fee", "free-with-cap"]);
/** Help for people who use abuse is never taken for help for those who live with it. */
const USES_ABUSE = "uses-abuse";
const SHUT = Object.freeze({ "waiting-list-closed": 0.7, paused: 0.5, "not-yet-open": 0.4 });

/** "Anxiety or worry" is found by each of its words; a kind of service is not: "Drug and alcohol service" is one name. */
function parts({ kind, label }) {
  return kind === "need" ? label.split(/,| or | and /).map((part) => part.trim()) : [];
}

/**
 * A vocabulary's term; a synonym that is ambiguous stays out, since it must not be mapped.
 *
 * @param {object} term @param {Set<string>} unclear folded ambiguous words
 */
export function termEntry(term, unclear) {
  const synonyms = (term.synonyms ?? []).filter((each) => !unclear.has(fold(each)));
  const names = [term.label, ...parts(term), ...synonyms].map(fold).filter((name) => !unclear.has(name)).map(alike);
  return { ...term, id: `${term.kind}:${term.code}`, names, meaning: synonyms.join(" | "), otherSide: term.code === USES_ABUSE };
}

/** How far a service's place in the order is trusted: its own area, taking referrals, confirmed not long ago. */
function weightOf(service, level, { national, limit, today }) {
  const known = WEIGHTS[standing(service.checked, limit, service.story_date ?? today)] ?? 1;
  const near = (national ? WEIGHTS.national : 1) * (LEVELS[level] ?? 1) * (service.cost === FREE_NHS ? NHS : 1);
  return known * near * (service.status ? WEIGHTS.status : 1) * (SHUT[service.intake] ?? 1);
}

/** The ids of a service's terms, each with its place: 0 for what it is, then from 1 what it helps with, in its own order.
 * The order of therapies says nothing: they are all as near. */
function placesOf({ type, needs = [], therapies = [] }) {
  const helped = needs.map((code, at) => [`need:${code}`, at + 1]);
  return new Map([[`type:${type}`, 0], ...helped, ...therapies.map((code) => [`therapy:${code}`, 1])]);
}

/** The labels of the languages spoken beside English, which people search for. */
function languagesOf({ spoken = [] }, labels) {
  return spoken.filter((code) => code !== "en").map((code) => labels.languages[code] ?? code);
}

/** Who can use it at all: for `standsBack`. */
function reachOf({ criteria, cost }, labels) {
  const only = (criteria.only ?? []).map(({ r }) => labels.groups[r] ?? r);
  return { only, costs: PAID.has(cost), usesAbuse: (criteria.despite ?? []).some(({ r }) => r === USES_ABUSE) };
}

/**
 * A service, with the words for all that it helps with.
 *
 * @param {object} service its record, with its summary @param {Map<string, object>} terms entries of terms by id
 * @param {{national: boolean, limit: number, today: string, labels: object}} known
 */
export function serviceEntry(service, terms, known) {
  const places = placesOf(service);
  const meanings = [...places.keys()].map((id) => terms.get(id)).filter(Boolean);
  const also = service.also ?? [];
  const languages = languagesOf(service, known.labels);
  return {
    id: service.id,
    service,
    national: known.national,
    places,
    names: [service.name, ...also].map(fold),
    weight: weightOf(service, meanings[0]?.level, known),
    reach: reachOf(service, known.labels),
    name: service.name,
    also: also.join(" | "),
    meaning: meanings.map((term) => `${term.label} | ${term.meaning}`).join(" | "),
    organization: service.organization ?? "",
    summary: [service.summary ?? "", ...languages, service.self ? SELF_REFERRAL : ""].join(" "),
  };
}

/** @param {object[]} entries @param {string[]} fields @returns {Map<string, number>} every word of them, and how often */
export function wordsOf(entries, fields) {
  const found = new Map();
  for (const entry of entries) {
    for (const word of fields.flatMap((field) => words(entry[field] ?? ""))) found.set(word, (found.get(word) ?? 0) + 1);
  }
  return found;
}
