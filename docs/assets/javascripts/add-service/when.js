/** Fields that are asked for only after a certain answer: the number to phone only where one phones. */

import { readField } from "./fields.js";

/** @param {HTMLElement} $scope shows each such field of it, or hides it; what is filled in is never out of sight */
export function showWhen($scope) {
  for (const $field of $scope.querySelectorAll("[data-when]")) {
    const [key, ...values] = $field.dataset.when.split(" ");
    const $asked = $field.closest(".rd-form__row, form").querySelector(`[data-field="${key}"]`);
    $field.hidden = !values.includes(readField($asked)) && readField($field) === undefined;
  }
}
