/** What is wrong: beside its field, and all of it in a summary that leads there. */

import { element } from "../common/dom.js";
import { adviceOf, messageOf } from "./advice.js";
import { shape } from "./shapes.js";

const FAULTY = "rd-form__field--fault";
const CONTROLS = "input:not([type=hidden]), textarea, select, button";

/**
 * @typedef {import("../entry/judge.js").Problem & {$field: HTMLElement | null}} Placed
 */

/**
 * Finds the field of each problem: the one at its path, or else the nearest around it, or the first within it.
 *
 * @param {import("../entry/judge.js").Problem[]} problems @param {import("./scope.js").Spot[]} spots @returns {Placed[]}
 */
export function placed(problems, spots) {
  return problems.map((problem) => {
    const $field = fieldOf(problem.path, spots);
    if (problem.missing && $field) return { ...problem, $field, message: `Fill in “${nameOf($field)}”.`, tip: "" };
    return { ...problem, $field, message: named(problem, $field, spots), tip: problem.tip.replace("leave the email out", "leave it empty") };
  });
}

/** The message with each field by its name on the screen, where it stands there by its name in the file. */
function named({ path, message }, $field, spots) {
  const own = path.filter((each) => typeof each === "string").pop();
  const first = message.split(" ", 1)[0];
  const begun = $field && first === own ? `“${nameOf($field)}”${message.slice(first.length)}` : message;
  return begun.replace(/\b[a-z]+(?:_[a-z]+)+\b/g, (word) => {
    const spot = spots.find((each) => each.path[each.path.length - 1] === word);
    return spot ? `“${nameOf(spot.$field)}”` : word;
  });
}

/** @param {HTMLElement} $field @returns {string} what the form calls it, without the mark that it is needed */
export function nameOf($field) {
  const $own = $field.querySelector(":scope > .rd-form__label, :scope > fieldset > .rd-form__label, :scope > .rd-form__choice > label");
  const $label = $own ?? $field.closest("[data-either]").querySelector(".rd-form__label");
  return $label.firstChild.textContent.trim().replace(/\?$/, "");
}

function fieldOf(path, spots) {
  const around = spots.filter((spot) => begins(spot.path, path)).sort((one, other) => other.path.length - one.path.length);
  return (around[0] ?? spots.find((spot) => begins(path, spot.path)))?.$field ?? null;
}

function begins(part, whole) {
  return part.length <= whole.length && part.every((name, at) => String(name) === String(whole[at]));
}

/** @param {HTMLElement} $scope takes away what was said in it */
export function clear($scope) {
  $scope.querySelectorAll("[data-form-problems]").forEach(($place) => $place.replaceChildren());
  $scope.querySelectorAll(".rd-form__fault").forEach(($fault) => $fault.remove());
  $scope.querySelectorAll(`.${FAULTY}`).forEach(($field) => $field.classList.remove(FAULTY));
  $scope.querySelectorAll("[aria-invalid]").forEach(($control) => {
    $control.removeAttribute("aria-invalid");
    const said = ($control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.endsWith("-fault"));
    if (said.length) $control.setAttribute("aria-describedby", said.join(" "));
    else $control.removeAttribute("aria-describedby");
  });
}

/** @param {Placed[]} problems says each beside its field; of several at one field, all */
export function sayBeside(problems) {
  problems.filter(({ $field }) => $field).forEach((each) => beside(each.$field, inForm(each)));
}

/** The message, and what to do. */
function inForm(problem) {
  return [messageOf(problem), adviceOf(problem)].filter(Boolean).join(" ");
}

function beside($field, message) {
  const $control = $field.querySelector(CONTROLS);
  const id = `${$control.id}-fault`;
  const $fault = document.getElementById(id);
  if ($fault) {
    if (!$fault.textContent.includes(message)) $fault.lastElementChild.append(` ${message}`);
    return;
  }
  const $words = element("span", {}, element("span", { class: "rd-hidden" }, "Error: "), message);
  const $after = $field.querySelector(":scope > .rd-form__hint, :scope > fieldset > .rd-form__hint, .rd-form__label");
  const $said = element("p", { class: "rd-form__fault", id }, shape("error"), $words);
  if ($after) $after.after($said);
  else $field.prepend($said);
  $field.classList.add(FAULTY);
  $control.setAttribute("aria-invalid", "true");
  $control.setAttribute("aria-describedby", [$control.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
}

/**
 * @param {HTMLElement} $place @param {Placed[]} problems @param {string} [title]
 * @returns {HTMLElement} the summary, with the focus on it
 */
export function summarise($place, problems, title = "There is a problem") {
  const id = `${$place.closest("[data-step]").dataset.step}-problems`;
  const $title = element("h2", { class: "rd-problems__title", id }, shape("error"), problems.length > 1 ? `There are ${problems.length} problems` : title);
  const $list = element("ul", { class: "rd-problems__list" }, ...problems.map((each) => element("li", {}, lead(each))));
  const $later = element("p", { class: "rd-form__hint" }, "If you cannot mend this now, press the button below again: it stays on the list of the last step.");
  const $summary = element("div", { class: "rd-problems", role: "alert", "aria-labelledby": id, tabindex: "-1" }, $title, $list, $later);
  $place.replaceChildren($summary);
  $summary.focus();
  return $summary;
}

function lead({ $field, message }) {
  if (!$field) return element("span", {}, message);
  const $link = element("a", { href: `#${$field.querySelector(CONTROLS).id}` }, message);
  $link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo($field);
  });
  return $link;
}

/** @param {HTMLElement} $field opens what it is folded into, and gives it the focus */
export function goTo($field) {
  for (let $fold = $field.closest("details"); $fold; $fold = $fold.parentElement.closest("details")) $fold.open = true;
  $field.querySelector(CONTROLS).focus();
  $field.scrollIntoView({ block: "start" });
}
