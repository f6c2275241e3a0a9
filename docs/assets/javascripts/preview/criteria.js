/** Whom an entry says it takes, as rows of words: the twin of `rightdoor.pages.criteria_rows` and `rightdoor.pages.limit_rows`. */

import { capital } from "../common/text.js";
import { spanWords } from "../matching/measure.js";
import { fill, joined, lowerFirst, peopleWords, whoWords } from "../matching/phrases.js";
import { own } from "../matching/table.js";
import { areaLink, serviceLinks } from "./pieces.js";
import { agedWords, inRow, labelOf, listOf, monthsOf } from "./words.js";

const UK = Object.freeze(["england", "wales", "scotland", "northern-ireland"]);
const isRow = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The rows of a list; "none stated" has none. */
const rowsOf = (value) => (Array.isArray(value) ? value : []);

/** The service's own words, unless they only repeat ours. */
function same(text, words) {
  return words && words.replace(/\.+$/, "").toLowerCase() === text.toLowerCase() ? undefined : words;
}

/** Ages as numbers, from included and below not; both missing after "any", null where they cannot be read. */
function ageLimit(age) {
  if (!isRow(age)) return age === "any" ? {} : null;
  const [low, under, to] = [age.from, age.under, age.to].map((each) => (each === undefined ? undefined : monthsOf(each)));
  if ([low, under, to].includes(null)) return null;
  return { low, high: under ?? (to === undefined ? undefined : to + 12) };
}

function ageWords({ low, high }, { phrases }) {
  if (low === undefined && high === undefined) return phrases.age_any;
  const from = agedWords(low ?? 0);
  const under = agedWords(high ?? 0);
  if (low === undefined) return fill(phrases.age_under, { under });
  if (high === undefined) return fill(phrases[low % 12 ? "age_from_months" : "age_from"], { from });
  if (low % 12 || high % 12) return fill(phrases.age_between, { from, under });
  const oldest = high / 12 - 1;
  return fill(phrases[low / 12 === oldest ? "age_one" : "age_range"], { from, to: String(oldest) });
}

function severityWords({ from, to }, words) {
  const most = words.bands[words.bands.length - 1];
  const [lowest, highest] = [from, to].map((each) => (each ? lowerFirst(labelOf(words, "severity_bands", each)) : ""));
  const upTo = highest && to !== most;
  const form = !lowest ? (upTo ? "to" : "any") : from === most || from === to ? "one" : upTo ? "range" : "from";
  return fill(words.phrases[`severity_${form}`], { lowest, highest });
}

function areaWords({ basis, areas }, words) {
  const listed = listOf(areas);
  const named = listed.map((each) => own(words.areas, each)?.name ?? each);
  const place = UK.every((each) => listed.includes(each)) ? words.phrases.uk : joined(named, words, "or");
  return `${own(words.bases, basis) ?? ""} ${place}`.trim();
}

function timeWords(limit, { phrases }) {
  const [from, to] = [limit.from, limit.to].map((each) => (each && parseInt(each, 10) ? spanWords(each) : ""));
  return fill(phrases[from && to ? "time_range" : from ? "time_from" : to ? "time_to" : "time_any"], { from, to });
}

/** The people a row is about, with its time: "people who have tried to end their life in the last 4 weeks". */
function rowWords({ reason, within }, words) {
  const people = peopleWords(reason, words.reasons) ?? "";
  if (!within) return people;
  const time = spanWords(within);
  const withTime = own(words.reasons, reason)?.within;
  return withTime ? fill(withTime, { time }) : fill(words.phrases.within, { people, within: time });
}

function row(label, text, limit, words) {
  return { label, text: capital(text), words: same(text, limit.words), instead: serviceLinks(listOf(limit.refer_to), words) };
}

/** The three rows that always stand; what nobody has said is a row that says so. */
function always({ age, severity, area }, words) {
  const ages = ageLimit(age);
  const anyAge = ages && ages.low === undefined && ages.high === undefined;
  const told = [
    ["Age", age, ages && (anyAge ? "Any age" : ageWords(ages, words))],
    ["How severe", severity, severity && severityWords(severity, words)],
    ["Where", area, isRow(area) && areaWords(area, words)],
  ];
  return told.map(([label, limit, text]) => (text ? row(label, text, limit, words) : { label }));
}

function* whereStated(criteria, words) {
  for (const each of rowsOf(criteria.only)) yield row("Only", peopleWords(each.reason, words.groups) ?? "", each, words);
  const time = criteria.time_since_event;
  if (time) yield row("Time since", timeWords(time, words), time, words);
  for (const each of rowsOf(criteria.takes_despite)) {
    yield { ...row("Also takes", peopleWords(each.reason, words.reasons) ?? "", each, words), instead: [] };
  }
  const risk = criteria.holds_risk;
  if (risk && risk !== "none-stated") yield { label: "Risk it says it can hold", text: labelOf(words, "risk_levels", risk) };
}

/** @returns {object[]} the rows of Takes; age, severity and area always stand, the others where the entry states them */
export function takes(criteria, words) {
  return [...always(criteria, words), ...whereStated(criteria, words)];
}

/** Rows with the same label under it once: [label, rows]. */
export function grouped(rows) {
  const found = [];
  for (const each of rows) {
    const last = found[found.length - 1];
    if (last?.[0] === each.label) last[1].push(each);
    else found.push([each.label, [each]]);
  }
  return found;
}

/** @returns {object[]} the rows of Check first or of Does not take */
export function reasons(rows, words) {
  return rowsOf(rows).map((each) => {
    const unless = each.except_via ? `Unless referred by ${whoWords(listOf(each.except_via), words)}` : "";
    return { ...row("", rowWords(each, words), each, words), unless, how: each.how };
  });
}

/** @returns {object[] | null} the rows of Does not take; null where nobody has said */
export function refused({ does_not_take: rows }, words) {
  return rows === undefined || rows === null ? null : reasons(rows, words);
}

function severitiesBeyond(severity, words) {
  if (!isRow(severity)) return [];
  const name = (band) => lowerFirst(labelOf(words, "severity_bands", band));
  const [low, high] = [severity.from, severity.to].map((each) => words.bands.indexOf(each));
  const milder = low > 0 ? [`milder than ${name(severity.from)}`] : [];
  return high >= 0 && high + 1 < words.bands.length ? [...milder, `more severe than ${name(severity.to)}`] : milder;
}

function agesBeyond(limit, words) {
  if (!limit) return [];
  const younger = limit.low ? [ageWords({ high: limit.low }, words)] : [];
  return limit.high === undefined ? younger : [...younger, ageWords({ low: limit.high }, words)];
}

/** @returns {object[]} the limits of Takes as rows of Does not take: severity, then age */
export function beyond({ severity, age }, words) {
  const told = [["Problems", severity, severitiesBeyond(severity, words)], ["People", age, agesBeyond(ageLimit(age), words)]];
  return told
    .filter(([, , outside]) => outside.length)
    .map(([who, limit, outside]) => ({
      text: `${who} ${inRow(outside, "or")}`,
      words: limit.words,
      instead: serviceLinks(listOf(limit.refer_to), words),
    }));
}
