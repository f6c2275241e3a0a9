/** What is said of a value: what was found, what is allowed, what to type. As `rightdoor.records.grammar_values`. */

import { lastField } from "./findings.js";
import { FORMS, formOf, looksLike, putRight } from "./forms.js";
import { shown } from "./refusals.js";
import { same } from "./same.js";
import { notACode } from "./say_codes.js";
import { noBranch, wrongKind } from "./say_kinds.js";
import { forExample, quoted } from "./words.js";

const EMPTY = ["minLength", "minItems", "minProperties"];
const SAY = {
  type: wrongKind,
  anyOf: noBranch,
  enum: notACode,
  const: notACode,
  pattern: wrongForm,
  maxLength: tooLong,
  maxItems: tooMany,
  maxProperties: tooMany,
  uniqueItems: repeated,
  minimum: outOfRange,
  maximum: outOfRange,
};

/** @param {import("./findings.js").Finding} finding @returns {{code: string, message: string, tip: string}} */
export function sayValue(finding) {
  return finding.value === null || EMPTY.includes(finding.rule) ? empty(finding) : SAY[finding.rule](finding);
}

function empty({ path, node }) {
  const name = lastField(path);
  const tip = `Write a value, or delete the line: what is left out is unknown.${forExample(name, node)}`;
  return { code: "empty-value", message: `${name} is empty.`, tip };
}

function wrongForm({ path, value, limit }) {
  const form = formOf(limit);
  const right = putRight(value, form);
  return {
    code: "wrong-form",
    message: `${lastField(path)} is “${shown(value)}”; ${FORMS[form]}.`,
    tip: right ? `Type: ${right}` : looksLike(form, value),
  };
}

function tooLong({ path, value, limit }) {
  const name = lastField(path);
  const more = name === "summary" ? " Keep one sentence; the rest can go into description." : "";
  return {
    code: "too-long",
    message: `${name} has ${figure([...value].length)} letters; at most ${figure(limit)} are allowed.`,
    tip: `Shorten it.${more}`,
  };
}

function figure(number) {
  return String(number).replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
}

function tooMany({ path, value, limit, rule }) {
  const [count, what] = rule === "maxItems" ? [value.length, "entries"] : [Object.keys(value).length, "fields"];
  const message = `${lastField(path)} has ${count} ${what}; at most ${limit} are allowed.`;
  return { code: "too-many", message, tip: "Keep those that help a reader most." };
}

function repeated({ path, value }) {
  const twice = value.find((each, at) => value.slice(0, at).some((earlier) => same(earlier, each)));
  const message = `${lastField(path)} holds ${quoted(twice)} more than once.`;
  return { code: "repeated-value", message, tip: "Delete one of the two." };
}

function outOfRange({ path, value, limit, rule }) {
  const side = rule === "minimum" ? "at least" : "at most";
  return {
    code: "out-of-range",
    message: `${lastField(path)} is ${value}; it must be ${side} ${limit}.`,
    tip: "Check the number.",
  };
}
