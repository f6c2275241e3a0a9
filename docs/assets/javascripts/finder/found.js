/** The services for a state, in the order shown. No DOM here. */

import { answersFrom } from "../matching/answers.js";
import { journeyAnswers, journeyOrder } from "../matching/journeys.js";
import { matchAll } from "../matching/match.js";
import { canShow } from "./state.js";

/**
 * @param {import("./state.js").State} state @param {object} world
 * @returns {{answers: object, matches: object[]}} and the answers that they were matched with
 */
export function foundFor(state, world) {
  const answers = journeyAnswers(answersFrom(state), world);
  if (!canShow(state)) return { answers, matches: [] };
  const among = state.type ? ({ type }) => type === state.type : undefined;
  return { answers, matches: journeyOrder(matchAll(world, answers, among), answers, world) };
}
