/** What to ask for a list of services, and what to say when there is nothing more to ask. No DOM here. */

import { journeyQuestions } from "../../matching/journeys.js";
import { DOES_NOT_FIT } from "../../matching/match.js";
import { NOT_ASKED } from "../../matching/operators.js";
import { allQuestions, keyOf, nextQuestion } from "../../matching/questions.js";

const NO_MORE = "The services listed here ask nothing more.";
const ONLY_AGE = "The age would still change these results.";
const PUT_ASIDE = "No question is left but those that you were not sure of.";

function ageIsOpen(matches, { age }) {
  const waits = ({ outcome, reasons }) => outcome !== DOES_NOT_FIT && reasons.some(({ criterion, state }) => criterion === "age" && state === NOT_ASKED);
  return age === undefined && matches.some(waits);
}

/**
 * The journeys' own questions come first.
 *
 * @param {object[]} matches @param {object} answers @param {object} world
 * @param {{skipped: Set<string>, here?: {id: string, name: string}}} how `skipped`: keys of questions that were put aside
 * @returns {{first: object | null, all: () => object[], end: string}} `end` is said where there is no
 *   question, and is empty where no service is listed
 */
export function asksFor(matches, answers, world, { skipped, here }) {
  const first = journeyQuestions(answers, world).filter((question) => !skipped.has(keyOf(question)));
  const asked = new Set([...skipped, ...first.map(keyOf)]);
  const aside = skipped.size > 0 && nextQuestion(matches, answers, world, { here }) !== null;
  return {
    first: first[0] ?? nextQuestion(matches, answers, world, { skipped, here }),
    all: () => [...first, ...allQuestions(matches, answers, world, { skipped: asked, here })],
    end: !matches.length ? "" : ageIsOpen(matches, answers) ? ONLY_AGE : aside ? PUT_ASIDE : NO_MORE,
  };
}
