/**
 * Says on a page how its facts stand on the reader's day: a built page may be opened long after it was built.
 *
 * Python writes the words of every later rung beside today's (`rightdoor/pages/ageing.py`); here one is chosen.
 */

import { standing, todayInLondon } from "./freshness.js";

/** The rungs that a fact goes down with time, best first. */
const RUNGS = Object.freeze(["current", "due", "overdue", "not-confirmed"]);

/** Goes over every dated fact of the page. */
export function ageFacts(today = todayInLondon()) {
  document.querySelectorAll("[data-checked-on]").forEach(($fact) => age($fact, today));
}

/** Puts the words of today's rung in place; never those of a better one, for then the clock is wrong and not the page. */
function age($fact, today) {
  const { checkedOn: on, checkedHow: how, checkedLimit: limit, storyDate } = $fact.dataset;
  const built = RUNGS.indexOf($fact.dataset.standing);
  const now = RUNGS.indexOf(standing({ how, on }, Number(limit), storyDate ?? today));
  if (now <= built) return;
  const words = RUNGS.slice(built + 1, now + 1).map((rung) => $fact.getAttribute(`data-${rung}`)).filter((said) => said !== null).pop();
  $fact.dataset.standing = RUNGS[now];
  if (words === undefined) return;
  $fact.textContent = words;
  $fact.hidden = !words;
}
