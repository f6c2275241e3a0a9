/** The finder on the home page: asking, what a journey adds, the results, the shortlist. */

import { element } from "../common/dom.js";
import { askingView } from "./asking/view.js";
import { shortlistTray } from "./compare/tray.js";
import { foundFor } from "./found.js";
import { journeyPanel } from "./journeys/index.js";
import { inPack } from "./links.js";
import { keptPlace } from "./place.js";
import { refusedLine } from "./refused/link.js";
import { resultsView } from "./results/view.js";
import { canShow, hashOf } from "./state.js";

const NOTHING = Object.freeze({ world: null, hash: "", texts: 0 });

/** @param {HTMLElement} $mount @param {object} context */
export function startFinder($mount, context) {
  const { store } = context;
  const asking = askingView(context, () => show(store.get()));
  const journey = journeyPanel(context);
  const results = resultsView(context);
  const tray = shortlistTray(context);
  const restorePlace = keptPlace(results);
  results.$root.hidden = true;
  // In a pack the answer to a refusal is folded right below, under the same words.
  const refused = inPack() ? [] : [refusedLine(context)];
  const $found = element("div", { class: "rd-finder__found" }, journey.$root, results.$root, ...refused);
  const $work = element("div", { class: "rd-finder__work" }, asking.$question, $found);
  $mount.append(asking.$crisis, asking.$root, $work, tray.$root);
  // Room is kept for results that are on their way, so that nothing below jumps when they come.
  $mount.toggleAttribute("data-waiting", canShow(store.get()));
  work(canShow(store.get()));
  let shown = NOTHING;

  function show(state) {
    const { world } = context;
    tray.update(state);
    const { answers, matches } = foundFor(state, world);
    asking.update(state, matches, answers);
    journey.update(state, matches, answers);
    const now = { world, hash: hashOf({ ...state, shortlist: [] }), texts: world.words.size };
    // The shortlist alone changes no result, and a card that is redrawn loses its place.
    const same = Object.keys(now).every((name) => now[name] === shown[name]);
    results.$root.hidden = !canShow(state);
    work(canShow(state));
    if (!same && canShow(state)) results.update(state, matches, answers);
    shown = now;
    $mount.removeAttribute("data-waiting");
    if (!same && canShow(state)) restorePlace();
    // After the results, in a task of its own: building the index takes longer than showing them.
    setTimeout(ready);
  }

  /** What else is on the page steps back; told on the root too, since `:has()` there would look at whatever is put in. */
  function work(working) {
    for (const $place of [$mount, document.documentElement]) $place.toggleAttribute("data-working", working);
  }

  /** The need box can answer at once from now on. */
  function ready() {
    if (context.directory?.search) $mount.setAttribute("data-ready", "");
  }

  function failed() {
    // Whatever comes next is shown anew, and nothing of the area before stays beside the notice.
    shown = NOTHING;
    journey.$root.hidden = true;
    results.$root.hidden = false;
    results.failed();
    $mount.removeAttribute("data-waiting");
  }

  context.follow({ show, failed });
}
