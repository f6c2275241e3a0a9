/** Choosing the services on the page itself: the area, then a service of it or of the nation, kind by kind. */

import { element } from "../../common/dom.js";
import { answersFrom } from "../../matching/answers.js";
import { relevant } from "../../matching/match.js";
import { putOn } from "../shortlist.js";
import { MOST_COMPARED } from "../state.js";

const CHOOSE = "Choose a service";

/** A list of choices with its label. */
function select(id, label, $first) {
  const $select = element("select", { id }, $first);
  return { $select, $field: element("div", { class: "rd-compare__field" }, element("label", { for: id }, label), $select) };
}

function option(value, words) {
  return element("option", { value }, words);
}

/** The services that may serve the areas and are not chosen yet, under their kinds, both by name. */
function choices(world, { areas, shortlist }) {
  const { labels } = world.grammar;
  const kinds = new Map();
  for (const service of relevant(world, answersFrom({ areas }))) {
    if (shortlist.includes(service.id)) continue;
    const kind = labels.type[service.type] ?? service.type;
    kinds.set(kind, [...(kinds.get(kind) ?? []), service]);
  }
  const byName = (one, other) => one.name.localeCompare(other.name, "en-GB");
  const sorted = [...kinds].sort(([one], [other]) => one.localeCompare(other, "en-GB"));
  return sorted.map(([label, services]) => element("optgroup", { label }, ...services.sort(byName).map(({ id, name }) => option(id, name))));
}

/**
 * @param {object} context
 * @returns {{$root: HTMLElement, update: (state: object) => void}}
 */
export function chooser(context) {
  const area = select("rd-compare-area", "Area", option("", "No area chosen"));
  const service = select("rd-compare-service", "Service", option("", CHOOSE));
  const $add = element("button", { type: "button", class: "rd-button rd-button--next" }, "Add");
  const $summary = element("summary", {}, "Add a service");
  const $root = element("details", { class: "rd-compare__choose" }, $summary, element("div", { class: "rd-compare__fields" }, area.$field, service.$field, $add));

  area.$select.addEventListener("change", () => (area.$select.value ? context.store.chooseArea(area.$select.value) : context.store.forgetArea()));
  // A change of the list is not yet a choice: arrow keys pass over many services on the way to one.
  $add.addEventListener("click", () => {
    const id = service.$select.value;
    if (!id) return service.$select.focus();
    if (putOn(id, context)) service.$select.focus();
  });

  let shown = {};

  function update(state) {
    $root.hidden = state.shortlist.length >= MOST_COMPARED;
    if (area.$select.options.length === 1) area.$select.append(...[...context.areas.values()].map(({ id, name }) => option(id, name)));
    area.$select.value = state.areas.practice ?? "";
    if (state.shortlist.length < 2) $root.open = true;
    const { world } = context;
    const chosen = state.shortlist.join();
    // The list is left alone while somebody looks through it and nothing has changed.
    if (shown.world === world && shown.chosen === chosen) return;
    shown = { world, chosen };
    service.$select.replaceChildren(option("", CHOOSE), ...choices(world, state));
  }

  return { $root, update };
}
