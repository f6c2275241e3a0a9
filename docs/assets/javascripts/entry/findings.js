/**
 * Where a record breaks its schema, as plain values: of several branches only the one that was meant.
 *
 * The twin of `rightdoor.records.findings`. The functions that ajv made decide whether anything is wrong; this looks for
 * what it is, with the schema's own words at hand, and is asked about broken records only.
 */

import { schemas } from "./built/grammar.js";
import { same } from "./same.js";

/** Of a list or group that is too long nothing further is said: a list of 9,000 wrong words is one fault. */
const MOST = { items: "maxItems", uniqueItems: "maxItems", propertyNames: "maxProperties", additionalProperties: "maxProperties" };
const KINDS = {
  object: isFields,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  integer: Number.isInteger,
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
};

/**
 * @typedef {Object} Finding
 * @property {string} rule that is broken @property {*} limit of it @property {Object} node of the schema
 * @property {*} value with its @property {(string | number)[]} path
 * @property {boolean} isName whether the name of a field is at fault
 * @property {string} [given] the field beside which another may not stand @property {string} [missing] the field that lacks
 * @property {Finding[][]} [branches] what is wrong with each branch
 */

/** @param {*} data @param {string} kind @returns {Finding[]} every rule that a record of this kind breaks */
export function findings(data, kind) {
  return broken(schemas[kind], data, { path: [], isName: false, whole: schemas[kind] }).flatMap(meant);
}

/** @param {Finding} finding @returns {(string | number)[]} the place at fault: of a wrong name, the field of that name */
export function placeOf({ isName, path, value }) {
  return isName ? [...path, String(value)] : path;
}

/** @param {(string | number)[]} path @param {string} [otherwise] @returns {string} the name of the field that holds a value */
export function lastField(path, otherwise = "this record") {
  return path.filter((each) => typeof each === "string").pop() ?? otherwise;
}

/** @param {*} value @returns {boolean} whether it is a group of fields */
export function isFields(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function broken(node, value, at) {
  return Object.entries(node).flatMap(([rule, limit]) => {
    if (tooLong(value, node[MOST[rule]])) return [];
    return (RULES[rule]?.(limit, value, at, node) ?? []).map((each) => (each === true ? found(rule, limit, node, value, at) : each));
  });
}

function found(rule, limit, node, value, { path, isName, given }, more = {}) {
  return { rule, limit, node, value, path, isName, given, ...more };
}

function tooLong(value, most) {
  if (most === undefined || value === null || typeof value !== "object") return false;
  return (Array.isArray(value) ? value : Object.keys(value)).length > most;
}

const inside = (at, step) => ({ ...at, path: [...at.path, step] });
const when = (wrong) => (wrong ? [true] : []);
const holds = (node, value, at) => broken(node, value, at).length === 0;
const letters = (value) => [...value].length;

/** What each rule of our schemas finds: true for the rule itself, or what is found further inside. */
const RULES = {
  $ref: (name, value, at) => broken(at.whole.$defs[name.slice("#/$defs/".length)], value, at),
  type: (kind, value) => when(!KINDS[kind](value)),
  const: (wanted, value) => when(!same(wanted, value)),
  enum: (words, value) => when(!words.some((each) => same(each, value))),
  minLength: (least, value) => when(typeof value === "string" && letters(value) < least),
  maxLength: (most, value) => when(typeof value === "string" && letters(value) > most),
  pattern: (form, value) => when(typeof value === "string" && !new RegExp(form, "u").test(value)),
  minimum: (least, value) => when(typeof value === "number" && value < least),
  maximum: (most, value) => when(typeof value === "number" && value > most),
  minItems: (least, value) => when(Array.isArray(value) && value.length < least),
  maxItems: (most, value) => when(Array.isArray(value) && value.length > most),
  uniqueItems: (asked, value) => when(asked && Array.isArray(value) && value.some((each, at) => firstOf(value, each) < at)),
  items: (node, value, at) => (Array.isArray(value) ? value.flatMap((each, index) => broken(node, each, inside(at, index))) : []),
  minProperties: (least, value) => when(isFields(value) && Object.keys(value).length < least),
  maxProperties: (most, value) => when(isFields(value) && Object.keys(value).length > most),
  properties: (nodes, value, at) => {
    if (!isFields(value)) return [];
    return Object.keys(nodes)
      .filter((name) => Object.hasOwn(value, name))
      .flatMap((name) => broken(nodes[name], value[name], inside(at, name)));
  },
  additionalProperties: (node, value, at, { properties = {} }) => {
    const others = isFields(value) ? Object.keys(value).filter((name) => !Object.hasOwn(properties, name)) : [];
    return node === false ? when(others.length) : others.flatMap((name) => broken(node, value[name], inside(at, name)));
  },
  propertyNames: (node, value, at) =>
    isFields(value) ? Object.keys(value).flatMap((name) => broken(node, name, { ...at, isName: true })) : [],
  required: (names, value, at, node) =>
    isFields(value)
      ? names
          .filter((name) => !Object.hasOwn(value, name))
          .map((missing) => found("required", names, node, value, at, { missing }))
      : [],
  dependentSchemas: (nodes, value, at) =>
    isFields(value)
      ? Object.keys(nodes)
          .filter((name) => Object.hasOwn(value, name))
          .flatMap((given) => broken(nodes[given], value, { ...at, given }))
      : [],
  not: (node, value, at) => when(holds(node, value, at)),
  if: (node, value, at, { then, else: otherwise }) => {
    const next = holds(node, value, at) ? then : otherwise;
    return next ? broken(next, value, at) : [];
  },
  anyOf: (nodes, value, at, node) => {
    const branches = nodes.map((each) => broken(each, value, at));
    return branches.every((each) => each.length) ? [found("anyOf", nodes, node, value, at, { branches })] : [];
  },
};

function firstOf(list, value) {
  return list.findIndex((each) => same(each, value));
}

/** The finding itself, or those of the branch that was meant; the finding where no branch was. */
function meant(finding) {
  if (finding.rule !== "anyOf") return [finding];
  const ofOtherKind = (each) => each.path.length === finding.path.length && ["type", "const"].includes(each.rule);
  const possible = finding.branches.filter((branch) => !branch.some(ofOtherKind));
  return possible.length === 1 ? possible[0].flatMap(meant) : [finding];
}
