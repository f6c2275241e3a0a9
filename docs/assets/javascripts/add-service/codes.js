/** What must come with a referral: each thing chosen may be limited to what is not too old. */

import { element } from "../common/dom.js";

const UNITS = Object.freeze({ d: "days", w: "weeks", m: "months", y: "years" });
const SPAN = /^([0-9]+)([dwmy])$/;

/** @param {HTMLElement} $field */
export function startCodes($field) {
  $field.addEventListener("change", ({ target }) => {
    if (target.matches("[type=checkbox]")) limit(target);
  });
}

function limit($box, span = "") {
  const $item = $box.closest(".rd-form__choice");
  $item.querySelector(".rd-form__limit")?.remove();
  if (!$box.checked) return;
  const [, number = "", unit = "w"] = SPAN.exec(span) ?? [];
  const $number = element("input", { type: "text", inputmode: "numeric", maxlength: "4", autocomplete: "off" });
  const $unit = element("select", { class: "rd-form__unit", "aria-label": "Unit" });
  $number.value = number;
  $unit.append(...Object.entries(UNITS).map(([value, words]) => element("option", { value }, words)));
  $unit.value = unit;
  $item.append(element("div", { class: "rd-form__parts rd-form__limit" }, element("label", {}, "Not older than ", $number), $unit));
}

/** @param {HTMLElement} $field @returns {(string | {what: string, max_age: string})[] | undefined} */
export function readCodes($field) {
  const chosen = [...$field.querySelectorAll("[type=checkbox]:checked")].map(($box) => {
    const $limit = $box.closest(".rd-form__choice").querySelector(".rd-form__limit");
    const number = $limit?.querySelector("input").value.trim();
    return number ? { what: $box.value, max_age: `${number}${$limit.querySelector("select").value}` } : $box.value;
  });
  return chosen.length ? chosen : undefined;
}

/** @param {HTMLElement} $field @param {(string | {what: string, max_age?: string})[]} [value] */
export function fillCodes($field, value) {
  const ages = new Map((Array.isArray(value) ? value : []).map((each) => (typeof each === "string" ? [each, ""] : [each?.what, each?.max_age ?? ""])));
  $field.querySelectorAll("[type=checkbox]").forEach(($box) => {
    $box.checked = ages.has($box.value);
    limit($box, ages.get($box.value));
  });
}
