/** What is said of a value of the wrong kind, such as a number for text: as `rightdoor.records.grammar_kinds`. */

import { isFields, lastField } from "./findings.js";
import { formOf } from "./forms.js";
import { nearestWord } from "./nearest.js";
import { allowed } from "./say_codes.js";
import { described, forExample, kindTaken, written } from "./words.js";

const UNKNOWN = ["unknown", "not known", "not stated", "n/a", "tbc", "?"];
const LEAVE_OUT = "Delete the line: what is left out is shown as unknown.";
const RANGE = /^[0-9]+ ?(?:-|–|to) ?([0-9]+)$/;
const SPAN_UNITS = "Say the unit: {value}d for days, {value}w for weeks, {value}m for months.";
const UNITS = {
  age: "Type {value}y for years, or {value}m for months.",
  years: "Type {value}y",
  span: SPAN_UNITS,
  flag: SPAN_UNITS,
};

/** @param {import("./findings.js").Finding} finding the words for a value of the wrong kind */
export function wrongKind(finding) {
  const { limit, value, node, path } = finding;
  const unit = limit === "string" && Number.isInteger(value) && formOf(node.pattern) in UNITS;
  const what = unit ? ", a number without its unit" : ` where ${kindTaken(limit)} is needed`;
  return { code: "wrong-type", message: `${lastField(path)} is ${described(value)}${what}.`, tip: tipFor(finding) };
}

/** @param {import("./findings.js").Finding} finding the words for a value that is none of several kinds allowed */
export function noBranch({ path, value, limit, node }) {
  const name = lastField(path);
  return {
    code: typeof value === "string" ? "unknown-word" : "wrong-type",
    message: `${name} is ${described(value)}, which is not allowed here.`,
    tip: tipForBranches(name, value, limit, node),
  };
}

function tipForBranches(name, value, limit, node) {
  if (Number.isInteger(value) && name === "age") return `Type ${name}: {from: ${value}y} or ${name}: any`;
  if (isUnknown(value)) return LEAVE_OUT;
  const fixed = limit.filter((each) => "const" in each).map((each) => each.const);
  const meant = fixedWord(value, fixed);
  const groups = (node.examples ?? []).filter((each) => typeof each !== "string").slice(0, 1);
  const shapes = meant ? [meant] : [...fixed, ...groups.map(written)];
  return `Type ${shapes.map((each) => `${name}: ${each}`).join(" or ")}`;
}

function fixedWord(value, fixed) {
  if (typeof value !== "string") return null;
  return fixed.find((each) => value && each.startsWith(value.toLowerCase())) ?? nearestWord(value, fixed, 0.6);
}

function isUnknown(value) {
  return typeof value === "string" && UNKNOWN.includes(value.toLowerCase());
}

const TIPS = { string: tipForText, array: tipForList, object: tipForGroup };

function tipFor(finding) {
  const { limit, value, node, path } = finding;
  const name = lastField(path);
  if (isUnknown(value)) return LEAVE_OUT;
  if (TIPS[limit]) return TIPS[limit](finding, name);
  if (limit === "boolean") return `Type ${name}: true, or delete the line.`;
  if (typeof value === "string" && /^[0-9]+$/.test(value.trim())) {
    return `Leave the quotes out: ${name}: ${value.trim()}`;
  }
  const ends = typeof value === "string" && RANGE.exec(value);
  if (ends) return `Type the larger number, ${name}: ${ends[1]}, and say the range in words in note of the service.`;
  return forExample(name, node).trim() || "Type a number, without quotes or words.";
}

function tipForText({ value, node }, name) {
  const words = node.enum ?? [];
  if (typeof value === "boolean") {
    const word = value ? "yes" : "no";
    return words.includes(word) || !words.length ? `Type ${name}: ${word}` : allowed(words);
  }
  if (typeof value === "number") {
    const tip = UNITS[formOf(node.pattern)] ?? `Put it in quotes: ${name}: "{value}"`;
    return tip.replace(/\{value\}/g, String(value));
  }
  if (Array.isArray(value) && value.length === 1) return `Type one value without brackets: ${name}: ${written(value[0])}`;
  return forExample(name, node).trim() || "Type words.";
}

function tipForList({ value }, name) {
  if (isFields(value)) {
    return `Begin each row of ${name} with a dash and a blank, or put square brackets around: [{…}]`;
  }
  const parts = typeof value === "string" ? value.split(",").map((each) => each.replace(/^[ []+|[ \]]+$/g, "")) : [value];
  return `Put square brackets around it: ${name}: ${written(parts.filter((each) => each !== ""))}`;
}

function tipForGroup({ value, node }, name) {
  const fields = Object.keys(node.properties ?? {}).join(", ");
  if (Array.isArray(value)) return `Write its fields without a dash. They are: ${fields}.`;
  if (node.required?.length === 1 && typeof value === "string") {
    return `Type ${name}: {${node.required[0]}: ${written(value)}}`;
  }
  return `Write its fields on lines of their own, further to the right. They are: ${fields}.`;
}
