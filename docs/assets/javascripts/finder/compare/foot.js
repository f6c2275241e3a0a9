/** What is printed with a comparison: once what it promises, and at the foot of every sheet the day and whom to call. */

import { crisisLineSmall } from "../../common/crisis.js";
import { dateWords } from "../../common/dates.js";
import { element } from "../../common/dom.js";
import { todayInLondon } from "../../common/freshness.js";

/** @returns {HTMLElement} said once, above the table */
export function promise() {
  return element("p", { class: "rd-compare__promise" }, "This says what services publish about whom they may take, and promises nothing.");
}

/**
 * One line, since it takes its room on every sheet; crisis help in full stands at the top of the first.
 *
 * @returns {{$root: HTMLElement, update: (world: object) => void}} its date is that of the day on which it is printed
 */
export function sheetFoot() {
  const $day = element("strong", {});
  const $crisis = element("span", {});
  const $root = element("div", { class: "rd-compare__foot" }, element("p", {}, $crisis, " ", $day));
  const date = () => ($day.textContent = `Printed on ${dateWords(todayInLondon())}. Check with the service before use.`);
  date();
  window.addEventListener("beforeprint", date);
  return { $root, update: ({ crisis }) => $crisis.replaceChildren(crisisLineSmall(crisis)) };
}
