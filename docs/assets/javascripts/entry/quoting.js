/** One value as text of a file: plain where that is safe, in double quotes where it is not. As `rightdoor.records.quoting`. */

import { NumberTooLong, plainValue } from "./scalars.js";

const AMISS_AT_START = /^(?:[-?:,[\]{}#&*!|>'"%@`=~ ]|<<)/;
const AMISS_WITHIN = /: | #|[\x00-\x1f\x7f]|[: ]$/;
const AMISS_IN_BRACKETS = /[:,[\]{}]/;
const LIKE_A_NUMBER = /^\+?[0-9][0-9 ]*$/;
const AMISS_IN_LINES = [/^\s/, / $/m, /\r/, /\n\n$/, /^ *[^\S\n ]/m];
/** YAML takes names of up to 1,024 characters, quotes included, before a colon. */
const LONGEST_NAME = 1000;
/** The field for a service's own words: they are a quotation, and always stand in quotation marks. */
const OWN_WORDS = "words";

/** @param {*} value @param {string} name of its field @param {boolean} brackets whether it stands in `[…]` or `{…}` */
export function scalar(value, name, brackets) {
  if (typeof value === "number") return decimal(value);
  if (typeof value !== "string") return String(value);
  return name !== OWN_WORDS && isSafe(value, brackets) ? value : inQuotes(value);
}

function decimal(number) {
  const text = String(number);
  return text.includes("e") ? number.toFixed(20).replace(/\.?0+$/, "") : text;
}

/** @param {string} name of a field @param {boolean} [brackets] */
export function nameText(name, brackets = false) {
  const text = scalar(name, "", brackets);
  return [...text].length <= LONGEST_NAME ? text : `? ${text} `;
}

function inQuotes(text) {
  return JSON.stringify(text).replace(/\x7f/g, "\\x7f");
}

/** @param {*} value @returns {boolean} whether it is text of several lines that reads back exactly from lines of its own */
export function isLines(value) {
  if (typeof value !== "string" || !value.replace(/\n+$/, "").includes("\n")) return false;
  return !AMISS_IN_LINES.some((each) => each.test(value));
}

/** @param {string} text @param {string} indent @returns {[string, string[]]} the sign that begins it, and its lines */
export function splitLines(text, indent) {
  const lines = text.replace(/\n$/, "").split("\n");
  return [text.endsWith("\n") ? "|" : "|-", lines.map((line) => (line ? `${indent}${line}` : ""))];
}

function isSafe(text, brackets) {
  if (!text || AMISS_AT_START.test(text) || AMISS_WITHIN.test(text) || LIKE_A_NUMBER.test(text)) return false;
  if (brackets && AMISS_IN_BRACKETS.test(text)) return false;
  try {
    return plainValue(text) === text;
  } catch (fault) {
    if (fault instanceof NumberTooLong) return false;
    throw fault;
  }
}
