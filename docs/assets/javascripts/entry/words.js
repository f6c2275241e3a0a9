/** Values as a person would type them into a file, and what kind of value something is: as `rightdoor.records.yaml_words`. */

import { shown } from "./refusals.js";

const PLAIN = /^[A-Za-z0-9(£][^,[\]{}\n]*$/;
const NUMBER = /^[-+.0-9_eExXoO:]+$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const KINDS = {
  object: "a group of fields",
  array: "a list",
  string: "text",
  integer: "a whole number",
  boolean: "true or false",
};

/** @param {*} value @returns {string} on one line, with quotes only where they are needed */
export function written(value) {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (value !== null && typeof value === "object") {
    return `{${Object.entries(value).map(([name, each]) => `${name}: ${written(each)}`).join(", ")}}`;
  }
  if (typeof value !== "string") return JSON.stringify(value);
  const number = NUMBER.test(value) && !DATE.test(value);
  const plain = PLAIN.test(value) && !value.includes(": ") && !value.includes(" #") && !/[ :]$/.test(value);
  return plain && !number && !["true", "false", "null"].includes(value) ? value : JSON.stringify(value);
}

/** @param {*} value @returns {string} as messages show it: text in quotation marks, cut short */
export function quoted(value) {
  return typeof value === "string" ? `“${shown(value)}”` : shown(written(value));
}

/** @param {*} value @returns {string} as messages show it, but of lists and groups only that they are that */
export function described(value) {
  if (value === null || typeof value !== "object") return quoted(value);
  return Array.isArray(value) ? KINDS.array : KINDS.object;
}

/** @param {string} name of a type in a schema @returns {string} in plain words */
export function kindTaken(name) {
  return KINDS[name] ?? "a number";
}

/** @param {string} name @param {Object} node @returns {string} the first example of a schema's node; "" where it has none */
export function forExample(name, node) {
  return node.examples?.length ? ` For example: ${name}: ${written(node.examples[0])}` : "";
}

/** @param {string} name @param {Object} node @param {Object} whole @returns {string} an example for a field; "…" for none */
export function exampleOf(name, node, whole) {
  const found = example(node.properties?.[name] ?? {}, whole);
  return found === null ? "…" : written(found);
}

/** The first example of a node, or of what it refers to; a group is made of the fields that must be there. */
function example(node, whole) {
  if (node.examples?.length) return node.examples[0];
  if (node.$ref) return example(whole.$defs[node.$ref.slice("#/$defs/".length)], whole);
  if (node.enum) return node.enum[0];
  if (node.items) {
    const inner = example(node.items, whole);
    return inner === null ? null : [inner];
  }
  if (!node.required?.length) return null;
  return Object.fromEntries(node.required.map((each) => [each, example(node.properties[each], whole)]));
}
