/** What every check is given and how it says what it found: as `rightdoor.records.checks.frame`. */

import { isFields } from "../findings.js";

/**
 * @typedef {Object} Entry
 * @property {string} kind "service" or "organization" @property {string} id @property {string} [folder]
 * @property {Object} data without the places that break the grammar
 * @property {Object} world what the site knows @property {string} today
 */

/** @param {string} code @param {(string | number)[]} path @returns {Object} an error */
export function error(code, path, message, tip) {
  return { level: "error", code, path, message, tip };
}

/** @param {string} code @param {(string | number)[]} path @returns {Object} a warning */
export function warning(code, path, message, tip) {
  return { ...error(code, path, message, tip), level: "warning" };
}

/** @param {*} value @returns {Object} the group of fields that it is; an empty one where it is none */
export function group(value) {
  return isFields(value) ? value : {};
}

/** @param {*} value @returns {[number, Object][]} the rows of a list, each with its place */
export function rows(value) {
  return Array.isArray(value) ? [...value.entries()].filter(([, row]) => isFields(row)) : [];
}

/** @param {*} value @returns {[number, string][]} the texts of a list, each with its place */
export function listed(value) {
  return Array.isArray(value) ? [...value.entries()].filter(([, each]) => typeof each === "string") : [];
}

/** @param {Entry} entry @param {string[]} names @returns {[(string | number)[], string][]} the texts in any of these fields, wherever */
export function texts({ data }, ...names) {
  const found = new Map(names.map((name) => [name, []]));
  collect(Object.entries(data), [], null, found);
  return names.flatMap((name) => found.get(name));
}

function collect(parts, path, within, found) {
  for (const [step, value] of parts) {
    const here = [...path, step];
    if (typeof value === "string") found.get(within ?? step)?.push([here, value]);
    else if (Array.isArray(value)) collect(value.entries(), here, within ?? step, found);
    else if (isFields(value)) collect(Object.entries(value), here, null, found);
  }
}

/** Where the criteria of a service stand: once for everywhere, and again where an area differs; `own` are written there. */
export function criteriaOf({ data }) {
  const base = group(data.criteria);
  const places = Object.fromEntries(Object.keys(base).map((name) => [name, ["criteria", name]]));
  const here = Object.entries(group(data.by_area)).flatMap(([area, rules]) => {
    const own = group(group(rules).criteria);
    const names = Object.keys(own);
    const paths = Object.fromEntries(names.map((name) => [name, ["by_area", area, "criteria", name]]));
    return names.length ? [{ values: { ...base, ...own }, places: { ...places, ...paths }, own: names }] : [];
  });
  return [{ values: base, places, own: Object.keys(base) }, ...here];
}

/** @returns {[(string | number)[], Object][]} each place where a criterion is written out, such as `age: {from: …}` */
export function limitsOf(entry, name) {
  return criteriaOf(entry)
    .filter(({ own, values }) => own.includes(name) && isFields(values[name]))
    .map(({ values, places }) => [places[name], values[name]]);
}

/** @returns {[(string | number)[], Object][]} a service's fields, then those that differ in an area, each with its place */
export function everywhere({ data }) {
  return [[[], data], ...Object.entries(group(data.by_area)).map(([area, here]) => [["by_area", area], group(here)])];
}
