/** Telephone numbers in running words. */

import { element } from "../../common/dom.js";

/** @param {string} text @returns {(Node | string)[]} its words, in which telephone numbers stand out and are not broken */
export function withNumbers(text) {
  return text.split(/([0-9]{3,}(?: [0-9]{2,})+)/).map((part, at) => (at % 2 ? element("span", { class: "rd-phone" }, part) : part));
}
