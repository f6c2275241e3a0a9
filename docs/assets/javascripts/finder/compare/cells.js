/** One cell of the comparison: the stance by word and shape, then the lines under it. */

import { element } from "../../common/dom.js";
import { shape } from "../results/shapes.js";
import { serviceLinks } from "../service_link.js";

const SHAPES = Object.freeze({ takes: "fits", check: "check", refuses: "refuses", silent: "silent" });

function line({ text, as, to }, context) {
  const $line = element(as === "own" ? "q" : "span", { class: `rd-compare__line${as ? ` rd-compare__${as}` : ""}` }, text);
  if (to) $line.append(...(text ? [" "] : []), ...serviceLinks(to, context));
  return $line;
}

/** The stance: its shape is seen before its colour, and its word is read. */
function stanceOf({ stance, word }) {
  return element("p", { class: `rd-stance rd-stance--${stance}` }, shape(SHAPES[stance]), element("span", {}, word));
}

/** @param {import("../../directory/compare/cells.js").Cell} cell @param {object} context @returns {(Node | string)[]} */
export function cellNodes(cell, context) {
  const lines = cell.lines.map((each) => line(each, context));
  if (cell.stance) return [stanceOf(cell), ...lines];
  return cell.known ? lines : [element("span", { class: "rd-unknown" }, ...lines)];
}
