/**
 * What risk a service says it can hold, against what was told: the twin of `rightdoor.matching.risk`. It compares what
 * services publish, and never adds anything up.
 */

import { MET, NOT_ASKED, oneOf } from "./operators.js";

const UNSTATED = [undefined, "none-stated"];

/** @returns {string[] | null} the levels up to the one a service can hold; null where it has not said */
function ladderOf(holds, levels) {
  return UNSTATED.includes(holds) ? null : levels.slice(0, levels.indexOf(holds) + 1);
}

/**
 * What of a service's risk does not depend on the person.
 *
 * @param {string | undefined} holds @param {Set<string>} settled reasons of which a list of the service speaks already:
 *   its own words on a reason come before the level it can hold
 * @returns {{stated: boolean, asked: {code: string, state: string}[], above: string[]}} each risk that can be told and what
 *   it comes to; `above` are those that it does not say it can hold
 */
export function riskOf(holds, settled, { risky, risks }) {
  const ladder = ladderOf(holds, risks);
  const asked = risky.filter(([code]) => !settled.has(code)).map(([code, level]) => ({ code, state: oneOf([level], ladder) }));
  return { stated: ladder !== null, asked, above: asked.filter(({ state }) => state !== MET).map(({ code }) => code) };
}

/** Where a level is stated, one state for all the risks above it that were not told of. */
export function restOf(above, told) {
  return above.every((code) => told.flag(code) === "no") ? MET : NOT_ASKED;
}
