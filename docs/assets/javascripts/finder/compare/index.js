/** The page that compares services: chosen here, in the finder, or by whoever sent the link. */

import { element } from "../../common/dom.js";
import { hashOf } from "../state.js";
import { answersAbove } from "./answers.js";
import { chooser } from "./choose.js";
import { chosenServices } from "./chosen.js";
import { missingNote } from "./missing.js";
import { compareView } from "./view.js";

const EMPTY = "Choose two to four services. Each is shown in the same rows, so that they can be read side by side.";
const ONE = "Choose one more service to compare it with.";
const CANNOT_READ = "The directory cannot be read just now. Use the lists by area and need on this site; crisis help stands at the top of the page.";

const NOTHING = Object.freeze({ world: null, hash: null });

/** What to do next, for a number of services that are there. */
function advice(number) {
  if (number > 1) return "";
  return number ? ONE : EMPTY;
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
  const { store } = context;
  const { above, $said, $missing, choose, view } = parts($mount, context, remove);
  let print = printWished();
  let shown = NOTHING;
  let names = new Map();
  let toChoosing = false;
  let turn = 0;

  function drop(ids) {
    // The button that was pressed goes with its service: the focus goes to where another is added.
    toChoosing = true;
    store.change({ shortlist: store.get().shortlist.filter((id) => !ids.includes(id)) });
  }

  function remove(id) {
    drop([id]);
    context.say(`${names.get(id)} is taken out of the comparison.`);
  }

  function draw(state, { services, missing }) {
    names = new Map(services.map(({ id, name }) => [id, name]));
    const answers = above.update(state);
    $said.textContent = advice(services.length);
    $said.hidden = !$said.textContent;
    $missing.replaceChildren(...missingNote(missing, context.areas.get(state.areas.practice)?.name, () => drop(missing)));
    choose.update(state);
    view.update(services, state, answers);
    if (toChoosing) choose.$root.querySelector("summary").focus();
    toChoosing = false;
  }

  async function show(state) {
    const now = { world: context.world, hash: hashOf(state) };
    // A table that is drawn again loses the focus within it: nothing is drawn for texts that it has waited for.
    if (now.world === shown.world && now.hash === shown.hash) return;
    shown = now;
    const mine = (turn += 1);
    const chosen = await chosenServices(state.shortlist, context);
    if (mine !== turn) return;
    draw(state, chosen);
    $mount.dataset.ready = "";
    if (!print || !chosen.services.length) return;
    print = false;
    window.print();
  }

  function failed() {
    shown = NOTHING;
    $said.hidden = false;
    $said.textContent = CANNOT_READ;
  }

  context.follow({ show, failed });
}
