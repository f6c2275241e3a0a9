/** Rows of the same fields, added and removed one by one. A row in which nothing was filled in is not written. */

import { startField } from "./fields.js";
import { copyOf, isGroup, pathOf, put, valueAt } from "./paths.js";
import { fillScope, readScope } from "./scope.js";
import { showWhen } from "./when.js";

const NUMBERED = ["id", "for", "name", "aria-describedby", "aria-labelledby", "data-id", "data-find"];
const beginnings = new WeakMap();
let made = 0;
let known = {};

const $list = ($rows) => $rows.querySelector("[data-rows-list]");

/** @param {HTMLElement} $rows @param {object} world */
export function startRows($rows, world) {
  known = world;
  $rows.querySelector("[data-rows-add]").addEventListener("click", () => {
    addRow($rows).querySelector("input, select, textarea").focus();
  });
}

/** @param {HTMLElement} $rows @param {object} [data] @returns {HTMLElement} the new row */
export function addRow($rows, data = {}) {
  const $row = $rows.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  made += 1;
  number($row, made);
  $row.querySelectorAll("[data-field]").forEach(($field) => startField($field, known));
  $row.querySelector("[data-rows-remove]").addEventListener("click", () => remove($rows, $row));
  $list($rows).append($row);
  beginnings.set($row, data);
  fillScope($row, data);
  showWhen($row);
  call($rows);
  return $row;
}

/** Puts a number of its own into each id of a row. */
function number($row, count) {
  for (const $each of $row.querySelectorAll("*")) {
    for (const name of NUMBERED) {
      const value = $each.getAttribute(name);
      if (value?.includes("{row}")) $each.setAttribute(name, value.replaceAll("{row}", String(count)));
    }
  }
}

/** What each row is called: "Way in 2". */
function call($rows) {
  [...$list($rows).children].forEach(($row, at) => {
    const name = `${$rows.dataset.row} ${at + 1}`;
    $row.querySelector("legend").textContent = name;
    $row.querySelector("[data-rows-remove]").textContent = `Remove ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  });
}

function remove($rows, $row) {
  const $next = $row.nextElementSibling ?? $row.previousElementSibling;
  $row.remove();
  call($rows);
  ($next?.querySelector("input, select, textarea") ?? $rows.querySelector("[data-rows-add]")).focus();
  $rows.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @param {HTMLElement} $rows @param {object} data changed in place @param {(string | number)[]} at @returns {import("./scope.js").Spot[]} */
export function readRows($rows, data, at) {
  const path = pathOf($rows.dataset.rows);
  const rows = [...$list($rows).children].map(($row) => ({ $row, item: copyOf(beginnings.get($row)) }));
  const read = rows.map(({ $row, item }) => ({ item, spots: readScope($row, item) })).filter(({ item }) => Object.keys(item).length);
  const keyed = $rows.hasAttribute("data-keyed");
  if (keyed) putKeyed($rows, data, path, read);
  else put(data, path, read.length ? read.map(({ item }) => item) : undefined);
  return read.flatMap(({ item, spots }, index) =>
    spots.map(({ path: inner, $field }) => ({ path: [...at, ...path, keyed ? item[""] ?? "" : index, ...inner], $field })),
  );
}

/**
 * @param {HTMLElement} $rows
 * @returns {HTMLElement[]} its rows that go into no file: nothing was filled in, or not the word that a row stands under
 */
export function begunRows($rows) {
  return [...$list($rows).children].filter(($row) => {
    const item = copyOf(beginnings.get($row));
    readScope($row, item);
    return $rows.hasAttribute("data-keyed") ? !item[""] : !Object.keys(item).length;
  });
}

/** Rows that stand each under a word, which the row's first field says. */
function putKeyed($rows, data, path, read) {
  for (const word of words($rows)) put(data, [...path, word], undefined);
  for (const { item } of read) {
    const { "": word, ...rest } = item;
    if (word) put(data, [...path, word], rest);
  }
}

function words($rows) {
  const $first = $rows.querySelector(":scope > template").content.querySelector("select");
  return [...$first.options].map(({ value }) => value).filter(Boolean);
}

/** @param {HTMLElement} $rows @param {unknown} value */
export function fillRows($rows, value) {
  $list($rows).replaceChildren();
  const rows = $rows.hasAttribute("data-keyed") ? keyedRows($rows, value) : value;
  if (Array.isArray(rows)) rows.forEach((item) => addRow($rows, isGroup(item) ? copyOf(item) : {}));
}

function keyedRows($rows, value) {
  return words($rows)
    .filter((word) => isGroup(valueAt(value, [word])))
    .map((word) => ({ "": word, ...value[word] }));
}
