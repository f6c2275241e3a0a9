/**
 * One field: its value out of the page and into it. A field that was filled and left alone gives back what it was filled
 * with, also where it cannot show all of that.
 */

import { clean } from "../entry/entry.js";
import { fillCodes, readCodes, startCodes } from "./codes.js";
import { startFinding } from "./find.js";
import { fillHours, readHours, startHours } from "./hours.js";
import { fillIds, readIds, startIds } from "./ids.js";
import { copyOf, same } from "./paths.js";

const NUMBER = /^-?[0-9]{1,9}(?:\.[0-9]{1,9})?$/;
const DIGITS = /^[0-9]+$/;
const SPAN = /^([0-9]+)([hdwmy])$/;
/** The name of a site and what may follow it, as people type it and as a browser shows it. */
const SITE = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?:[/?#]\S*)?$/i;
const AGE = /^(?:([0-9]+)y)?(?:([0-9]+)m)?$/;

const $control = ($field) => $field.querySelector("input, textarea, select");
/** Pasting brings blanks and breaks of other kinds along, which no entry may hold. */
const typed = ($field) => clean($control($field).value);
const plain = ($field) => typed($field).replace(/\s*[\r\n]+\s*/g, " ").trim() || undefined;
const type = ($field, value) => ($control($field).value = value === undefined ? "" : String(value));
const $boxes = ($field) => [...$field.querySelectorAll(".rd-form__choice input")];

const LINE = { read: plain, fill: type };
const KINDS = Object.freeze({
  text: LINE,
  url: { read: readAddress, fill: type, start: showAddress },
  email: LINE,
  phone: LINE,
  date: LINE,
  area: { read: ($field) => (plain($field) ? typed($field) : undefined), fill: type },
  number: { read: readNumber, fill: type },
  lines: { read: readLines, fill: ($field, value) => type($field, Array.isArray(value) ? value.join("\n") : value) },
  flag: { read: ($field) => $control($field).checked || undefined, fill: ($field, value) => ($control($field).checked = value === true) },
  choice: { read: readChoice, fill: fillChoice },
  several: { read: readSeveral, fill: fillSeveral },
  codes: { read: readCodes, fill: fillCodes, start: startCodes },
  ids: { read: readIds, fill: fillIds },
  age: { read: readAge, fill: fillAge },
  duration: { read: readDuration, fill: fillDuration },
  hours: { read: readHours, fill: fillHours, start: startHours },
});

const filled = new WeakMap();
const tellers = new WeakMap();

/** @param {HTMLElement} $field @param {object} world */
export function startField($field, world) {
  const { kind, names } = $field.dataset;
  KINDS[kind].start?.($field);
  if (kind === "ids") startIds($field, world[names]);
  const $fieldset = $field.querySelector("[data-find]");
  if ($fieldset) tellers.set($field, startFinding($fieldset));
}

/** @param {HTMLElement} $field @returns {unknown} undefined for unknown */
export function readField($field) {
  const told = KINDS[$field.dataset.kind].read($field);
  const before = filled.get($field);
  return before && same(before.shown, told) ? copyOf(before.value) : told;
}

/** @param {HTMLElement} $field @param {unknown} value undefined for unknown */
export function fillField($field, value) {
  const { read, fill } = KINDS[$field.dataset.kind];
  fill($field, value);
  filled.set($field, { shown: read($field), value: copyOf(value) });
  tellers.get($field)?.();
}

function readAddress($field) {
  const told = plain($field);
  return told !== undefined && SITE.test(told) ? `https://${told}` : told;
}

/** So that whoever typed it sees what is written. */
function showAddress($field) {
  $control($field).addEventListener("change", () => type($field, readAddress($field)));
}

function readNumber($field) {
  const told = plain($field);
  return told !== undefined && NUMBER.test(told) ? Number(told) : told;
}

function readLines($field) {
  const lines = typed($field).split("\n").map((line) => line.trim()).filter(Boolean);
  return lines.length ? lines : undefined;
}

function readChoice($field) {
  const $select = $field.querySelector("select");
  const value = $select ? $select.value : $boxes($field).find(($box) => $box.checked)?.value;
  return value || undefined;
}

function fillChoice($field, value) {
  const $select = $field.querySelector("select");
  if ($select) $select.value = value ?? "";
  else $boxes($field).forEach(($box) => ($box.checked = $box.value === (value ?? "")));
  if ($select && $select.selectedIndex < 0) $select.value = "";
}

function readSeveral($field) {
  const chosen = $boxes($field).filter(($box) => $box.checked).map(($box) => $box.value);
  if (!chosen.length) return undefined;
  return $field.hasAttribute("data-one") && chosen.length === 1 ? chosen[0] : chosen;
}

function fillSeveral($field, value) {
  const chosen = [value ?? []].flat();
  $boxes($field).forEach(($box) => ($box.checked = chosen.includes($box.value)));
}

/** What is no number stays as it was typed, for the check to say so. */
function readAge($field) {
  const parts = [...$field.querySelectorAll("[data-part]")].map(($part) => [$part.value.trim(), $part.dataset.part]);
  const told = parts.filter(([number]) => number);
  return told.map(([number, unit]) => (DIGITS.test(number) ? `${Number(number)}${unit}` : number)).join("") || undefined;
}

function fillAge($field, value) {
  const [, years = "", months = ""] = AGE.exec(value ?? "") ?? [];
  $field.querySelectorAll("[data-part]").forEach(($part) => ($part.value = $part.dataset.part === "y" ? years : months));
}

function readDuration($field) {
  const told = plain($field);
  return told && DIGITS.test(told) ? `${Number(told)}${$field.querySelector("select").value}` : told;
}

function fillDuration($field, value) {
  const [, number = "", unit = "w"] = SPAN.exec(value ?? "") ?? [];
  $field.querySelector("input").value = number;
  $field.querySelector("select").value = unit;
}
