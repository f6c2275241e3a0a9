/** Drawings of what the finder answers: cards, groups, filters, what is said where nothing fits, crisis help. */

import { element } from "../common/dom.js";
import { countsOf, narrowed } from "../directory/filters.js";
import { foundFor } from "../finder/found.js";
import { journeyPanel } from "../finder/journeys/index.js";
import { makeCard } from "../finder/results/card.js";
import { crisisHelp } from "../finder/results/crisis_first.js";
import { filtersBar } from "../finder/results/filters_bar.js";
import { makeGroup } from "../finder/results/group.js";
import { GROUPS, grouped } from "../finder/results/grouped.js";
import { nothingFits } from "../finder/results/nothing.js";
import { resultsView } from "../finder/results/view.js";

/** The services for the answers of a box, as far as its filters let them through. */
function found({ store, world }) {
  const state = store.get();
  const { answers, matches } = foundFor(state, world);
  const kept = narrowed(matches, state.filters, new Date());
  return { state, answers, matches, narrowed: kept, groups: grouped(kept.kept), all: grouped(matches) };
}

function cardOf(match, context, answers) {
  const card = makeCard(match.service.id, context);
  card.update(match, answers);
  return card;
}

/** One service; `unfolded` shows what a press opens. */
export function card($place, context, { service, unfolded }) {
  const { matches, answers } = found(context);
  const match = matches.find((each) => each.service.id === service);
  if (!match) return $place.append(element("p", {}, `${service} is not listed for these answers.`));
  const { $card, unfold } = cardOf(match, context, answers);
  $place.append(element("ul", { class: "rd-results__list" }, $card));
  return unfolded && unfold();
}

/** One of the three answers with all its services. */
export function group($place, context, { group: key }) {
  const { groups, answers } = found(context);
  const made = makeGroup(GROUPS.find((each) => each.key === key), (match) => cardOf(match, context, answers), (change) => change());
  $place.append(made.$section);
  made.update(groups[key]);
}

/** The filters; `open` shows every group of them. */
export function filters($place, context) {
  const { state, matches, narrowed: kept } = found(context);
  const bar = filtersBar(context);
  $place.append(bar.$filters);
  bar.update(state.filters, () => countsOf(matches, state.filters, new Date()), kept, false);
}

/** What is said where nothing fits. */
export function empty($place, context) {
  $place.append(...nothingFits(found(context), context));
}

/** Crisis help above everything. */
export function crisis($place, { world }, { title }) {
  $place.append(crisisHelp(world, title));
}

/** Everything that is found, and what follows when somebody changes it. */
export function results($place, context) {
  const view = resultsView(context);
  const show = () => {
    const { state, matches, answers } = found(context);
    view.update(state, matches, answers);
  };
  $place.append(view.$root);
  context.store.subscribe(show);
  show();
}

/** The results where the services cannot be read. */
export function unread($place, context) {
  const view = resultsView(context);
  $place.append(view.$root);
  view.failed();
}

/** What a journey adds: bereavement, caring for somebody. */
export function journey($place, context) {
  const panel = journeyPanel(context);
  const { state, matches, answers } = found(context);
  $place.append(panel.$root);
  panel.update(state, matches, answers);
}
