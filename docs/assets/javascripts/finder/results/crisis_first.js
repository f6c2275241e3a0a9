/** Crisis help, above everything where what was told speaks of a crisis. Its numbers can be pressed, but never that of life at risk. */

import { waysToPress } from "../../common/crisis.js";
import { element } from "../../common/dom.js";

/** If life is at risk: no link, no other words. */
function emergencyCard(route) {
  const number = element("span", { class: "rd-phone" }, route.phone);
  return element("div", { class: "rd-emergency" }, element("p", { class: "rd-emergency__head" }, "If life is at risk: call ", number, " or go to A&E"));
}

function routeItem(route) {
  return element("li", {}, element("span", { class: "rd-help__name" }, route.name), " ", element("span", { class: "rd-calls" }, ...waysToPress(route)));
}

/**
 * @param {object} world @param {string} title
 * @returns {HTMLElement} the emergency card and the other routes, in the area's order
 */
export function crisisHelp(world, title) {
  const { crisis: routes, crisisNote: note } = world;
  const emergency = routes.find((route) => route.emergency);
  const others = routes.filter((route) => route !== emergency);
  return element(
    "section",
    { class: "rd-help", "aria-label": "Crisis help" },
    ...(emergency ? [emergencyCard(emergency)] : []),
    element("p", { class: "rd-help__title" }, title),
    element("ul", { class: "rd-help__list" }, ...others.map(routeItem)),
    ...(note ? [element("p", { class: "rd-help__note" }, note)] : []),
  );
}
