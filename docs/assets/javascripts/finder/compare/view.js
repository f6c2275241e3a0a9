/**
 * The comparison itself: the table, what of it is shown, and what to do with it.
 *
 * At first the table is short: it leaves out where to go instead, and the own words of refusals, without which a service
 * can only look stricter than it is. Own words beside "takes" and "check first" always stand.
 */

import { element } from "../../common/dom.js";
import { comparison } from "../../directory/compare/index.js";
import { promise, sheetFoot } from "./foot.js";
import { holdsAnswers } from "./link.js";
import { sharing } from "./sharing.js";
import { comparisonTable, showRows } from "./table.js";

/** What the switch left out, in one sentence. */
function leftOut(number) {
  if (!number) return "Every row is shown.";
  const rows = number === 1 ? "1 row is" : `${number} rows are`;
  return `${rows} the same for all, or known of none, and left out. In their own words, and in where else to go, the services may still differ there.`;
}

/** A switch with its label. */
function switched(id, words, on) {
  const $input = element("input", { type: "checkbox", id, role: "switch" });
  $input.checked = on;
  return { $input, $switch: element("div", { class: "rd-compare__switch" }, $input, element("label", { for: id }, words)) };
}

/** Which rows and lines are shown, and the place where it says what is left out. */
function showing() {
  const only = switched("rd-compare-differs", "Only what differs", false);
  const whole = switched("rd-compare-whole", "Where to go instead, and refusals in full", false);
  const $said = element("p", { class: "rd-compare__left-out" });
  const $root = element("div", { class: "rd-compare__showing" }, only.$switch, whole.$switch, $said);
  return { only, whole, $said, $root };
}

/**
 * @param {object} context @param {(id: string) => void} remove takes a service out of the comparison
 * @returns {{$root: HTMLElement, update: (services: object[], state: object, answers: object) => void}}
 */
export function compareView(context, remove) {
  const { only, whole, $said, $root: $showing } = showing();
  const foot = sheetFoot();
  const share = sharing(context, (withAnswers) => $root.classList.toggle("rd-compare__view--bare", !withAnswers));
  const $sheet = element("div");
  const $root = element("div", { class: "rd-compare__view", hidden: "" }, element("div", { class: "rd-compare__bar" }, $showing, share.$root), $sheet);
  let $table = null;

  function rows() {
    const left = only.$input.checked && !only.$switch.hidden;
    const number = showRows($table, left);
    $table.classList.toggle("rd-compare__table--short", !whole.$input.checked);
    $said.textContent = left ? leftOut(number) : "";
  }

  only.$input.addEventListener("change", () => {
    rows();
    context.say(only.$input.checked ? $said.textContent : "Every row is shown.");
  });
  whole.$input.addEventListener("change", rows);

  function update(services, state, answers) {
    $root.hidden = !services.length;
    if (!services.length) return;
    const told = holdsAnswers(state);
    foot.update(context.world);
    $table = comparisonTable(comparison(services, told ? answers : null, context.world), services, context, { remove, $foot: foot.$root });
    $sheet.replaceChildren(promise(), $table);
    only.$switch.hidden = services.length < 2;
    share.update(told);
    rows();
  }

  return { $root, update };
}
