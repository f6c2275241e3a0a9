/**
 * Reads the neutral words of an address as the codes that they stand for, and drops what this directory does not know,
 * such as a code from an old link or a stranger's.
 */

import { own } from "../matching/table.js";
import { meantIn } from "./neutral.js";

/** The part of a table whose names are known. */
function only(told, isKnown, meant) {
  return Object.fromEntries(Object.entries(told).map(([word, said]) => [meant(word), said]).filter(([code]) => isKnown(code)));
}

/**
 * @param {import("./state.js").State} state @param {Set<string>} areas ids @returns {import("./state.js").State} without
 *   areas that are not there: they are never asked for
 */
export function inKnownAreas(state, areas) {
  return { ...state, areas: Object.fromEntries(Object.entries(state.areas).filter(([, id]) => areas.has(id))) };
}

/** @param {import("./state.js").State} state @param {object} grammar of `matching.json` @returns {import("./state.js").State} */
export function known(state, grammar) {
  const { needs, severities, reasons, groups, who, labels } = grammar;
  const meant = meantIn(grammar);
  const type = meant(state.type);
  const isReason = (code) => own(reasons, code) !== undefined || own(groups, code) !== undefined;
  return {
    ...state,
    needs: [...new Set(state.needs.map(meant))].filter((code) => own(needs, code) !== undefined),
    type: own(labels.type, type) === undefined ? "" : type,
    therapy: own(labels.therapies, state.therapy) === undefined ? "" : state.therapy,
    severity: severities.some(({ code }) => code === state.severity) ? state.severity : "",
    flags: only(state.flags, isReason, meant),
    route: own(who, state.route) === undefined ? "" : state.route,
    people: only(state.people, (code) => own(groups, code) !== undefined, meant),
  };
}
