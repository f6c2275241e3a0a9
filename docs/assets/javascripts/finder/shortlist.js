/** The shortlist: up to four services to compare. It stands in the address after the "#" and is kept nowhere else. */

import { element } from "../common/dom.js";
import { MOST_COMPARED } from "./state.js";

export const FULL = "Four services can be compared at once. Take one off the shortlist to add another.";
const WORDS = Object.freeze({ true: "On the shortlist", false: "Add to shortlist" });

/** The buttons that are on the page, with their service; those of cards that have gone are dropped by the browser. */
const buttons = new WeakMap();

/** @returns {string} the name of a service; its id where it is not among those that were read */
export function nameOf(id, world) {
  return world?.find?.(id)?.name ?? world?.services?.get(id)?.name ?? id;
}

function showOn($button, chosen) {
  const pressed = String(chosen);
  if ($button.getAttribute("aria-pressed") === pressed) return;
  $button.setAttribute("aria-pressed", pressed);
  $button.firstChild.textContent = WORDS[pressed];
}

/** @param {string[]} chosen ids @param {ParentNode} [$within] shows on every button whether its service is chosen */
export function showChosen(chosen, $within = document) {
  for (const $button of $within.querySelectorAll(".rd-shortlist")) {
    if (buttons.has($button)) showOn($button, chosen.includes(buttons.get($button)));
  }
}

/**
 * Takes a service off the shortlist.
 *
 * @param {string} id @param {object} context
 */
export function takeOff(id, { store, world, say }) {
  store.change({ shortlist: store.get().shortlist.filter((each) => each !== id) });
  say(`${nameOf(id, world)} is off the shortlist.`);
}

/**
 * Adds a service, or says why it cannot be added.
 *
 * @param {string} id @param {object} context @returns {boolean}
 */
export function putOn(id, { store, world, say }) {
  const { shortlist } = store.get();
  if (shortlist.length >= MOST_COMPARED) {
    say(FULL);
    return false;
  }
  store.change({ shortlist: [...shortlist, id] });
  say(`${nameOf(id, world)} is on the shortlist: ${shortlist.length + 1} of ${MOST_COMPARED}.`);
  return true;
}

/**
 * A button that puts a service on the shortlist and takes it off again.
 *
 * @param {string} id @param {object} context @returns {HTMLButtonElement}
 */
export function shortlistButton(id, context) {
  const $name = element("span", { class: "rd-hidden" }, `: ${nameOf(id, context.world)}`);
  const $button = element("button", { type: "button", class: "rd-shortlist rd-button rd-button--quiet" }, element("span"), $name);
  buttons.set($button, id);
  const chosen = () => context.store.get().shortlist.includes(id);
  showOn($button, chosen());
  $button.addEventListener("click", () => {
    if (chosen()) takeOff(id, context);
    else putOn(id, context);
    showOn($button, chosen());
  });
  return $button;
}
