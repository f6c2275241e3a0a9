/** What is said of services that a link names and that are no longer there: whoever sent it meant something by them. */

import { element } from "../../common/dom.js";

function words(ids, place) {
  const where = place ? ` in ${place} or next to it` : "";
  return ids.map((id) => `“${id}” is no longer listed${where}.`).join(" ");
}

/**
 * @param {string[]} ids of services that could not be found @param {string | undefined} place the name of the area
 * @param {() => void} drop takes them out of the link
 * @returns {HTMLElement[]} nothing where nothing is missing
 */
export function missingNote(ids, place, drop) {
  if (!ids.length) return [];
  const $drop = element("button", { type: "button", class: "rd-button" }, ids.length > 1 ? "Leave them out" : "Leave it out");
  $drop.addEventListener("click", drop);
  return [element("p", { class: "rd-warning", role: "note" }, words(ids, place), " ", $drop)];
}
