/** The tray: a quiet bar with the services on the shortlist, there as soon as there is one. */

import { element } from "../../common/dom.js";
import { copyButton } from "./copying.js";
import { FULL, nameOf, showChosen, takeOff } from "../shortlist.js";
import { inPack } from "../links.js";
import { MOST_COMPARED, hashOf } from "../state.js";

const ONE_MORE = "Add one more to compare.";

/** The names, each with a button that takes it off. */
function items(ids, context, removed) {
  return ids.map((id, at) => {
    const name = nameOf(id, context.world);
    const $remove = element("button", { type: "button", class: "rd-tray__remove" }, element("span", { "aria-hidden": "true" }, "×"), element("span", { class: "rd-hidden" }, `Take ${name} off the shortlist`));
    $remove.addEventListener("click", () => removed(id, at));
    return element("li", { class: "rd-tray__item" }, element("span", { class: "rd-tray__name" }, name), $remove);
  });
}

function parts(context) {
  const $count = element("p", { class: "rd-tray__count" });
  const $list = element("ul", { class: "rd-tray__list" });
  const $note = element("p", { class: "rd-tray__note" });
  const $compare = element("a", { class: "rd-button rd-button--next" }, "Compare side by side");
  const $print = element("a", { class: "rd-tray__print rd-button" }, "Print");
  const copy = copyButton("Copy link", context);
  const $do = element("div", { class: "rd-tray__do" }, $compare, copy.$root, $print);
  const $root = element("section", { class: "rd-tray", "aria-label": "Shortlist", hidden: "" }, $count, $list, $note, $do);
  return { $root, $count, $list, $note, $compare, $print, copy };
}

/**
 * @param {object} context of the finder
 * @returns {{$root: HTMLElement, update: (state: object) => void}}
 */
export function shortlistTray(context) {
  const { $root, $count, $list, $note, $compare, $print, copy } = parts(context);
  let shown = "";

  /** The focus goes to the next name, or to the button of the card, and never to the top of the page. */
  function removed(id, at) {
    takeOff(id, context);
    const $next = $list.children[Math.min(at, $list.children.length - 1)]?.querySelector("button");
    const $card = document.querySelector(`[data-id="${CSS.escape(id)}"] .rd-shortlist`);
    ($next ?? $card ?? document.querySelector("main"))?.focus();
  }

  function showLinks(state, number) {
    $compare.hidden = number < 2;
    $compare.href = context.links.compare(hashOf(state));
    $print.hidden = number < 2 || inPack();
    $print.href = context.links.compare(`${hashOf(state)}&print=1`);
  }

  function update(state) {
    const { shortlist } = state;
    const number = shortlist.length;
    showChosen(shortlist);
    showLinks(state, number);
    const now = JSON.stringify([shortlist, shortlist.map((id) => nameOf(id, context.world))]);
    if (now === shown) return;
    shown = now;
    copy.forget();
    $root.hidden = !number;
    // On the root, for the styles: with `:has()` there every element put in anywhere would have to be looked at.
    document.documentElement.toggleAttribute("data-shortlist", number > 0);
    $count.replaceChildren(element("span", { class: "rd-tray__word" }, "Shortlist: "), `${number} of ${MOST_COMPARED}`);
    $list.replaceChildren(...items(shortlist, context, removed));
    $note.textContent = number === 1 ? ONE_MORE : number === MOST_COMPARED ? FULL : "";
    $note.hidden = !$note.textContent;
  }

  return { $root, update };
}
