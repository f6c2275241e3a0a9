/** How long ago: the lengths of time to choose from, found in what the services that matter here publish. */

import { relevant } from "./match.js";
import { readSpan, spanWords } from "./measure.js";
import { fill } from "./phrases.js";

const WEEK = readSpan("1w");
const MONTH = readSpan("1m");

/** Hours as a length of time in its largest unit: 4,380 hours are "6m". */
function largest(hours) {
  const unit = ["y", "m", "w", "d", "h"].find((each) => hours % readSpan(`1${each}`) === 0);
  return `${hours / readSpan(`1${unit}`)}${unit}`;
}

/** The moments at which some service begins or ceases to take people, soonest first; `after` is a time beyond it. */
function turns(answers, world) {
  const limits = relevant(world, answers).map(({ criteria }) => criteria?.time?.limit ?? []);
  const begins = limits.map(([from]) => from).filter(Boolean).map((hours) => [hours, hours]);
  const ends = limits.map(([, below]) => below).filter(Boolean).map((below) => [below - 1, below - 1 + MONTH]);
  const found = new Map([...begins, ...ends]);
  return [...found].sort(([a], [b]) => a - b).map(([hours, after]) => ({ hours, words: spanWords(largest(hours)), after: largest(after) }));
}

/** A time before the first turn, in whole weeks where it is that long. */
function before(hours) {
  const weeks = Math.floor(hours / 2 / WEEK);
  return weeks ? `${weeks}w` : "1d";
}

/**
 * The times to choose from: only such as some service tells apart.
 *
 * @param {object} answers @param {object} world
 * @returns {{value: string, label: string}[]} none where no service counts the time
 */
export function spanChoices(answers, world) {
  const { sentences } = world.grammar.journeys;
  const at = turns(answers, world);
  if (!at.length) return [];
  const first = { value: before(at[0].hours), label: fill(sentences.less_than, { to: at[0].words }) };
  const rest = at.map(({ words, after }, place) => {
    const next = at[place + 1];
    return { value: after, label: next ? fill(sentences.between, { from: words, to: next.words }) : fill(sentences.more_than, { from: words }) };
  });
  return [first, ...rest];
}
