/**
 * A field with suggestions: GOV.UK's accessible-autocomplete, and what it leaves to its users. Suggestions are built as
 * elements and written out by the browser, so that a name with markup in it stays text.
 *
 * Enter takes the first suggestion where there is one meaning only. The package's own `autoselect` does so always, which
 * would choose a meaning of an ambiguous word for whoever types fast, or open the page of a service that holds one of the words.
 */

import accessibleAutocomplete from "accessible-autocomplete";
import { element } from "../../common/dom.js";

/** How it works is on the page in words; a screen reader is told by the roles. */
const CHOOSE = "Choose one of these";
const HOW = "Suggestions appear as you type. Move to them with the arrow keys, and choose with Enter.";

/** @param {{label: string, note?: string}} suggestion @returns {string} HTML, its texts escaped by the browser's own writer */
function suggestionHtml({ label, note }) {
  const $name = element("span", { class: "rd-ask__name" }, label);
  return $name.outerHTML + (note ? element("span", { class: "rd-ask__note" }, ` ${note}`).outerHTML : "");
}

function said(number, suggestions) {
  const count = `${number} suggestion${number === 1 ? "" : "s"}.`;
  return suggestions[0]?.ask ? `${count} ${CHOOSE}.` : `${count} Enter takes the first: ${suggestions[0]?.label ?? ""}.`;
}

/** The element that holds the label, the hint and the package's input. */
function frame(id, label, hint) {
  const $label = element("label", { for: id, class: "rd-ask__label" }, label, " ", element("span", { class: "rd-ask__hint" }, hint));
  const $slot = element("div");
  return { $root: element("div", { class: `rd-ask__field ${id}` }, $label, $slot), $slot };
}

/**
 * @param {object} field
 * @param {string} field.id @param {string} field.label @param {string} field.hint
 * @param {(text: string) => object[] | null} field.suggest `{label, note?, ask?, value?}` for what was typed: `ask` where it
 *   must be read before it is taken, `value` what then stands in the field; null while nothing can be known yet
 * @param {(suggestion: object) => void} field.choose
 * @param {(text: string) => void} [field.enter] Enter where nothing is suggested
 * @param {string | ((text: string) => string)} field.nothing what is said where nothing is found
 * @param {(words: string) => void} [field.say] tells a screen reader that Enter took nothing
 */
export function suggestField({ id, label, hint, suggest, choose, enter, nothing, say }) {
  const { $root, $slot } = frame(id, label, hint);
  let suggestions = [];
  let last = null;
  let waiting = false;
  let wanted = false;

  const missing = () => (typeof nothing === "string" ? nothing : nothing(last?.text ?? ""));

  function source(text, populate) {
    const found = suggest(text);
    unread(false);
    last = { text, populate };
    waiting = !found;
    suggestions = found ?? [];
    populate(suggestions);
  }

  accessibleAutocomplete({
    element: $slot,
    id,
    name: "",
    source,
    minLength: 1,
    displayMenu: "overlay",
    confirmOnBlur: false,
    // While files are being read nothing is known, which is not the same as nothing being there.
    tNoResults: () => (waiting ? "One moment: reading the directory." : missing()),
    tStatusNoResults: () => (waiting ? "" : missing()),
    tStatusResults: (number) => said(number, suggestions),
    tAssistiveHint: () => HOW,
    templates: { suggestion: (each) => (each ? suggestionHtml(each) : ""), inputValue: (each) => each?.value ?? "" },
    onConfirm: (each) => each && choose(each),
  });
  const $input = $slot.querySelector("input");
  for (const [name, value] of [["autocapitalize", "none"], ["spellcheck", "false"], ["placeholder", " "]]) $input.setAttribute(name, value);

  const isOpen = () => $input.getAttribute("aria-expanded") === "true";

  function take() {
    const $first = $slot.querySelector("[role=option]:not([aria-disabled])");
    if (!isOpen() || !$first) return false;
    if (suggestions[0]?.ask) unread(true);
    else $first.click();
    return true;
  }

  /** Says in the list, above the first, that one must be chosen, and takes it back. */
  function unread(now) {
    const $menu = $slot.querySelector("[role=listbox]");
    $menu?.toggleAttribute("data-choose", now);
    if (!now) return;
    $menu.dataset.choose = CHOOSE;
    $menu.scrollIntoView({ block: "nearest" });
    say?.(`${CHOOSE}.`);
  }

  const keys = {
    Enter: () => {
      if (waiting) wanted = true;
      else if (!take() && !suggestions.length) enter?.($input.value);
    },
    // The first press shuts the list, which the package does; the second empties the field.
    Escape: () => isOpen() || write(""),
  };
  // Before the package: once it has shut the list, there is no telling that it was open.
  $slot.addEventListener("keydown", ({ key, target }) => target === $input && keys[key]?.(), true);

  /** Puts a text into the field as if it were typed. */
  function write(text) {
    if ($input.value === text) return;
    $input.value = text;
    $input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Suggests again for what stands there, now that more is known; no list opens where nobody is typing. */
  function again() {
    if (last?.text === $input.value && document.activeElement === $input) source(last.text, last.populate);
  }

  /** Answers what was typed before anything could be known. */
  function ready() {
    if (!waiting) return;
    again();
    // The directory may be there before the search is.
    if (waiting) return;
    // The package draws in a microtask of its own.
    if (wanted) setTimeout(take);
    wanted = false;
  }

  return { $root, $input, write, again, ready };
}
