/** The front door of an area, where to ask when nothing fits. */

import { element } from "../../common/dom.js";

/** A part of a notice under its own heading. */
export function titled(title, ...children) {
  return element("div", { class: "rd-empty__part" }, element("h3", {}, title), ...children);
}

/** The front door of the area by name, with its number. */
export function doorLine({ id, name, phone, fictional }, { links }) {
  const $link = element("a", { href: links.service(id) }, name);
  const number = phone ? [" ", element("strong", { class: "rd-phone" }, phone)] : [];
  return [$link, ...number, ...(fictional ? [" ", element("span", { class: "rd-made-up" }, "Made up")] : [])];
}

/** The same as a part of a notice; nothing where the area has none. */
export function doorPart(context) {
  const { frontDoor } = context.world;
  return frontDoor ? [titled("Ask the front door of the area", element("p", { class: "rd-door" }, ...doorLine(frontDoor, context)))] : [];
}
