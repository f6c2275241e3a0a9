/** One cell of the comparison: the stance by word and shape, then the lines under it. */

import { element } from "../../common/dom.js";
import { shutWords } from "../../directory/compare/about.js";
import { shape } from "../results/shapes.js";

const SHAPES = Object.freeze({ takes: "fits", check: "check", refuses: "refuses", silent: "silent" });

/** A service by name, as a link, with a word beside it where it takes nobody just now. */
function serviceLink(id, { world, links }) {
  const found = world.find(id);
  if (!found) return [id];
  const shut = shutWords(found, world);
  return [element("a", { href: links.service(id) }, found.name), ...(shut ? [` (${shut.toLowerCase()})`] : [])];
}

/** Services in a row: "A, B or C". */
function serviceLinks(ids, context) {
  return ids.flatMap((id, at) => [...(at === 0 ? [] : [at === ids.length - 1 ? " or " : ", "]), ...serviceLink(id, context)]);
}

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
