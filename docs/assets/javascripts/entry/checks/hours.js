/**
 * Opening hours that nothing can read: as `rightdoor.records.checks.hours_not_readable`.
 *
 * Days, times, holidays, remarks and what is open or off are read here. Months, weeks, Easter and sunset may stand in
 * hours too; where they do, only the pull request's check can tell, and nothing is said.
 */

import { error, texts } from "./frame.js";

const EXAMPLE = "Type it as in: Mo-Fr 09:00-17:00; PH off. Always open is 24/7.";
const DAY = "(?:mo|tu|we|th|fr|sa|su)";
const NTH = "\\[-?[0-9](?:[-,] ?-?[0-9])*\\]";
const DAYS = `(?:${DAY}(?:-${DAY}|${NTH})?|[Pp][Hh]|[Ss][Hh])`;
const TIME = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9]";
const END = "(?:[0-3]?[0-9]|4[0-7]):[0-5][0-9]|48:00";
const SPAN = `${TIME}(?: ?- ?(?:${END})\\+?(?:/[0-9]+(?::[0-9]{2})?)?|\\+)`;
const WHEN = `24/7|(?:[PS]H (?=${DAY}))?${DAYS}(?:, ?${DAYS})*(?: [PS]H)?(?: ${SPAN}(?:, ?${SPAN})*)?|${SPAN}(?:, ?${SPAN})*`;
const STATE = 'open|off|closed|unknown|"[^"]*"|(?:open|off|closed|unknown) "[^"]*"';
const RULE = `(?:(?:${WHEN})(?: (?:${STATE}))?|(?:${STATE}))`;
const HOURS = new RegExp(`^${RULE}(?:(?: ?; ?|, | \\|\\| )${RULE})*$`, "i");
const ELSEWHERE = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|week|easter|sunrise|sunset|dawn|dusk|day|days|(?:19|20)[0-9]{2}(?!:))\b/i;
const KNOWN =
  /\b(?:mo|tu|we|th|fr|sa|su|ph|sh|open|off|closed|unknown|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|week|easter|sunrise|sunset|dawn|dusk|day|days)\b/gi;

const DAY_WORDS = /\b(mo|tu|we|th|fr|sa|su)(?:n|e|d|u|i|t|es|ur|rs|urs)?(?:nesday|rsday|urday|sday|day)?s?\b/gi;
const TIME_WORDS = /\b([0-9]{1,2})(?:[:.]([0-9]{2}))? ?(am|pm)/gi;
const HALF = /(^|[^0-9:.])([0-9]{1,2})([:.][0-9]{2})?-([0-9]{1,2}(?:[:.][0-9]{2})?) ?(am|pm)/gi;
const DOTTED = /(^|[^0-9])([0-9]{2})\.([0-9]{2})(?![0-9])/g;
const BARE = /(^|[^0-9:.])([0-9]{1,2})-([0-9]{1,2})(?![0-9:.])/g;
const OPEN_END = /(^|[^-0-9:])([0-9]{2}:[0-9]{2})$/;
const ALWAYS =
  /^(?:open |available )?(?:always|24x7|round the clock|24 ?(?:hours|hrs|hr|h)(?: a day)?)(?: open)?(?:,? (?:and )?(?:7|seven) days(?: a week)?|,? every day|,? 365 days a year)*$/i;
const HOLIDAYS =
  /[,;.]?\s*\(?(?:(?:but|and) )?(?:closed|not|except|excluding)(?: (?:on|for))?(?: (?:all|any))? (?:bank|public) holidays?\)?/gi;

/** Hours that nothing can read. */
export function hoursNotReadable(entry) {
  return texts(entry, "hours")
    .filter(([, hours]) => !isReadable(hours))
    .map(([path, hours]) => error("hours-not-readable", path, `The opening hours “${hours}” cannot be read.`, tip(hours)));
}

/** @param {string} hours @returns {boolean} whether they have the form of OpenStreetMap, as far as can be told here */
export function isReadable(hours) {
  if (HOURS.test(hours)) return !/\bP[h]|\bp[Hh]|\bS[h]\b|\bs[Hh]\b/.test(hours.replace(/"[^"]*"/g, ""));
  const bare = hours.replace(/"[^"]*"/g, "");
  return ELSEWHERE.test(bare) && !/\p{L}/u.test(bare.replace(KNOWN, "")) && /^[\p{L}0-9 :;,|+/[\]()-]*$/u.test(bare);
}

/** What to type: the hours in the form that can be read, if they can be guessed. */
function tip(hours) {
  const typed = hours.replace(/^[ .]+|[ .]+$/g, "");
  if (ALWAYS.test(typed)) return "Type: 24/7";
  const guess = guessed(typed);
  const readable = [guess.replace(/, /g, " "), guess, guess.replace(/ and /g, ",")].find((each) => isReadable(each));
  if (readable) return `Type: ${readable}`;
  const ended = guess.replace(OPEN_END, (_, before, time) => `${before}${twoHours(time)}`);
  return ended !== guess && isReadable(ended) ? `Say when it ends as well, as in: ${ended}` : EXAMPLE;
}

function guessed(typed) {
  return typed
    .replace(HOLIDAYS, "; PH off")
    .replace(/–/g, "-")
    .replace(DAY_WORDS, (_, day) => day[0].toUpperCase() + day.slice(1).toLowerCase())
    .replace(/\b(?:weekdays|daily|every day)\b/gi, (word) => (word.toLowerCase() === "weekdays" ? "Mo-Fr" : "Mo-Su"))
    .replace(/\s*(?:\b(?:to|until)\b|-)\s*/g, "-")
    .replace(HALF, byTheSecond)
    .replace(TIME_WORDS, by24Hours)
    .replace(DOTTED, "$1$2:$3")
    .replace(/\bmidnight\b/gi, "24:00")
    .replace(/\b(?:12 )?(?:midday|noon)\b/gi, "12:00")
    .replace(BARE, byDay)
    .replace(/^; /, "");
}

/** A first time without am or pm: 9-5pm is from the morning, 2-5pm from the afternoon. */
function byTheSecond(_, before, first, minutes, second, half) {
  const start = Number(first) <= Number(second.split(/[:.]/)[0]) ? half : "am";
  return `${before}${first}${minutes ?? ""}${start}-${second}${half}`;
}

/** Hours without am or pm that can only be those of a working day: 9-5 is 09:00-17:00. */
function byDay(found, before, first, second) {
  const [start, end] = [Number(first), Number(second)];
  if (start < 7 || start > 11 || end < 1 || end > 8) return found;
  return `${before}${String(start).padStart(2, "0")}:00-${end + 12}:00`;
}

function twoHours(time) {
  return `${time}-${String(Math.min(Number(time.slice(0, 2)) + 2, 24)).padStart(2, "0")}${time.slice(2)}`;
}

function by24Hours(_, typed, minutes, half) {
  const hour = (Number(typed) % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  return `${String(hour).padStart(2, "0")}:${minutes ?? "00"}`;
}
