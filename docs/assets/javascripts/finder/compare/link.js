/** The address of a comparison, to be given to others: the services and the area; answers only where that was chosen. */

import { emptyState, hashOf } from "../state.js";

/**
 * The state as it may be shared. Without the answers only the area of the practice stays: where somebody lives, works or
 * died is told of a person.
 *
 * @param {import("../state.js").State} state @param {boolean} withAnswers @returns {import("../state.js").State}
 */
function shared(state, withAnswers) {
  if (withAnswers) return { ...state, filters: emptyState().filters };
  const { practice } = state.areas;
  return { ...emptyState(), areas: practice ? { practice } : {}, shortlist: state.shortlist };
}

/** @param {import("../state.js").State} state @returns {boolean} whether anything is told of a person */
export function holdsAnswers(state) {
  const told = shared(state, true);
  return hashOf({ ...told, type: "", therapy: "" }) !== hashOf(shared(state, false));
}

/**
 * @param {object} context @param {boolean} [withAnswers]
 * @returns {string} the whole address of the comparison
 */
export function linkToShare({ store, links }, withAnswers = false) {
  const { href, search } = window.location;
  const here = href.slice(0, href.length - window.location.hash.length - search.length);
  return new URL(links.compare(hashOf(shared(store.get(), withAnswers))), here).href;
}
