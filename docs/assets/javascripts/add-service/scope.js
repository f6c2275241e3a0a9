/**
 * A part of the form and the data it stands for: the whole form and an entry, or a row and one item of a list. What the
 * form has no field for stays in the data as it was.
 *
 * @typedef {object} Spot
 * @property {(string | number)[]} path where the value of a field stands in the entry @property {HTMLElement} $field
 */

import { fillField, readField } from "./fields.js";
import { pathOf, put, valueAt } from "./paths.js";
import { fillRows, readRows } from "./rows.js";

const INNER = "[data-field], [data-rows], [data-either]";

/** The fields, rows and questions of a scope, outermost first, without what stands in its rows. */
function partsOf($scope) {
  return [...$scope.querySelectorAll(INNER)].filter(($part) => {
    const $row = $part.parentElement.closest(".rd-form__row, [data-new-organization]");
    return !$row || $row === $scope || !$scope.contains($row);
  });
}

const answer = ($either) => $either.querySelector(":scope > fieldset > .rd-form__choice input:checked")?.value ?? "";

/**
 * @param {HTMLElement} $scope @param {object} data what it was filled with; changed in place
 * @param {(string | number)[]} [at] where it stands in the entry
 * @returns {Spot[]} where each of its fields stands
 */
export function readScope($scope, data, at = []) {
  const shut = [];
  const spots = [];
  for (const $part of partsOf($scope)) {
    if (shut.some(($either) => $either.contains($part))) continue;
    if ($part.dataset.either !== undefined) {
      if (readEither($part, data)) shut.push($part);
      spots.push({ path: [...at, ...pathOf($part.dataset.either)], $field: $part });
    } else if ($part.dataset.rows !== undefined) {
      spots.push({ path: [...at, ...pathOf($part.dataset.rows)], $field: $part }, ...readRows($part, data, at));
    } else {
      const path = pathOf($part.dataset.field);
      put(data, path, readField($part));
      spots.push({ path: [...at, ...path], $field: $part });
    }
  }
  return spots;
}

/** @returns {boolean} whether it is answered without what stands inside */
function readEither($either, data) {
  const told = answer($either);
  const path = pathOf($either.dataset.either);
  if (told === "some") {
    if (typeof valueAt(data, path) === "string") put(data, path, undefined);
    return false;
  }
  put(data, path, told || undefined);
  return true;
}

/** @param {HTMLElement} $scope @param {object} data */
export function fillScope($scope, data) {
  for (const $part of partsOf($scope)) {
    if ($part.dataset.either !== undefined) fillEither($part, valueAt(data, pathOf($part.dataset.either)));
    else if ($part.dataset.rows !== undefined) fillRows($part, valueAt(data, pathOf($part.dataset.rows)));
    else fillField($part, valueAt(data, pathOf($part.dataset.field)));
  }
}

function fillEither($either, value) {
  const told = value === undefined ? "" : typeof value === "string" ? value : "some";
  for (const $choice of $either.querySelectorAll(":scope > fieldset > .rd-form__choice input")) $choice.checked = $choice.value === told;
  openEither($either);
}

/** @param {HTMLElement} $either shows what stands inside only where it is meant */
export function openEither($either) {
  const $inside = $either.querySelector("[data-some]");
  $inside.hidden = answer($either) !== "some";
}

