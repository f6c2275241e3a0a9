/** What was begun and left empty: it would go into no file, and whoever began it would not know. */

import { valueAt } from "./paths.js";
import { nameOf } from "./problems.js";
import { begunRows } from "./rows.js";

/** @typedef {{path: (string | number)[], $field: HTMLElement, message: string}} Unfilled */

/**
 * @param {object} data what the form says @param {import("./scope.js").Spot[]} spots
 * @returns {Unfilled[]} answers that say nothing yet, and rows that lack what each of them needs
 */
export function unfilled(data, spots) {
  const open = spots.filter(({ $field }) => $field.dataset.rows !== undefined).flatMap((spot) => rowsOf(spot));
  return [...open, ...answers(data, spots).filter(({ $field }) => !open.some((each) => $field.contains(each.$field)))];
}

function rowsOf({ path, $field: $rows }) {
  return begunRows($rows).map(($row) => {
    const $asked = $row.querySelector("[data-field][data-needed]") ?? $row.querySelector("[data-field]");
    return { path, $field: $asked, message: `Fill in “${nameOf($asked)}”, or ${otherwise($rows, $row)}.` };
  });
}

/** Where "yes" was said there is always one row, which comes again when it is removed. */
function otherwise($rows, $row) {
  const only = $rows.closest("[data-either]") && $row.parentElement.children.length === 1;
  return only ? "choose “Not known”" : `press “${$row.querySelector("[data-rows-remove]").textContent}”`;
}

function answers(data, spots) {
  return spots
    .filter(({ path, $field }) => $field.dataset.either !== undefined && answered($field) && valueAt(data, path) === undefined)
    .map(({ path, $field }) => {
      const words = $field.querySelector(":scope > fieldset > .rd-form__choice label").textContent;
      return { path, $field, message: `You chose “${words}”: fill in what it says, or choose “Not known”.` };
    });
}

const answered = ($either) => $either.querySelector(":scope > fieldset > .rd-form__choice input:checked")?.value === "some";
