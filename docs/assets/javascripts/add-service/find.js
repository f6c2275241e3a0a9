/** A long list gets a box to find things by: what is not meant is out of sight, what is chosen is said above. */

import { element } from "../common/dom.js";
import { fold, holds } from "../common/text.js";

/** @param {HTMLElement} $fieldset with `data-find`, the id of the box, and a list of choices */
export function startFinding($fieldset) {
  const { find } = $fieldset.dataset;
  const $list = $fieldset.querySelector(".rd-form__list");
  const items = [...$list.children].map(($item) => ({ $item, words: wordsOf($item), by: fold(`${wordsOf($item)} ${$item.dataset.words ?? ""}`) }));
  const $box = element("input", { type: "text", id: find, class: "rd-form__find", autocomplete: "off", "aria-controls": `${find}-list` });
  const $said = element("p", { class: "rd-form__said", role: "status" });
  const $chosen = element("p", { class: "rd-form__chosen" });
  $list.id = `${find}-list`;
  $list.before(element("label", { class: "rd-form__hint", for: find }, "Find in this list"), $box, $said, $chosen);
  $box.addEventListener("input", () => $said.replaceChildren(narrow(items, fold($box.value))));
  $list.addEventListener("change", () => sayChosen(items, $chosen));
  stayOnEnter($box);
  return () => sayChosen(items, $chosen);
}

function wordsOf($item) {
  return $item.querySelector("label").textContent;
}

function narrow(items, typed) {
  const parts = typed.split(" ");
  let count = 0;
  for (const { $item, by } of items) {
    $item.hidden = !meant(by, parts);
    if (!$item.hidden) count += 1;
  }
  if (!typed) return "";
  return count ? `${count} of ${items.length} fit` : "Nothing in the list fits. Try another word.";
}

/** @param {string} words folded @param {string[]} parts folded @returns {boolean} whether each part begins a word */
export function meant(words, parts) {
  return parts.every((part) => holds(words, part) || ` ${words}`.includes(` ${part}`));
}

function sayChosen(items, $chosen) {
  const chosen = items.filter(({ $item }) => $item.querySelector("input").checked).map(({ words }) => words);
  $chosen.textContent = chosen.length ? `Chosen: ${chosen.join(", ")}` : "";
}

/** Enter would send the form; in a box that only finds, it does nothing. */
export function stayOnEnter($box) {
  $box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
