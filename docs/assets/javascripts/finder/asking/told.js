/** Every answer in a few words, and the state without it. No DOM here. */

import { ageWords, readAge, spanWords } from "../../matching/measure.js";
import { lowerFirst } from "../../matching/phrases.js";
import { own } from "../../matching/table.js";

const PLACES = Object.freeze({ home: "Lives in", "work-or-study": "Works or studies in", "cared-for": "Looks after somebody in", "where-death-occurred": "Death happened in" });

function without(told, code) {
  return Object.fromEntries(Object.entries(told).filter(([each]) => each !== code));
}

/** "Not under secondary mental health care" where the vocabulary has words for no, otherwise "Psychosis: no". */
function noOf({ label, opposite }, { reasons }) {
  const said = opposite && own(reasons, opposite)?.label;
  return said || `${label}: no`;
}

function flagWords(code, said, grammar) {
  const term = own(grammar.reasons, code) ?? own(grammar.groups, code);
  if (said === "no") return noOf(term, grammar);
  return said === "yes" ? term.label : `${term.label}: ${spanWords(said)} ago`;
}

function flags({ flags: told }, { grammar }) {
  return Object.entries(told).map(([code, said]) => ({ key: `flag:${code}`, code, words: flagWords(code, said, grammar), patch: { flags: without(told, code) } }));
}

function people({ people: told }, { grammar }) {
  return Object.entries(told).map(([code, said]) => ({ key: `people:${code}`, code, words: flagWords(code, said, grammar), patch: { people: without(told, code) } }));
}

function needs({ needs: codes, type, therapy }, { byCode, grammar }) {
  const told = codes.map((code) => ({ key: `need:${code}`, code, words: byCode.get(code)?.label ?? code, patch: { needs: codes.filter((each) => each !== code) } }));
  const kind = type && { key: "type", code: type, words: grammar.labels.type[type], patch: { type: "" } };
  const offers = therapy && { key: "therapy", words: grammar.labels.therapies[therapy], patch: { therapy: "" } };
  return [...told, kind, offers].filter(Boolean);
}

function places({ areas }, { nameOf }) {
  const others = Object.entries(areas).filter(([tie]) => own(PLACES, tie));
  return others.map(([tie, id]) => ({ key: `area:${tie}`, words: `${PLACES[tie]} ${nameOf(id)}`, patch: { areas: without(areas, tie) } }));
}

/** Answers of which there is one: age, severity, time, who refers. */
function single(state, { grammar }, ageLabel) {
  const { age, severity, since, route } = state;
  const band = grammar.severities.find(({ code }) => code === severity);
  return [
    age && { key: "age", words: `${ageLabel ?? "Age"} ${ageWords(readAge(age))}`, patch: { age: "" } },
    band && { key: "severity", words: `Severity: ${lowerFirst(band.label)}`, patch: { severity: "" } },
    since && { key: "since", words: `${spanWords(since)} ago`, patch: { since: "" } },
    route && { key: "route", words: `Referred by: ${lowerFirst(grammar.who[route].label)}`, patch: { route: "" } },
  ].filter(Boolean);
}

/**
 * @param {import("../state.js").State} state
 * @param {{grammar: object, byCode: Map<string, object>, nameOf: (area: string) => string}} words
 * @param {string | null} [ageLabel] whose age it is, where it is not simply the person's
 * @returns {{key: string, words: string, patch: object, discreet: boolean}[]} `patch` takes the answer out of the state;
 *   what is discreet is not to be printed
 */
export function toldIn(state, words, ageLabel) {
  const told = [...needs(state, words), ...single(state, words, ageLabel), ...people(state, words), ...flags(state, words), ...places(state, words)];
  return told.map(({ code = "", ...each }) => ({ ...each, discreet: own(words.grammar.addresses, code) !== undefined }));
}

/** @returns {object} what takes every answer out of a state but the area of the practice and the shortlist */
export function startAgain({ areas }) {
  const practice = areas.practice ? { practice: areas.practice } : {};
  return { areas: practice, needs: [], type: "", therapy: "", age: "", severity: "", flags: {}, since: "", route: "", people: {} };
}
