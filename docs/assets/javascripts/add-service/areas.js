/** The area chosen on the first step, offered as the area served as soon as somebody says how one must belong to it. */

import { fillField, readField } from "./fields.js";
import { same } from "./paths.js";

/** A service for everybody of a nation serves no one area of it. */
const NATIONAL = "national";

/**
 * Fills in nothing until that is said, and never changes what somebody chose.
 *
 * @param {HTMLElement} $form @param {() => string} chosen the folder @param {{id: string}[]} areas
 */
export function startAreas($form, chosen, areas) {
  const $basis = $form.querySelector('[data-field="criteria.area.basis"]');
  const $areas = $form.querySelector('[data-field="criteria.area.areas"]');
  let offered;
  const offer = () => {
    const told = readField($areas);
    const own = offered && same(told, offered);
    if (told !== undefined && !own) return;
    const folder = chosen();
    const basis = readField($basis);
    offered = basis && basis !== NATIONAL && areas.some(({ id }) => id === folder) ? [folder] : undefined;
    if (!same(told, offered)) fillField($areas, offered);
  };
  $basis.addEventListener("change", offer);
  $form.querySelector("#f-folder").addEventListener("change", () => offered && offer());
}
