/** Drawings of how the finder asks: fields, questions and the answers as chips. */

import { element } from "../common/dom.js";
import { ageField } from "../finder/asking/age.js";
import { areaField } from "../finder/asking/area.js";
import { asksFor } from "../finder/asking/asks.js";
import { chips as chipsOf } from "../finder/asking/chips.js";
import { needField } from "../finder/asking/need.js";
import { questionPanel } from "../finder/asking/question.js";
import { askingView } from "../finder/asking/view.js";
import { foundFor } from "../finder/found.js";
import { resultsView } from "../finder/results/view.js";
import { canShow } from "../finder/state.js";
import { startBox } from "../search/box.js";

const NOTHING = () => undefined;

/** After that the package has drawn. */
const TURN = 30;

const QUIET = Object.freeze({ crisis: NOTHING, typed: NOTHING, done: NOTHING });

/** A field in the row where it stands. */
function inRow($place, { $root }) {
  $place.append(element("div", { class: "rd-ask" }, element("div", { class: "rd-ask__row" }, $root)));
}

/** A field as if somebody had typed `typed` into it: that nothing is found is said only where somebody is typing. */
function type({ $input }, typed, name = "input") {
  // The package then moves the focus itself, which would take it from every other box, and from the reader.
  $input.focus = NOTHING;
  $input.dispatchEvent(new FocusEvent("focus"));
  setTimeout(() => delete $input.focus, TURN);
  $input.value = typed;
  $input.dispatchEvent(new Event(name, { bubbles: true }));
}

/** The need, with its suggestions open where something is `typed`. */
export function need($place, context, { typed }) {
  const field = needField(context, QUIET);
  inRow($place, field);
  field.update(context.store.get());
  if (typed) type(field, typed);
}

/** The area, with its suggestions open where something is `typed`. */
export async function area($place, context, { typed }) {
  const field = areaField(context, QUIET);
  inRow($place, field);
  field.update();
  if (!typed) return;
  type(field, "");
  type(field, typed[0]);
  // Practices and postcodes are there a turn after somebody has begun to type.
  await context.read("places");
  type(field, typed);
}

/** The age; what cannot be read is said below it. */
export function age($place, context, { typed }) {
  const field = ageField(context, QUIET);
  inRow($place, field);
  field.update(context.store.get(), null);
  if (typed) type(field, typed, "change");
}

/** The answers, each to be taken away. */
export function chips($place, context) {
  const told = chipsOf(context, { $input: $place });
  const show = () => told.update(context.store.get(), null);
  $place.append(told.$root);
  context.store.subscribe(show);
  show();
}

/** The first question for the answers, or the one that is named, as it is among the others: `asked`. */
export function question($place, context, { asked = "" }) {
  const panel = questionPanel(context, { skipped: new Set(), changed: NOTHING, typed: NOTHING });
  const { store, world, areas } = context;
  const show = () => {
    const { answers, matches } = foundFor(store.get(), world);
    const asks = asksFor(matches, answers, world, { skipped: new Set(), here: areas.get(store.get().areas.practice) });
    const named = asks.all().find(({ code, kind }) => asked && [code, kind].includes(asked));
    panel.update(named ? { ...asks, first: named } : asks);
  };
  $place.append(panel.$root);
  store.subscribe(show);
  show();
}

/** The whole of asking, as it stands on the home page: the question beside what is found. */
export function asking($place, context) {
  const view = askingView(context, NOTHING);
  const results = resultsView(context);
  const $found = element("div", { class: "rd-finder__found" }, results.$root);
  const $work = element("div", { class: "rd-finder__work" }, view.$question, $found);
  const $finder = element("div", { class: "rd-finder", "data-ready": "" }, view.$crisis, view.$root, $work);
  const show = () => {
    const state = context.store.get();
    const { answers, matches } = foundFor(state, context.world);
    const working = canShow(state);
    $finder.toggleAttribute("data-working", working);
    results.$root.hidden = !working;
    view.update(state, matches, answers);
    if (working) results.update(state, matches, answers);
  };
  $place.append($finder);
  context.store.subscribe(show);
  show();
}

/** The search box of a page that is no finder. */
export async function search($place, context, { typed }) {
  const $mount = element("div", { class: "rd-search" });
  $place.append($mount);
  const box = startBox($mount, context.read);
  // The areas come a turn later, and choosing one of them asks anew.
  await context.read("areas");
  if (typed) type(box, typed);
}
