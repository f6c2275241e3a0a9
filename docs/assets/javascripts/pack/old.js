/**
 * How old a pack is, by the clock of whoever reads it. After 30 days it must not look current: a notice stands over the
 * page and on every sheet of paper, and the finder is folded behind a bar.
 */

import { element } from "../common/dom.js";
import { daysBetween, todayInLondon } from "../common/freshness.js";

/** For so many days a pack may be used; `rightdoor.pages.pack` writes the last of them into it. */
const LASTS = 30;

const CLOCK = "The clock of this computer stands before the day this pack was made, so the pack cannot tell how old it is. Go by the date above.";

/** Says what is to be said today; nothing more when it was said before. */
export function sayAge(today = todayInLondon()) {
  const $day = document.querySelector("[data-made-on]");
  const days = daysBetween($day.dataset.madeOn, today);
  if (days < 0) return notice($day, CLOCK);
  if (!(days > LASTS)) return;
  document.documentElement.classList.add("rd-pack-old");
  notice($day, `This pack is ${days} days old and out of date. Do not refer from it: get a new one. Use it only to find phone numbers to check.`);
  fold(`This pack is ${days} days old: use only to find phone numbers to check`);
}

/** One notice, in words that may grow with the days. */
function notice($day, words) {
  const $there = $day.querySelector(".rd-pack__old") ?? element("p", { class: "rd-pack__old", role: "alert" });
  if ($there.textContent === words) return;
  $there.textContent = words;
  $day.prepend($there);
}

/** Puts the finder behind a bar, shut each time the pack is opened. */
function fold(words) {
  const $tools = document.querySelector(".rd-pack__tools");
  const $summary = document.querySelector(".rd-pack__bar > summary");
  if ($summary) {
    $summary.textContent = words;
    return;
  }
  const $bar = element("details", { class: "rd-pack__bar" }, element("summary", {}, words));
  $tools.replaceWith($bar);
  $bar.append($tools);
}
