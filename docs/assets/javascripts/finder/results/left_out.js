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

/** Takes every choice back, in one step. */
export function clearFilters(store) {
  store.change({ filters: { language: [], cost: [], delivery: [], access: [], self: false, open: false } });
}

/** Why some of what is left out is: nobody has said it. "" where all of it is known to be otherwise. */
function unknownSaid({ out, unknown, leftOut = {} }) {
  if (!unknown) return "";
  const asked = [...FILTERS, ...SWITCHES].filter(({ group }) => leftOut[group]).map(({ says }) => says);
  const which = unknown === out ? (out === 1 ? "it" : "all of them") : `${unknown} of them`;
  return `${which} only because nobody has said ${asked.join(" or ") || "so"}`;
}

/**
 * Whether filters leave nothing that may take the person, where something may without them.
 *
 * @param {object} groups what is left @param {object} all the same without filters
 */
export function leavesNothing(groups, all) {
  const may = ({ fits, check }) => fits.length + check.length;
  return !may(groups) && may(all) > 0;
}

/**
 * Says what is hidden where filters leave nothing: never that nothing is listed.
 *
 * @param {{out: number, unknown: number, leftOut?: Record<string, number>}} narrowed @returns {string}
 */
export function hiddenSaid(narrowed) {
  const unknown = unknownSaid(narrowed);
  return `${counted(narrowed.out, "service is", "services are")} hidden by them${unknown ? `: ${unknown}` : ""}.`;
}

/**
 * Says how many services the filters leave out, and of how many that is only because nobody has said.
 *
 * @param {{out: number, unknown: number, leftOut?: Record<string, number>}} narrowed
 * @returns {string} "" where nothing is left out
 */
export function leftOutSaid(narrowed) {
  if (!narrowed.out) return "";
  const unknown = unknownSaid(narrowed);
  return `The filters leave out ${counted(narrowed.out, "service")}${unknown ? `: ${unknown}` : ""}.`;
}
