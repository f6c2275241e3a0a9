/** Opening hours: days with times for the usual case, always open, or text as OpenStreetMap has it. */

import { hoursOf, linesOf } from "./week.js";

const ALWAYS = "24/7";

const chosen = ($field) => $field.querySelector("input[type=radio]:checked")?.value ?? "";
const choose = ($field, value) => ($field.querySelector(`input[type=radio][value="${value}"]`).checked = true);
const $list = ($field) => $field.querySelector("[data-hours-lines]");
const $words = ($field) => $field.querySelector("[data-hours-text] input");
const $holidays = ($field) => $field.querySelector("[value='PH off']");

/** @param {HTMLElement} $field shows what belongs to the chosen answer */
export function startHours($field) {
  $field.addEventListener("change", () => reveal($field));
  $field.querySelector("[data-hours-add]").addEventListener("click", () => addLine($field).querySelector("input").focus());
}

function reveal($field) {
  const how = chosen($field);
  $field.querySelector("[data-hours-week]").hidden = how !== "week";
  $field.querySelector("[data-hours-text]").hidden = how !== "text";
  if (how === "week" && !$list($field).children.length) addLine($field);
}

function addLine($field, { days = [], opens = "", closes = "" } = {}) {
  const $line = $field.querySelector("template").content.firstElementChild.cloneNode(true);
  $line.querySelectorAll("[type=checkbox]").forEach(($day) => ($day.checked = days.includes($day.value)));
  $line.querySelector("[data-opens]").value = opens;
  $line.querySelector("[data-closes]").value = closes;
  $list($field).append($line);
  return $line;
}

function lines($field) {
  return [...$list($field).children].map(($line) => ({
    days: [...$line.querySelectorAll("[type=checkbox]:checked")].map(($day) => $day.value),
    opens: $line.querySelector("[data-opens]").value,
    closes: $line.querySelector("[data-closes]").value,
  }));
}

/** @param {HTMLElement} $field @returns {string | undefined} */
export function readHours($field) {
  const how = chosen($field);
  if (how === "text") return $words($field).value.trim() || undefined;
  if (how !== "week") return how || undefined;
  const whole = lines($field).filter(({ days, opens, closes }) => days.length && opens && closes);
  return hoursOf(whole, $holidays($field).checked) || undefined;
}

/** @param {HTMLElement} $field @returns {boolean} whether a line has some of days and times, or it says "these days" and none */
export function unfinished($field) {
  if (chosen($field) !== "week") return false;
  const told = lines($field).map(({ days, opens, closes }) => [days.length > 0, Boolean(opens), Boolean(closes)]);
  return !told.some((each) => each.every(Boolean)) || told.some((each) => new Set(each).size > 1);
}

/** @param {HTMLElement} $field @param {string} [value] */
export function fillHours($field, value) {
  $list($field).replaceChildren();
  $words($field).value = "";
  $holidays($field).checked = false;
  const week = typeof value === "string" ? linesOf(value) : null;
  if (value === undefined || value === ALWAYS) choose($field, value ?? "");
  else if (week) {
    choose($field, "week");
    week.lines.forEach((line) => addLine($field, line));
    $holidays($field).checked = week.holidays;
  } else {
    choose($field, "text");
    $words($field).value = String(value);
  }
  reveal($field);
}
