/** Ages and lengths of time: as numbers that compare as in `rightdoor.model.measure`, and in words. */

const HOURS = Object.freeze({ h: 1, d: 24, w: 168, m: 730, y: 8760 });
const UNITS = Object.freeze({ h: "hour", d: "day", w: "week", m: "month", y: "year" });

const YEARS = "(?:y|yo|yr|yrs|year|years)(?: ?old)?";
const MONTHS_OLD = "(?:m|mo|mth|mths|month|months)(?: ?old)?";
const AGE = new RegExp(`^(?:([0-9]{1,3}) ?(?:${YEARS}))?(?: ?(?:and ?)?([0-9]{1,2}) ?${MONTHS_OLD})?$`);
const SPAN = /^([0-9]{1,4}) ?(h|hours?|hrs?|d|days?|w|wks?|weeks?|m|mths?|months?|y|yrs?|years?)(?: ?ago)?$/;

/** Words beside an age: who it is ("34 F", "M34", "34y male") and "aged". A capital M is male; a small one is months. */
function bareAge(text) {
  const said = text.trim().replace(/^([0-9]{1,3}) ?M$/, "$1").toLowerCase();
  const plain = said.replace(/[.,/]/g, "").replace(/\s+/g, " ");
  const alone = plain.replace(/^(?:aged?|female|male|[fm])(?=[ 0-9]) ?/, "");
  return alone.replace(/^([0-9]+|.*(?:y|yo|yrs?|years?|old)) ?(?:female|male|f)$/, "$1").replace(/^(.*[yrso]) m$/, "$1");
}

/**
 * What a person's stated age may mean, in completed months, both ends included: "34" is 34 years and any month.
 *
 * @param {string} text such as "34", "17y9m", "17 years 9 months", "9m", "34 F" or "aged 34"
 * @returns {[number, number] | null} null where it is not an age
 */
export function readAge(text) {
  const bare = bareAge(text);
  const stated = /^[0-9]{1,3}$/.test(bare) ? `${bare}y` : bare;
  const found = stated && AGE.exec(stated);
  if (!found || (found[1] && Number(found[2] ?? 0) > 11)) return null;
  const youngest = Number(found[1] ?? 0) * 12 + Number(found[2] ?? 0);
  return [youngest, youngest + (found[2] ? 0 : 11)];
}

/**
 * A small m after a number is months to whoever keeps to what this field says, and a man to a GP who types fast. Up to 11 it
 * is read as months, as the age of a baby is written.
 *
 * @param {string} text as typed @returns {boolean} whether it may mean years or months
 */
export function isUnclearAge(text) {
  const found = /^([0-9]{1,3}) ?m$/.exec(text.trim());
  return Boolean(found) && Number(found[1]) > 11;
}

/** @param {string} text an age @returns {string | null} it as the finder keeps it: "34y", "17y9m" or "9m" */
export function ageCode(text) {
  const range = readAge(text);
  if (!range) return null;
  const [years, rest] = [Math.floor(range[0] / 12), range[0] % 12];
  return range[1] > range[0] ? `${years}y` : `${years ? `${years}y` : ""}${rest}m`;
}

function spanOf(text) {
  const found = SPAN.exec(text.trim().toLowerCase().replace(/\s+/g, " "));
  return found && { count: Number(found[1]), unit: found[2][0] };
}

/** @param {string} text such as "3w", "3 weeks" or "1 year ago" @returns {number | null} hours; null where it is no length of time */
export function readSpan(text) {
  const span = spanOf(text);
  return span && span.count * HOURS[span.unit];
}

/** @param {string} text a length of time @returns {string | null} it as the finder keeps it: "3w" */
export function spanCode(text) {
  const span = spanOf(text);
  return span && `${span.count}${span.unit}`;
}

/** @param {string} text a length of time @returns {string} in words: "4 weeks"; the text itself where it is none */
export function spanWords(text) {
  const span = spanOf(text);
  return span ? counted(span.count, UNITS[span.unit]) : text;
}

function counted(count, unit) {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** @param {[number, number]} range in months @returns {string} "18", "17 years and 9 months" or "9 months" */
export function ageWords([youngest, oldest]) {
  const years = Math.floor(youngest / 12);
  const rest = youngest % 12;
  if (!rest && (years || oldest > youngest)) return String(years);
  return years ? `${counted(years, "year")} and ${counted(rest, "month")}` : counted(rest, "month");
}
