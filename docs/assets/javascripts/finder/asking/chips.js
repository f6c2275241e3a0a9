/** The answers as chips: each is a button that takes it away. */

import { element } from "../../common/dom.js";
import { startAgain, toldIn } from "./told.js";

function chip({ words }) {
  const $cross = element("span", { class: "rd-ask__cross", "aria-hidden": "true" }, "✕");
  return element("button", { type: "button", class: "rd-ask__chip" }, words, " ", $cross, element("span", { class: "rd-hidden" }, ": take away"));
}

/** @param {object} context @param {{$input: HTMLInputElement}} need the field that has the focus when no chip is left */
export function chips(context, need) {
  const { store, say } = context;
  const $list = element("ul", { class: "rd-ask__chips", "aria-label": "Answers" });
  const $again = element("button", { type: "button", class: "rd-ask__again" }, "Start again");
  const $root = element("div", { class: "rd-ask__told", hidden: "" }, $list, $again);
  let shown = "";

  /** The focus goes to the next chip, then to the one before, then to the need. */
  function focusNear(at) {
    const $buttons = [...$list.querySelectorAll("button")].filter(({ offsetParent }) => offsetParent);
    ($buttons[Math.min(at, $buttons.length - 1)] ?? need.$input).focus();
  }

  function take({ words, patch }, at) {
    store.change(patch);
    say(`Taken away: ${words}.`);
    focusNear(at);
  }

  function item(each, at) {
    const $chip = chip(each);
    $chip.addEventListener("click", () => take(each, at));
    return element("li", { class: `rd-ask__answer rd-ask__answer--${each.key.split(":")[0]}${each.discreet ? " rd-ask__answer--discreet" : ""}` }, $chip);
  }

  $again.addEventListener("click", () => {
    store.change(startAgain(store.get()));
    say("All answers are taken away.");
    need.$input.focus();
  });

  function update(state, ageLabel) {
    const { world, directory, areas } = context;
    const words = { grammar: world.grammar, byCode: directory.byCode, nameOf: (id) => areas.get(id)?.name ?? id };
    const told = toldIn(state, words, ageLabel);
    const key = JSON.stringify(told);
    if (key === shown) return;
    shown = key;
    // An answer about another area is gone only once its files are read, and the focus would go with it.
    const at = [...$list.querySelectorAll("button")].indexOf(document.activeElement);
    $list.replaceChildren(...told.map(item));
    $root.hidden = !told.length;
    if (at >= 0) focusNear(at);
  }

  return { $root, update };
}
