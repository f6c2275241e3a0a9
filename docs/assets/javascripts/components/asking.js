/** Drawings of how the finder asks: fields, questions and the answers as chips. */

import { ageField } from "../finder/asking/age.js";
import { areaField } from "../finder/asking/area.js";
import { askingView } from "../finder/asking/view.js";
import { chips as chipsOf } from "../finder/asking/chips.js";
import { foundFor } from "../finder/found.js";
import { needField } from "../finder/asking/need.js";
import { questionPanel } from "../finder/asking/question.js";
import { asksFor } from "../finder/asking/asks.js";

const NOTHING = () => undefined;
const QUIET = Object.freeze({ crisis: NOTHING, typed: NOTHING, done: NOTHING });

/** A field as if somebody had typed `typed` into it. */
function type($input, typed, names) {
  $input.value = typed;
  for (const name of names) $input.dispatchEvent(new Event(name, { bubbles: true }));
}

/** The need, with its suggestions open where something is `typed`. */
export function need($place, context, { typed }) {
  const field = needField(context, QUIET);
  $place.append(field.$root);
  field.update(context.store.get());
  if (typed) type(field.$input, typed, ["input"]);
}

/** The area, with its suggestions open where something is `typed`. */
export function area($place, context, { typed }) {
  const field = areaField(context, QUIET);
  $place.append(field.$root);
  field.update();
  if (typed) type(field.$input, typed, ["input"]);
}

/** The age; what cannot be read is said below it. */
export function age($place, context, { typed }) {
  const field = ageField(context, QUIET);
  $place.append(field.$root);
  field.update(context.store.get(), null);
  if (typed) type(field.$input, typed, ["change"]);
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

/** The whole of asking, as it stands on the home page. */
export function asking($place, context) {
  const view = askingView(context, NOTHING);
  const show = () => {
    const { answers, matches } = foundFor(context.store.get(), context.world);
    view.update(context.store.get(), matches, answers);
  };
  $place.append(view.$crisis, view.$root, view.$question);
  context.store.subscribe(show);
  show();
}
