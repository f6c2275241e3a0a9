/** Whether a person belongs where a service works: the twin of `rightdoor.matching.area`. */

import { oneOf } from "./operators.js";
import { own } from "./table.js";

/** @param {string} area @param {object} world @returns {string[]} an area and those it lies within; itself where it is unknown */
export function placesAround(area, world) {
  return own(world.chains, area) ?? [area];
}

/** @returns {Set<string>} every area that was answered, and those it lies within */
export function placesOf(answers, world) {
  return new Set(Object.values(answers.areas).flatMap((area) => placesAround(area, world)));
}

/**
 * Whether a service may serve any of these places: one that has not said where it works may serve the area in whose
 * folder it lies, and a national one all.
 */
export function mayServe(record, places) {
  const stated = record.criteria?.area;
  return stated ? stated.areas.some((each) => places.has(each)) : record.national === true || places.has(record.folder);
}

/** What the area of a service comes to, where its basis asks about one tie or about two. */
export function judgeArea(limit, answered, world) {
  if (!limit) {
    const areas = Object.values(answered);
    return oneOf(areas.length ? areas : null, null);
  }
  const { ties, order } = world.grammar.bases[limit.basis];
  let first = order.length;
  for (const tie of ties) {
    const area = own(answered, tie);
    const state = oneOf(area === undefined ? null : placesAround(area, world), limit.areas, limit.around);
    first = Math.min(first, order.indexOf(state));
  }
  return order[first];
}
