/** A list to choose one thing from, with its label: the browser's own, which every keyboard and screen reader knows. */

import { element } from "../../common/dom.js";

function option({ value, label }) {
  return element("option", { value }, label);
}

function group({ title, choices }) {
  return title ? element("optgroup", { label: title }, ...choices.map(option)) : choices.map(option);
}

/**
 * @param {{id: string, label: string, hint?: string, none: string, chosen: (value: string) => void}} field `none` is what
 *   stands first, for no answer
 * @returns {{$root: HTMLElement, $select: HTMLSelectElement, update: (groups: object[], value: string) => void}} `update`
 *   takes `[{title?, choices: [{value, label}]}]`
 */
export function choiceField({ id, label, hint = "", none, chosen }) {
  const $select = element("select", { id });
  const $hint = element("span", { class: "rd-ask__hint" }, hint);
  const $label = element("label", { for: id, class: "rd-ask__label" }, label, " ", $hint);
  const $root = element("div", { class: `rd-ask__field ${id}` }, $label, $select);
  let shown = "";
  $select.addEventListener("change", () => chosen($select.value));

  function update(groups, value) {
    const key = JSON.stringify(groups);
    if (key !== shown) $select.replaceChildren(option({ value: "", label: none }), ...groups.filter(({ choices }) => choices.length).flatMap(group));
    shown = key;
    $select.value = value;
    // A code that is none of these chooses none.
    if ($select.selectedIndex < 0) $select.value = "";
  }

  return { $root, $select, update };
}
