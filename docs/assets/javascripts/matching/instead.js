/** Where a person who is not taken can go instead: the twin of `rightdoor.matching.instead`. */

import { mayServe, placesOf } from "./area.js";
import { DOES_NOT_FIT, match } from "./match.js";
import { NOT_MET } from "./operators.js";

/** The services to go to instead, as the service names them for what is not met, else for any refusal. */
export function named({ service, outcome, reasons }) {
  const told = reasons.filter(({ state }) => state === NOT_MET).flatMap(({ to }) => to);
  const declined = outcome === DOES_NOT_FIT ? (service.declined ?? []) : [];
  return [...new Set(told.length ? told : declined)];
}

/** Whether a service may serve any of the areas that were answered; where none was, or it is not there, yes. */
function serves(record, places) {
  return !record || !places.size || mayServe(record, places);
}

function refuses(record, answers, world) {
  return Boolean(record) && (record.status === "defunct" || match(record, answers, world).outcome === DOES_NOT_FIT);
}

/**
 * The services named to go to instead that serve where this very person is and do not refuse them: whoever reads must be
 * sent on once, not round. Where none is left, those before: some way on is better than none.
 *
 * @returns {string[]} ids
 */
export function placesToGo(found, answers, world) {
  const all = named(found);
  const places = placesOf(answers, world);
  const serving = all.filter((id) => serves(world.find(id), places));
  const near = serving.length ? serving : all;
  const taking = near.filter((id) => !refuses(world.find(id), answers, world));
  return taking.length ? taking : near;
}
