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
 */
export function riskOf(holds, settled, { risky, risks }) {
  const ladder = ladderOf(holds, risks);
  const asked = risky.filter(([code]) => !settled.has(code)).map(([code, level]) => ({ code, state: oneOf([level], ladder) }));
  return { stated: ladder !== null, asked, above: asked.filter(({ state }) => state !== MET) };
}

/** A reason code and its state for each risk that was told; where a level is stated, one state for all the rest. */
export function judgeRisk({ stated, asked, above }, told) {
  const found = asked.filter(({ code }) => ![null, "no"].includes(told.flag(code)));
  if (!stated) return found;
  return [...found, { code: "", state: above.every(({ code }) => told.flag(code) === "no") ? MET : NOT_ASKED }];
}
