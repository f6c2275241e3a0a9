/** The waits of an entry in words and as bars: the twin of `rightdoor.pages.waits`. */

import { endsOf, outline } from "../finder/results/wait.js";
import { safeHref } from "./pieces.js";
import { waitWords, weeksWords } from "./words.js";

/** @returns {object[]} a row for each wait that the entry states, in its order */
export function waitRows(waits, words) {
  const ends = endsOf(waits.map((each) => ({ ...each, number: each.weeks })));
  return waits.map((each) => ({
    steps: waitWords(each, words),
    weeks: weeksWords(each.weeks),
    bar: outline(ends.get(each.from), each.weeks),
    as_of: each.as_of,
    source: safeHref(each.source, words),
  }));
}
