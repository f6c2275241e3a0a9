/** Drawings of services side by side, and of the answer to a refusal. */

import { answersAbove } from "../finder/compare/answers.js";
import { chosenServices } from "../finder/compare/chosen.js";
import { missingNote } from "../finder/compare/missing.js";
import { shortlistTray } from "../finder/compare/tray.js";
import { compareView } from "../finder/compare/view.js";
import { startRefused } from "../finder/refused/index.js";

const NOTHING = () => undefined;

/** The services on the shortlist. */
export function tray($place, context) {
  const made = shortlistTray(context);
  const show = () => made.update(context.store.get());
  $place.append(made.$root);
  context.store.subscribe(show);
  show();
}

/** The services of the answers side by side. */
export async function comparison($place, context) {
  const above = answersAbove(context);
  const view = compareView(context, NOTHING);
  const state = context.store.get();
  const answers = above.update(state);
  $place.append(above.$root, view.$root);
  const { services } = await chosenServices(state.shortlist, context);
  view.update(services, state, answers);
}

/** Services that a link names and that are no longer there. */
export function missing($place, context, { ids, place }) {
  $place.append(...missingNote(ids, place, NOTHING));
}

/** What is asked of somebody who was refused, and what is answered. */
export function refused($place, context) {
  const views = [];
  startRefused($place, { ...context, follow: (view) => void views.push(view) });
  const show = () => views.forEach((view) => view.show(context.store.get()));
  context.store.subscribe(show);
  show();
}
