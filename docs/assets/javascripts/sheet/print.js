/** A button that prints the page. */

import { element } from "../common/dom.js";

/** @returns {HTMLElement} */
export function printButton() {
  const $button = element("button", { type: "button", class: "rd-button rd-button--next" }, "Print this sheet");
  $button.addEventListener("click", () => window.print());
  return $button;
}
