/** The page that compares services: chosen here, in the finder, or by whoever sent the link. */

import { element } from "../../common/dom.js";
import { nameOf, takeOff } from "../shortlist.js";
import { answersAbove } from "./answers.js";
import { chooser } from "./choose.js";
import { chosenServices } from "./chosen.js";
import { compareView } from "./view.js";

const EMPTY = "Choose two to four services. Each is shown in the same rows, so that they can be read side by side.";
const ONE = "Choose one more service to compare it with.";
const CANNOT_READ = "The directory cannot be read just now. Use the lists by area and need on this site; crisis help stands at the top of the page.";

/** What to do next, for a number of services that are there. */
function advice(number) {
  if (number > 1) return "";
  return number ? ONE : EMPTY;
}

/** Ids of old links: they are named, since whoever sent the link meant something by them. */
function missingWords(ids, place) {
  const where = place ? ` in ${place} or next to it` : "";
  return ids.map((id) => `“${id}” is no longer listed${where}.`).join(" ");
}

/** The services that could not be found, and a button that takes them out of the link. */
function missingNote(ids, place, context) {
  const $drop = element("button", { type: "button" }, "Leave it out");
  if (ids.length > 1) $drop.textContent = "Leave them out";
  $drop.addEventListener("click", () => {
    context.store.change({ shortlist: context.store.get().shortlist.filter((id) => !ids.includes(id)) });
    document.querySelector(".rd-compare__choose summary")?.focus();
  });
  return element("p", { class: "rd-warning" }, missingWords(ids, place), " ", $drop);
}

/** Whether the link asks to be printed at once; the wish is for one time and is taken out of the address. */
function printWished() {
  if (!/[#&]print=1(&|$)/.test(window.location.hash)) return false;
  const rest = window.location.hash.replace(/([#&])print=1(&|$)/, (_, before, after) => (after ? before : ""));
  window.history.replaceState(null, "", rest || window.location.pathname);
  return true;
}

/** The parts of the page, in their order. */
function parts($mount, context, remove) {
  const above = answersAbove(context);
  const $said = element("p", { class: "rd-compare__next" });
  const $missing = element("div", {});
  const choose = chooser(context);
  const view = compareView(context, remove);
  $mount.classList.add("rd-compare");
  $mount.append(above.$root, $said, $missing, choose.$root, view.$root);
  return { above, $said, $missing, choose, view };
}

/** @param {HTMLElement} $mount @param {object} context of the finder */
export function startCompare($mount, context) {
  const { above, $said, $missing, choose, view } = parts($mount, context, remove);
  let print = printWished();
  let turn = 0;

  /** The focus goes to the next service, or to where one is added. */
  function remove(id) {
    const name = nameOf(id, context.world);
    takeOff(id, context);
    context.say(`${name} is taken out of the comparison.`);
    choose.$root.querySelector("summary").focus();
  }

  async function show(state) {
    const mine = (turn += 1);
    const { services, missing } = await chosenServices(state.shortlist, context);
    if (mine !== turn) return;
    const answers = above.update(state);
    $said.textContent = advice(services.length);
    $said.hidden = !$said.textContent;
    $missing.replaceChildren(...(missing.length ? [missingNote(missing, context.areas.get(state.areas.practice)?.name, context)] : []));
    choose.update(state);
    view.update(services, state, answers);
    $mount.dataset.ready = "";
    if (print && services.length) window.print();
    print = print && !services.length;
  }

  context.follow({ show, failed: () => ($said.textContent = CANNOT_READ) });
}
