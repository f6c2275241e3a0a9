/** Entry of `built/components.js`: draws on the components page what only a browser draws, with the modules that the site runs. */

import { element } from "../common/dom.js";
import { apart } from "./apart.js";
import { exampleContext, readExamples } from "./context.js";
import { DRAWINGS } from "./drawings.js";

/** Long enough for fields and folds, which draw a turn after they are told to. */
const SETTLED = 60;

/** Below an open list, in pixels. */
const AIR = 24;

/** What stands in the box of an example that is wrong; a test looks for it. */
function wrong($place, words) {
  $place.replaceChildren(element("p", { class: "rd-component__wrong" }, `This cannot be drawn: ${words}`));
}

async function draw($place, file) {
  const $box = $place.closest(".rd-example");
  const given = JSON.parse($place.dataset.given);
  const drawing = DRAWINGS[$place.dataset.draw];
  if (!drawing) return wrong($place, `there is no drawing ${$place.dataset.draw} in components/drawings.js.`);
  $place.replaceChildren();
  await drawing($place, await exampleContext($box, file, given.answers ?? ""), given);
  if (given.open) for (const $fold of $place.querySelectorAll("details")) $fold.open = true;
  return undefined;
}

/** A tray marks every card on the page that is on its shortlist: trays come first, and each card then has its own mark. */
function traysFirst($places) {
  return [...$places].sort((a, b) => (b.dataset.draw === "tray") - (a.dataset.draw === "tray"));
}

/** What stands around every page, once more in its box: as it is, without what would start it a second time. */
function copied($place) {
  const $copy = [...document.querySelectorAll($place.dataset.around)].find(($each) => !$each.closest(".rd-example")).cloneNode(true);
  for (const $each of $copy.querySelectorAll("[data-rd-search]")) $each.removeAttribute("data-rd-search");
  $place.replaceChildren($copy);
}

/** A list that opens over what follows it gets the room for it in its box. */
function roomFor($menu) {
  const $box = $menu.closest(".rd-example");
  const room = $menu.getBoundingClientRect().bottom - $box.getBoundingClientRect().top;
  $box.style.minHeight = `${Math.ceil(room) + AIR}px`;
}

/** Says on the page when all is drawn: whoever takes a photograph waits for it. */
async function start($page) {
  const file = await readExamples($page.dataset.data);
  for (const $place of traysFirst($page.querySelectorAll("[data-draw]"))) await draw($place, file).catch((error) => wrong($place, String(error)));
  setTimeout(() => {
    $page.querySelectorAll("[data-around]").forEach(copied);
    $page.querySelectorAll(".rd-example:has([data-draw], [data-around])").forEach(apart);
    $page.querySelectorAll(".autocomplete__menu--visible").forEach(roomFor);
    $page.setAttribute("data-drawn", "");
  }, SETTLED);
}

start(document.querySelector(".rd-components"));
