/** Entry of `built/components.js`: draws on the components page what only a browser draws, with the modules that the site runs. */

import { element } from "../common/dom.js";
import { apart } from "./apart.js";
import { exampleContext, readExamples } from "./context.js";
import { DRAWINGS } from "./drawings.js";

/** Long enough for fields and folds, which draw a turn after they are told to. */
const SETTLED = 60;

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

/** Says on the page when all is drawn: whoever takes a photograph waits for it. */
async function start($page) {
  const file = await readExamples($page.dataset.data);
  for (const $place of traysFirst($page.querySelectorAll("[data-draw]"))) await draw($place, file).catch((error) => wrong($place, String(error)));
  setTimeout(() => {
    $page.querySelectorAll(".rd-example:has([data-draw])").forEach(apart);
    $page.setAttribute("data-drawn", "");
  }, SETTLED);
}

start(document.querySelector(".rd-components"));
