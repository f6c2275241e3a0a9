/** Values as lines of a file, in the one style that files have: as `rightdoor.records.write`, which has the remarks too. */

import { isLines, nameText, scalar, splitLines } from "./quoting.js";

const WIDTH = 120;

/** @param {Object} group in its order @param {number} column @returns {string[]} its fields, one below the other */
export function fields(group, column) {
  return Object.entries(group).flatMap(([name, value]) => field(name, value, column));
}

/** @param {string} name @param {*} value @param {number} column @returns {string[]} the lines of one field */
export function field(name, value, column) {
  return behind(`${" ".repeat(column)}${nameText(name)}:`, value, name, column);
}

/** @param {*} value of a list @param {number} column @returns {string[]} its lines, the first with its dash */
export function item(value, column) {
  return behind(`${" ".repeat(column)}-`, value, "", column);
}

/** A value behind its name or dash. */
function behind(start, value, name, column) {
  if (isLines(value)) {
    const [sign, lines] = splitLines(value, " ".repeat(column + 2));
    return [`${start} ${sign}`, ...lines];
  }
  const line = `${start} ${onOneLine(value, name, false)}`;
  if (!isFilled(value) || (isRow(value) && [...line].length <= WIDTH)) return [line];
  const inner = Array.isArray(value) ? value.flatMap((each) => item(each, column + 2)) : fields(value, column + 2);
  if (!start.endsWith("-")) return [start, ...inner];
  return [`${start} ${inner[0].trimStart()}`, ...inner.slice(1)];
}

function onOneLine(value, name, brackets) {
  if (Array.isArray(value)) return `[${value.map((each) => onOneLine(each, "", true)).join(", ")}]`;
  if (value === null || typeof value !== "object") return scalar(value, name, brackets);
  const inside = Object.entries(value).map(([key, each]) => `${nameText(key, true)}: ${onOneLine(each, key, true)}`);
  return `{${inside.join(", ")}}`;
}

function isGroup(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isFilled(value) {
  return value !== null && typeof value === "object" && Object.keys(value).length > 0;
}

/** Whether a group or list is read more easily on one line. */
function isRow(value) {
  if (isGroup(value)) return Object.values(value).every((each) => !isGroup(each) && isPlain(each));
  return value.some((each) => each === null || typeof each !== "object") && value.every(isRowItem);
}

function isRowItem(value) {
  return isFilled(value) ? isRow(value) : !isLines(value);
}

function isPlain(value) {
  if (!Array.isArray(value)) return !isLines(value);
  return value.every((each) => (each === null || typeof each !== "object") && !isLines(each));
}
