/** The one order of fields, that of `properties` in the JSON Schema: as `rightdoor.records.order`. */

import { schemas } from "./built/grammar.js";

/** @param {Object} data of an entry @param {string} kind @returns {Object} the same with the fields of every group in order */
export function orderedEntry(data, kind) {
  return ordered(data, schemas[kind], schemas[kind]);
}

/** Fields that the grammar does not know follow, as they were; the rows of a list have the order of the list. */
function ordered(value, node, whole) {
  if (Array.isArray(value)) return value.map((each) => ordered(each, node, whole));
  if (value === null || typeof value !== "object") return value;
  const parts = partsOf(node, whole);
  const known = new Map(parts.flatMap((part) => Object.entries(part.properties ?? {})).reverse());
  const others = parts.find((part) => typeof part.additionalProperties === "object")?.additionalProperties;
  const order = [...new Set(parts.flatMap((part) => Object.keys(part.properties ?? {})))];
  const names = [...order.filter((name) => Object.hasOwn(value, name)), ...Object.keys(value).filter((name) => !known.has(name))];
  return Object.fromEntries(names.map((name) => [name, ordered(value[name], known.get(name) ?? others, whole)]));
}

/** A node of the schema and what it says by its rows, its branches and what it refers to, the nearest first. */
function partsOf(node, whole) {
  if (!node || typeof node !== "object") return [];
  const referred = node.$ref ? [whole.$defs[node.$ref.slice("#/$defs/".length)]] : [];
  return [node, ...[node.items, ...(node.anyOf ?? []), ...referred].flatMap((each) => partsOf(each, whole))];
}
