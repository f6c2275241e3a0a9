/** The foot of every printed sheet: the day, that it must be checked before use, and crisis help. */

import { crisisSmall } from "../../common/crisis.js";
import { element } from "../../common/dom.js";
import { todayInLondon } from "../../common/freshness.js";
import { dayWords } from "../../directory/compare/trust.js";

/** @returns {{$root: HTMLElement, update: (world: object) => void}} its date is that of the day on which it is printed */
export function sheetFoot() {
  const $day = element("strong", {});
  const $crisis = element("div", {});
  const $root = element("div", { class: "rd-compare__foot" }, element("p", {}, $day, " It says what services publish about whom they may take, and promises nothing."), $crisis);
  const date = () => ($day.textContent = `Printed on ${dayWords(todayInLondon())}. Check with the service before use.`);
  date();
  window.addEventListener("beforeprint", date);
  return { $root, update: ({ crisis }) => $crisis.replaceChildren(crisisSmall(crisis)) };
}
