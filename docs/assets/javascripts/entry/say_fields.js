/** What is said of a field that is unknown or missing, or of two that exclude each other: as `rightdoor.records.grammar_fields`. */

import { schemas } from "./built/grammar.js";
import { lastField } from "./findings.js";
import { nearestWord } from "./nearest.js";
import { shown } from "./refusals.js";
import { exampleOf } from "./words.js";

const MOST = 50;

/** @param {import("./findings.js").Finding} finding @returns {string[]} the fields that are not known in their place */
export function unknown({ rule, value, node }) {
  if (rule !== "additionalProperties") return [];
  return Object.keys(value).filter((name) => !Object.hasOwn(node.properties, name)).slice(0, MOST);
}

/** @returns {string | null} the field that was probably meant: one of this place that is not there yet */
export function meantBy(name, { node, value }) {
  return nearestWord(name, Object.keys(node.properties).filter((each) => !Object.hasOwn(value, each)));
}

/** The words for a field that is not known in its place. */
export function unknownField(name, meant, { path, node }, kind) {
  const where = placeWords(path, kind);
  const said = (tip) => ({ code: "unknown-field", message: `There is no field ${shown(name)} ${where}.`, tip });
  if (meant) return said(`Did you mean ${meant}?`);
  if (path.length && Object.hasOwn(schemas[kind].properties, name)) {
    return said(`It belongs to the whole ${kind}: begin its line where the line of name begins.`);
  }
  const outer = homes(name, kind).find((each) => !path.includes(each));
  if (outer) return said(`It belongs in ${outer}: type ${outer}: {${name}: …}`);
  return said(`Delete it. The fields ${where} are: ${Object.keys(node.properties).join(", ")}.`);
}

/** The words for a field that must be there. */
export function missingField({ missing, path, node }, kind) {
  const holder = path.length ? lastField(path, "this row") : `This ${kind}`;
  const tip =
    missing === "on"
      ? "Add on: and the day somebody asked the service. If nobody has asked, type how: never."
      : `Add, for example: ${missing}: ${exampleOf(missing, node, schemas[kind])}`;
  return { code: "missing-field", message: `${holder} has no ${missing}.`, tip };
}

/** The words for two fields of which only one may be given. */
export function notTogether({ given, limit }) {
  const second = limit.required[0];
  return {
    code: "not-together",
    message: `Both ${given} and ${second} are given.`,
    tip: `Keep one of ${given} and ${second}.`,
  };
}

function placeWords(path, kind) {
  if (path.length) return `in ${lastField(path, "this row")}`;
  return `in ${"ao".includes(kind[0]) ? "an" : "a"} ${kind}`;
}

/** The groups of fields of a record of this kind in which a field of this name may stand. */
function homes(name, kind) {
  const whole = schemas[kind];
  const inside = (node) => (node.$ref ? whole.$defs[node.$ref.slice("#/$defs/".length)] : node).properties ?? {};
  return Object.keys(whole.properties).filter((outer) => Object.hasOwn(inside(whole.properties[outer]), name));
}
