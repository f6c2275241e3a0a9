/** Services, areas or organisations of the directory, found by their names and chosen one by one. */

import { element } from "../common/dom.js";
import { fold } from "../common/text.js";
import { meant, stayOnEnter } from "./find.js";

const MOST = 8;
/** So few are shown without anything typed. */
const FEW = 12;
const chosenIn = new WeakMap();
const redraw = new WeakMap();

/** @param {HTMLElement} $field @param {{id: string, name: string}[]} known */
export function startIds($field, known) {
  const $place = $field.querySelector("[data-ids]");
  const { id } = $place.dataset;
  const items = known.map((each) => ({ ...each, by: fold(`${each.name} ${each.id}`) }));
  const hint = $field.querySelector(".rd-form__hint")?.id;
  const $box = element("input", { type: "text", id, autocomplete: "off", ...(hint ? { "aria-describedby": hint } : {}) });
  const $said = element("p", { class: "rd-form__said", role: "status" });
  const $list = element("ul", { class: "rd-form__list rd-form__list--found", role: "list" });
  $place.append(element("label", { class: "rd-form__hint", for: id }, "Type a part of the name"), $box, $said, $list);
  chosenIn.set($field, []);
  const draw = () => show($field, $list, $said, items, fold($box.value));
  redraw.set($field, () => {
    $box.value = "";
    draw();
  });
  $box.addEventListener("input", draw);
  stayOnEnter($box);
  $list.addEventListener("change", ({ target }) => choose($field, $list, target));
  draw();
}

function show($field, $list, $said, items, typed) {
  const chosen = chosenIn.get($field);
  const free = items.filter(({ id }) => !chosen.includes(id));
  const parts = typed.split(" ");
  const found = typed ? free.filter(({ by }) => meant(by, parts)) : items.length <= FEW ? free : [];
  const shown = [...chosen.map((id) => items.find((each) => each.id === id) ?? { id, name: id }), ...found.slice(0, MOST + FEW - FEW * Boolean(typed))];
  $list.replaceChildren(...shown.map((each, at) => row($field, each, `${$list.previousElementSibling.previousElementSibling.id}-${at}`)));
  $said.textContent = typed ? told(found.length) : "";
}

function told(count) {
  if (!count) return "Nothing of this name is in the directory.";
  return count > MOST ? `The first ${MOST} of ${count}: type more to see others` : `${count} found`;
}

function row($field, { id, name }, at) {
  const $box = element("input", { type: "checkbox", id: `${at}-one`, value: id });
  $box.checked = chosenIn.get($field).includes(id);
  return element("li", { class: "rd-form__choice" }, $box, element("label", { for: `${at}-one` }, name));
}

function choose($field, $list, $box) {
  const others = chosenIn.get($field).filter((id) => id !== $box.value);
  const alone = $field.hasAttribute("data-one");
  chosenIn.set($field, $box.checked ? [...(alone ? [] : others), $box.value] : others);
  if (alone && $box.checked) $list.querySelectorAll("input").forEach(($each) => ($each.checked = $each === $box));
}

/** @param {HTMLElement} $field @returns {string | string[] | undefined} */
export function readIds($field) {
  const chosen = chosenIn.get($field) ?? [];
  if (!chosen.length) return undefined;
  return $field.hasAttribute("data-one") ? chosen[0] : [...chosen];
}

/** @param {HTMLElement} $field @param {string | string[]} [value] */
export function fillIds($field, value) {
  chosenIn.set($field, value === undefined ? [] : [value].flat().map(String));
  redraw.get($field)?.();
}
