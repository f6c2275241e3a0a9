/** What the person needs: a need, a kind of service or a therapy becomes an answer, a service's name opens its page. */

import { suggestField } from "./field.js";
import { hashOf } from "../state.js";
import { districtOf } from "./places.js";
import { suggestionsFor } from "./suggestions.js";

const NOTHING = "No name or word here matches. That does not mean that there is no service: try another word, or the lists on this page. If it cannot wait: crisis help stands at the top.";
const CANNOT_SEARCH = "Words cannot be looked up just now. Choose from the lists on this page, or load the page again; crisis help stands at the top.";
const A_PLACE = "That looks like a place: put it under Area.";

/** @param {object} context @param {{crisis: (told: boolean | string) => void, done: () => void}} on */
export function needField(context, on) {
  const { store, links } = context;
  let urgent = false;
  let kept = false;

  function speak(told) {
    urgent = told === true;
    kept = false;
    on.crisis(told);
  }

  /** "Suicidal, low mood" stays urgent when low mood is chosen of it; what is called by the urgent word answers for it. */
  function choosing(label) {
    kept = urgent && !context.directory.speaksOfCrisis(label);
    on.crisis(kept);
  }

  const chosen = {
    need: (code) => store.change({ needs: [...new Set([...store.get().needs, code])], type: "" }),
    // A kind of service and a need are two ways to say what is looked for; both together would often find nothing.
    type: (code) => store.change({ type: code, needs: [], therapy: "" }),
    // A therapy narrows what is looked for; alone it is enough to look for.
    therapy: (code) => store.change({ therapy: code, type: "" }),
    area: (code) => store.chooseArea(code),
  };

  const field = suggestField({
    id: "rd-ask-need",
    label: "Need",
    hint: "low mood, IAPT, carer",
    nothing: (text) => (context.search?.hasFailed() ? CANNOT_SEARCH : districtOf(text) ? A_PLACE : NOTHING),
    say: context.say,
    suggest(text) {
      const { directory } = context;
      if (!directory?.search) {
        speak(directory ? directory.speaksOfCrisis(text) : text);
        return context.search?.hasFailed() ? [] : null;
      }
      const found = directory.search.look(text);
      speak(found.crisis);
      return suggestionsFor(text, found, directory);
    },
    choose({ kind, code, label }) {
      if (kind === "service") location.assign(links.service(code));
      else if (kind === "refused") location.assign(links.refused(hashOf({ ...store.get(), refused: "", why: "" })));
      else if (kind === "words") setTimeout(() => search(label));
      else {
        choosing(label);
        chosen[kind](code);
        if (kind !== "area") on.done();
      }
    },
    enter: (text) => !text.trim() && on.done(),
  });
  // Before the field looks for suggestions.
  field.$root.addEventListener("input", () => context.search?.retry(), true);
  field.$input.addEventListener("input", () => field.$input.value.trim() || speak(false));

  /** Suggests for other words than those typed. */
  function search(words) {
    field.$input.focus();
    field.write("");
    field.write(words);
  }

  function update({ needs, type, therapy }) {
    if (kept && !needs.length && !type && !therapy) speak(false);
    field.ready();
    field.$input.placeholder = needs.length ? "Add another need" : " ";
  }

  return { ...field, update };
}
