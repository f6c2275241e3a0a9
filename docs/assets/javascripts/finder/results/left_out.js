/** What is said of the services that filters leave out. No DOM. */

import { counted } from "./grouped.js";

/** The groups of filters in the order shown, with their names; `says` is what nobody has said of a service. */
export const FILTERS = Object.freeze([
  { group: "delivery", title: "How it is given", says: "how it is given" },
  { group: "cost", title: "Cost", says: "what it costs" },
  { group: "language", title: "Language", says: "which languages are spoken" },
  { group: "access", title: "Access", says: "what access there is" },
]);
export const SWITCHES = Object.freeze([
  { group: "self", title: "People can refer themselves", says: "whether people can refer themselves" },
  { group: "open", title: "Open now", says: "when it is open" },
]);

/** @param {import("../state.js").Filters} filters @returns {number} how many choices are made */
export function chosen(filters) {
  return FILTERS.reduce((sum, { group }) => sum + filters[group].length, 0) + SWITCHES.filter(({ group }) => filters[group]).length;
}

/**
 * Says how many services the filters leave out, and of how many that is only because nobody has said.
 *
 * @param {{out: number, unknown: number, leftOut?: Record<string, number>}} narrowed
 * @returns {string} "" where nothing is left out
 */
export function leftOutSaid({ out, unknown, leftOut = {} }) {
  if (!out) return "";
  const all = `The filters leave out ${counted(out, "service")}`;
  const asked = [...FILTERS, ...SWITCHES].filter(({ group }) => leftOut[group]).map(({ says }) => says);
  if (!unknown) return `${all}.`;
  const which = unknown === out ? (out === 1 ? "it" : "all of them") : `${unknown} of them`;
  return `${all}: ${which} only because nobody has said ${asked.join(" or ") || "so"}.`;
}
