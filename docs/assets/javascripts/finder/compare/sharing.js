/** Giving a comparison to others: the link, the print, and whether what was answered about a person goes with them. */

import { element } from "../../common/dom.js";
import { copyButton } from "./copying.js";

const WHY = "Leave this off unless whoever gets it may know them: answers are about a person, and a link or a sheet is easily passed on.";

/**
 * @param {object} context @param {(withAnswers: boolean) => void} changed
 * @returns {{$root: HTMLElement, update: (hasAnswers: boolean) => void}}
 */
export function sharing(context, changed) {
  const $answers = element("input", { type: "checkbox", id: "rd-compare-with", "aria-describedby": "rd-compare-why" });
  const $why = element("span", { id: "rd-compare-why", class: "rd-compare__why" }, WHY);
  const $choice = element("div", { class: "rd-compare__with" }, $answers, element("label", { for: "rd-compare-with" }, "Link and print with the answers"), $why);
  const $print = element("button", { type: "button", class: "rd-button" }, "Print");
  const copy = copyButton("Copy link", context, () => $answers.checked);
  const $do = element("div", { class: "rd-compare__do" }, copy.$root, $print);
  const $root = element("div", { class: "rd-compare__share" }, $do, $choice);

  $answers.addEventListener("change", () => {
    copy.forget();
    changed($answers.checked);
  });
  $print.addEventListener("click", () => window.print());

  function update(hasAnswers) {
    copy.forget();
    $choice.hidden = !hasAnswers;
    if (!hasAnswers) $answers.checked = false;
    changed($answers.checked);
  }

  return { $root, update };
}
