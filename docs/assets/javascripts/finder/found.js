/** The services for a state, in the order shown. No DOM here. */

import { answersFrom } from "../matching/answers.js";
import { journeyAnswers, journeyOrder } from "../matching/journeys.js";
import { matchAll } from "../matching/match.js";
import { canShow } from "./state.js";

/** The services of a kind, and those whose therapies name one: who has not said which it gives is not among them. */
function among({ type, therapy }) {
  if (!type && !therapy) return undefined;
  return (service) => (!type || service.type === type) && (!therapy || (service.therapies ?? []).includes(therapy));
}

/**
 * @param {import("./state.js").State} state @param {object} world
 * @returns {{answers: object, matches: object[]}} and the answers that they were matched with
 */
export function foundFor(state, world) {
  const answers = journeyAnswers(answersFrom(state), world);
  if (!canShow(state)) return { answers, matches: [] };
  return { answers, matches: journeyOrder(matchAll(world, answers, among(state)), answers, world) };
}
