/** Which service refused: by the first letters of any of its names, or from a plain list of all. */

import { element } from "../../common/dom.js";
import { suggestField } from "../asking/field.js";
import { choiceField } from "./choice.js";

const NOTHING = "No service here is called that. Try another of its names, or choose it from the list.";
const AT_ONCE = 8;

function noteOf({ type, fictional, national }, labels) {
  return [labels.type[type] ?? type, national && "national", fictional && "made up"].filter(Boolean).join(", ");
}

/** All services by name, those of the area before the national ones. */
function listed(world) {
  const all = [...world.services.values()].filter(({ status }) => status !== "defunct").sort((a, b) => a.name.localeCompare(b.name, "en"));
  const of = (national) => all.filter((each) => Boolean(each.national) === national).map(({ id, name }) => ({ value: id, label: name }));
  return [
    { title: "Services of the area", choices: of(false) },
    { title: "National services", choices: of(true) },
  ];
}

/**
 * @param {object} context
 * @param {{chosen: (id: string) => void, typed: (told: boolean | string) => void}} on `typed`: whether what stands there
 *   speaks of a crisis, or the text where that cannot be known yet
 * @returns {{$root: HTMLElement, focus: () => void, update: (id: string) => void}}
 */
export function serviceField(context, on) {
  const list = choiceField({ id: "rd-refused-list", label: "All services", none: "Choose a service", chosen: (id) => id && on.chosen(id) });
  const $list = element("details", { class: "rd-refused__list rd-more" }, element("summary", {}, "Choose it from a list instead"), list.$root);
  let name = "";

  const field = suggestField({
    id: "rd-refused-service",
    label: "Which service refused?",
    hint: "its name, or what it used to be called",
    nothing: NOTHING,
    suggest(text) {
      const { directory, world } = context;
      if (!directory?.search) {
        on.typed(text);
        return null;
      }
      if (text === name) return [];
      const found = directory.search.look(text, true);
      on.typed(found.crisis);
      const { labels } = world.grammar;
      return found.services.slice(0, AT_ONCE).map((each) => ({ code: each.id, label: each.name, value: each.name, note: noteOf(each, labels) }));
    },
    choose: ({ code }) => on.chosen(code),
  });
  const $root = element("div", {}, field.$root, $list);
  field.$input.addEventListener("blur", () => setTimeout(() => $root.contains(document.activeElement) || put()));

  /** What was typed and not chosen would look like an answer. */
  function put() {
    field.write(name);
    on.typed(false);
  }

  function update(id) {
    const { world } = context;
    const before = name;
    name = world.find(id)?.name ?? "";
    field.ready();
    list.update(listed(world), id);
    // Whoever is typing another name is not interrupted when something else comes.
    if (document.activeElement !== field.$input || name !== before) put();
  }

  return { $root, focus: () => field.$input.focus(), update };
}
