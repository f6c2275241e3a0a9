/** The way from a service that does not take somebody to the page for people who were refused. */

import { element } from "../../common/dom.js";
import { hashOf } from "../state.js";

/** The way there at the end of the results, whoever refused. */
export function refusedLine(context) {
  return element("p", { class: "rd-refused-line" }, "A service has said no? ", refusedLink("", context), ": what takes the person, where to go instead, and what to say.");
}

/**
 * A link that takes the answers along in the fragment. They may change while it is on the page, so it is written anew
 * whenever somebody is about to follow it.
 *
 * @param {string} id of the service that refused; "" where that is still to be said @param {object} context
 * @returns {HTMLAnchorElement}
 */
export function refusedLink(id, { store, links }) {
  const $link = element("a", {}, "They were refused");
  const write = () => $link.setAttribute("href", links.refused(hashOf({ ...store.get(), refused: id, why: "" })));
  for (const about of ["pointerdown", "focus", "click"]) $link.addEventListener(about, write);
  write();
  return $link;
}
