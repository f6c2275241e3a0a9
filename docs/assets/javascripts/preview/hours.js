/** Opening hours in words: the twin of `rightdoor.matching.hours`. What these words cannot say is shown as it was typed. */

import { capital } from "../common/text.js";
import { own } from "../matching/table.js";
import { inRow } from "./words.js";

const DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)";
const CLOCK = "[0-2]?[0-9]:[0-5][0-9]";
const DAY_PART = `${DAY}(?:-${DAY})?(?:\\[-?[1-5](?:,-?[1-5]){0,4}\\])?`;
const TIME_PART = `${CLOCK}(?:-${CLOCK}|\\+)`;
const MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const RULE = new RegExp(
  `^(?:(?<months>${MONTH})(?:-(?<until>${MONTH}))? ?)?` +
    `(?<days>${DAY_PART}(?:, ?${DAY_PART}){0,8})? ?` +
    `(?<times>24/7|off|closed|${TIME_PART}(?:, ?${TIME_PART}){0,8})?` +
    '(?: ?"(?<note>[^"]{0,200})")?$',
);
const BETWEEN_RULES = new RegExp(`;\\s*|,\\s+(?=${DAY}\\b[^,;]*[0-9]{1,2}:)`);
const BETWEEN_DAYS = /,\s*(?![^[]*\])/;

/**
 * @param {string | undefined} text in the OpenStreetMap form @param {object} words
 * @returns {string[]} a short sentence for each rule, without a full stop
 */
export function hoursWords(text, { clock }) {
  if (!text) return [];
  const rules = text.trim().split(BETWEEN_RULES).map((rule) => rule.trim()).filter(Boolean);
  const said = rules.map((rule) => ruleWords(rule, clock));
  return said.length && !said.includes(null) ? said.filter(Boolean) : [`As typed in the entry: ${text}`];
}

function ruleWords(rule, clock) {
  const found = RULE.exec(rule)?.groups;
  if (!found) return null;
  const days = daysWords(found.days, clock);
  const times = timesWords(found.times);
  if (days === null || times === null) return null;
  const said = times === "closed" ? closedWords(days) : capital([days, times].filter(Boolean).join(", "));
  const words = found.months ? `${spanWords(found, clock)}: ${said}` : said;
  return words && found.note ? `${words} (${found.note})` : words || capital(found.note ?? "");
}

function spanWords({ months, until }, clock) {
  return clock.months[months] + (until ? ` to ${clock.months[until]}` : "");
}

function closedWords(days) {
  if (!days) return "Closed";
  if (days === "every day" || /(?:holidays|month)$/.test(days) || days.includes(" to ")) return `Closed on ${days}`;
  return `Closed on ${days.split(" and ").map((part) => (part.endsWith("holidays") ? part : `${part}s`)).join(" and ")}`;
}

function daysWords(text, clock) {
  if (!text) return "";
  if (text === "Mo-Su") return "every day";
  if (text === "Mo-Su,PH" || text === "Mo-Su, PH") return "every day, bank holidays too";
  const parts = text.split(BETWEEN_DAYS).map((part) => dayWords(part.trim(), clock));
  return parts.includes(null) ? null : inRow(parts.filter(Boolean));
}

function dayWords(part, { days, nth }) {
  const [day, counts] = part.split("[");
  const holiday = (each) => each === "PH" || each === "SH";
  if (counts) {
    const known = counts.replace(/\]+$/, "").split(",").map((each) => own(nth, each)).filter(Boolean);
    return day.includes("-") || holiday(day) ? null : `${inRow(known)} ${days[day]} of the month`;
  }
  const [first, last] = day.split("-");
  if (last && (holiday(first) || holiday(last))) return null;
  return last ? `${days[first]} to ${days[last]}` : days[first];
}

function timesWords(text) {
  if (!text) return "";
  if (text === "24/7") return "24 hours a day, every day";
  if (text === "off" || text === "closed") return "closed";
  const parts = text.split(",").map((part) => timeWords(part.trim()));
  return parts.includes(null) ? null : inRow(parts);
}

function timeWords(part) {
  if (/^(?:0?0:00-24:00|00:00-00:00)$/.test(part)) return "24 hours";
  const [start, end] = part.replace(/\++$/, "").split("-");
  const first = clockWords(start);
  const last = end ? clockWords(end) : "";
  if (first === null || last === null) return null;
  return end ? `${first} to ${last}` : `from ${first}`;
}

/** A time of day: "9am", "9:30pm", "midday", "midnight"; a time after 24:00 is of the next day. */
function clockWords(text) {
  const [past, minute] = text.split(":").map(Number);
  if (past > 26) return null;
  const hour = past % 24;
  if (!minute && hour % 12 === 0) return hour ? "midday" : "midnight";
  return `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, "0")}` : ""}${hour < 12 ? "am" : "pm"}`;
}
