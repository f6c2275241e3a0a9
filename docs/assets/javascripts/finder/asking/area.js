/** Where: the area by its name, a practice or a postcode. It is remembered on this device until it is forgotten. */

import { element } from "../../common/dom.js";
import { suggestField } from "./field.js";
import { placesFor } from "./places.js";

const NOTHING = "No area or practice of this directory is called that.";
const NO_PLACES = Object.freeze({ districts: {}, practices: [] });

/** Practices and postcodes are asked for once somebody types here, whatever they type. */
function placesOnce(read, came) {
  let places = null;
  return () => {
    if (places) return places;
    places = NO_PLACES;
    read("places").then(
      (told) => came((places = told)),
      () => (places = null),
    );
    return places;
  };
}

/** @param {object} context @param {{id?: string, typed: (text: string) => void, done: () => void}} on `id` where a page has two */
export function areaField(context, on) {
  const { store, read } = context;
  const nameOf = (id) => context.areas?.get(id)?.name ?? "";
  const chosen = () => store.get().areas.practice ?? "";
  const places = placesOnce(read, () => field.again());

  const field = suggestField({
    id: on.id ?? "rd-ask-area",
    label: "Area",
    hint: "practice, place or postcode",
    nothing: NOTHING,
    suggest(text) {
      on.typed(text);
      if (!context.areas) return null;
      if (text === nameOf(chosen())) return [];
      return placesFor(text, context.areas, places()).map((each) => ({ ...each, value: nameOf(each.id) }));
    },
    choose({ id }) {
      store.chooseArea(id);
      on.done();
    },
    enter: (text) => text && text === nameOf(chosen()) && on.done(),
  });
  const $forget = element("button", { type: "button", class: "rd-ask__forget", hidden: "" }, "Forget this area");
  field.$root.append($forget);

  $forget.addEventListener("click", () => {
    store.forgetArea();
    field.write("");
    field.$input.focus();
  });
  // What was typed and not chosen would look like an answer.
  field.$input.addEventListener("blur", () => setTimeout(() => field.$root.contains(document.activeElement) || put()));

  function put() {
    field.write(nameOf(chosen()));
    on.typed("");
  }

  function update() {
    field.ready();
    $forget.hidden = !chosen();
    if (document.activeElement !== field.$input) put();
  }

  return { ...field, update };
}
