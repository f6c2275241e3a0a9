/**
 * Draws an entry as its page will be: the page's own template, filled with what the entry's file says.
 *
 * What only a build knows is left out: the sheets of an entry, which it does not have yet, what changed in it, and how its
 * facts grow old on later days. docs/decisions/0167-the-preview-draws-the-pages-own-template.md says what differs and why.
 */

import { todayInLondon } from "../common/freshness.js";
import { element } from "../common/dom.js";
import { pieces } from "./pieces.js";
import { drawTemplate } from "./template.js";
import { valuesOf } from "./values.js";

/** Names of the template that stand for something only a build knows; nothing stands for them here. */
export const ONLY_A_BUILD_KNOWS = Object.freeze(["sheets", "compare", "history", "returned", "figures"]);

/** Before every id, so that the parts of the page are not taken for parts of the form. */
const PREFIX = "rd-preview-";

/**
 * @param {object} data of an entry, exactly as its file holds it; it may be half filled in
 * @param {{words: object}} world what the form knows; `words` is `data/form-words.json`
 * @param {object} [place] `id` and `folder` of the entry, `organization`: the name of one that is not in the directory yet,
 *   `today`, `root`: from the open page to the root of the site, `level`: of the entry's name among the form's headings
 * @returns {HTMLElement}
 */
export function drawEntry(data, { words }, place = {}) {
  const { id = "", folder = "", organization, today = todayInLondon(), root = "../../", level = 4 } = place;
  const values = valuesOf(data, words, { id, folder, organization, today });
  const $page = element("div", { class: "rd-preview" });
  $page.append(drawTemplate(words.template, values, pieces(root), { prefix: PREFIX }));
  $page.querySelectorAll("h1, h2, h3").forEach(($heading) => below($heading, level - 1));
  $page.querySelectorAll("a[href^='.'], a[href^='http']").forEach(inItsOwnTab);
  return $page;
}

/** Looks as on the page, and is heard below the form's own headings. */
function below($heading, level) {
  $heading.setAttribute("aria-level", Number($heading.tagName.slice(1)) + level);
}

/** So that following a link does not leave what was typed. */
function inItsOwnTab($link) {
  $link.setAttribute("target", "_blank");
  $link.setAttribute("rel", "noopener noreferrer");
}
