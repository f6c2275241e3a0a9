/** Says so when the site was built long ago: nothing on it may look current that is not. */

import { dateWords } from "./dates.js";
import { element } from "./dom.js";
import { daysBetween, todayInLondon } from "./freshness.js";

/** After this many days the whole site is said to be old. */
const OLD = 30;

/** Puts a notice before the content when the day in the footer is more than 30 days ago. */
export function sayWhenOld() {
  const $built = document.querySelector("[data-built]");
  const $main = document.querySelector("main");
  const built = $built?.dataset.built;
  if (!built || !$main || !(daysBetween(built, todayInLondon()) > OLD)) return;
  const words = `This copy of the site was made on ${dateWords(built)} and may be out of date. Check with the service before you rely on it.`;
  $main.before(element("p", { class: "rd-old", role: "note" }, words));
}
