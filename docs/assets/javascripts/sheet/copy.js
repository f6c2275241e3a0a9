/** A button that copies the text of a sheet, with the day and with whatever has grown old since the site was built. */

import { copyText } from "../common/copy.js";
import { element } from "../common/dom.js";
import { todayInLondon } from "../common/freshness.js";
import { textOn } from "./text.js";

const DONE = "Copied. Paste it into the record.";
const BY_HAND = "This browser does not let a page copy. The text is selected: press Ctrl and C (on a Mac, Command and C).";

/**
 * @param {HTMLTextAreaElement} $text holds the text as it was built
 * @returns {HTMLElement[]} the button, and the place where its outcome is said
 */
export function copyButton($text) {
  const $said = element("p", { class: "rd-sheet__said", role: "status" });
  const $button = element("button", { type: "button", class: "rd-button" }, "Copy as plain text");
  $text.value = today($text);
  $button.addEventListener("click", async () => {
    $text.value = today($text);
    const copied = await copyText($text.value);
    if (!copied) select($text);
    $said.textContent = copied ? DONE : BY_HAND;
  });
  return [$button, $said];
}

/** What was built stays in `defaultValue`: browsers put back an old value when a page is opened again. */
function today($text) {
  return textOn($text.defaultValue, warnings(), todayInLondon());
}

/** @returns {string[]} the warnings that the page shows now: `common/ageing.js` and `common/age.js` have been over it */
function warnings() {
  const $shown = document.querySelectorAll(".rd-old, .rd-sheet .rd-warning:not([hidden])");
  return [...$shown].map(($warning) => $warning.textContent.trim());
}

function select($text) {
  $text.focus();
  $text.select();
}
