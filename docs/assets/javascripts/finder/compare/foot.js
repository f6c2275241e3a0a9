/** The foot of every printed sheet: the day, that it must be checked before use, and crisis help. */

import { crisisSmall } from "../../common/crisis.js";
import { dateWords } from "../../common/dates.js";
import { element } from "../../common/dom.js";
import { todayInLondon } from "../../common/freshness.js";

/** @returns {{$root: HTMLElement, update: (world: object) => void}} its date is that of the day on which it is printed */
export function sheetFoot() {
  const $day = element("strong", {});
  const $crisis = element("div", {});
  const $root = element("div", { class: "rd-compare__foot" }, element("p", {}, $day, " It says what services publish about whom they may take, and promises nothing."), $crisis);
  const date = () => ($day.textContent = `Printed on ${dateWords(todayInLondon())}. Check with the service before use.`);
  date();
  window.addEventListener("beforeprint", date);
  return { $root, update: ({ crisis }) => $crisis.replaceChildren(crisisSmall(crisis)) };
}
