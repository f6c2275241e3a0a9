/** The topics offered for what was typed, beside those that its words find. */

import { speaksOfCaring, speaksOfSuicideLoss } from "./query.js";

const MOST_TERMS = 6;

/** A topic of crisis among so many first ones shows crisis help, however it was found. */
export const FIRST_TERMS = 3;

/** The needs that crisis words stand for, and crisis itself beside thoughts of suicide and self-harm. */
export function needsOf(crisis, terms) {
  const meant = crisis.map(({ need }) => terms.get(`need:${need}`));
  return [...new Set([...meant, ...(meant.some((term) => term.crisis) ? [terms.get("need:crisis")] : [])])];
}

/** "Brother killed himself" holds words of crisis, and crisis help is shown; but who comes is bereaved. */
export function bereavedBySuicide({ whole }, terms) {
  return speaksOfSuicideLoss(whole) ? [terms.get("need:bereavement-by-suicide")] : [];
}

/** Topics: those of a crisis first, and support for carers beside the illness of somebody in the family. */
export function topicsOf(hits, urgent, asked, terms) {
  const found = [...new Set([...urgent, ...hits.map((hit) => hit.entry)])];
  const caring = terms.get("need:carer-support");
  if (speaksOfCaring(asked.core) && !found.slice(0, FIRST_TERMS).includes(caring)) found.splice(1, 0, caring);
  return [...new Set(found)].slice(0, MOST_TERMS);
}
