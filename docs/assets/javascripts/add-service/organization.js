/** An organisation that the directory does not have yet: asked about below the list, and written as a file of its own. */

import { element } from "../common/dom.js";
import { idOf } from "../entry/entry.js";
import { fillScope, readScope } from "./scope.js";

const LABEL = "It is not in the list";

/** @param {HTMLElement} $form */
export function makeOrganization($form) {
  const $field = $form.querySelector("[data-field=organization]");
  const $asked = $form.querySelector("[data-new-organization]");
  const $new = element("input", { type: "checkbox", id: "f-organization-new" });
  const $search = $field.querySelector("[data-ids] input");
  $field.append(element("div", { class: "rd-form__choice" }, $new, element("label", { for: $new.id }, LABEL)));
  $field.after($asked);
  $new.addEventListener("change", open);

  function open() {
    $asked.hidden = !$new.checked;
    $field.querySelector("[data-ids]").hidden = $new.checked;
    if (!$new.checked) $search.focus();
  }

  return {
    /** @returns {{id: string, data: object, spots: import("./scope.js").Spot[]} | null} null where one of the list is meant */
    read() {
      if (!$new.checked) return null;
      const data = {};
      const spots = readScope($asked, data);
      return { id: idOf(String(data.name ?? "")), data, spots };
    },
    /** @param {object | null} data */
    fill(data) {
      $new.checked = Boolean(data);
      $asked.hidden = !data;
      $field.querySelector("[data-ids]").hidden = Boolean(data);
      fillScope($asked, data ?? {});
    },
  };
}
