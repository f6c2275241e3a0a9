/** One reason in one sentence: the wording of its criterion, with the gaps filled from the record. */

import { NOT_ASKED, UNKNOWN_SERVICE } from "./operators.js";
import { fill, lowerFirst, peopleWords, rowWords } from "./phrases.js";
import { own } from "./table.js";

/** The gap that the clause of each limit fills. */
const CLAUSES = Object.freeze({ age: "ages", severity: "severities", area: "area", time_since_event: "time" });

/** @returns {object | undefined} the row of the record that a reason is about */
export function rowOf({ place: [list, at] }, { criteria = {} }) {
  return at === undefined ? undefined : criteria[list][at];
}

function severityAsked({ severity }, { severities }) {
  if (!severity) return "such";
  return lowerFirst(severities.find(({ code }) => code === severity)?.label ?? severity);
}

function gapsOfLimit(reason, limit, answers, grammar) {
  const gaps = { [CLAUSES[reason.criterion]]: limit.say };
  return reason.criterion === "severity" ? { ...gaps, severity: severityAsked(answers, grammar) } : gaps;
}

function gapsOf(reason, record, answers, grammar) {
  const row = rowOf(reason, record);
  if (row) return { people: rowWords(row, reason.criterion === "only" ? grammar.groups : grammar.reasons) };
  const [name] = reason.place;
  if (name && CLAUSES[reason.criterion]) return gapsOfLimit(reason, record.criteria[name], answers, grammar);
  const people = reason.code ? { people: peopleWords(reason.code, grammar.reasons) } : {};
  if (name !== "risk") return people;
  const { risk } = record.criteria;
  return { ...people, level: lowerFirst(own(grammar.risk_labels, risk) ?? risk) };
}

/** The sentence of one reason; a limit that nobody asked about and nobody stated is said to be unknown. */
export function reasonWords(reason, record, answers, { grammar }) {
  const wording = grammar.criteria[reason.criterion];
  const gaps = gapsOf(reason, record, answers, grammar);
  const silent = reason.state === NOT_ASKED && !Object.keys(gaps).length && UNKNOWN_SERVICE in wording;
  return fill(wording[silent ? UNKNOWN_SERVICE : reason.state], gaps);
}
