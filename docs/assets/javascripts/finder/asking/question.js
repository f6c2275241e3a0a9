/** One question at a time, its answers as buttons, and the other questions for whoever knows another answer. */

import { element } from "../../common/dom.js";
import { readSpan, spanCode } from "../../matching/measure.js";
import { keyOf } from "../../matching/questions.js";
import { patchFor } from "./patch.js";

const HOW_LONG = "Or how long ago? For example 3w or 6 months";
const CANNOT_READ = "This cannot be read as a length of time. Type 3w, 6 months or 2 years.";

function button(words, name, pressed) {
  const $button = element("button", { type: "button", class: `rd-ask__choice ${name}` }, words);
  $button.addEventListener("click", pressed);
  return $button;
}

/** A field for a length of time; `typed` hears what stands in it. */
function spanField(answer, only, typed) {
  const id = "rd-ask-span";
  const $input = element("input", { id, type: "text", autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-error` });
  const $error = element("p", { id: `${id}-error`, class: "rd-ask__error", "aria-live": "polite" });
  const $label = element("label", { for: id }, only ? HOW_LONG.replace("Or how", "How") : HOW_LONG);
  function take() {
    const text = $input.value.trim();
    const wrong = readSpan(text) === null;
    $error.textContent = wrong ? CANNOT_READ : "";
    $input.setAttribute("aria-invalid", String(wrong));
    if (!wrong) answer(spanCode(text));
  }
  $input.addEventListener("input", () => typed($input.value));
  $input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") take();
  });
  return element("div", { class: "rd-ask__time" }, $label, $input, button("Answer", "rd-ask__choice--small", take), $error);
}

/** A list of every area, for whoever lives in none of those offered. */
function areaField(areas, answer) {
  const id = "rd-ask-elsewhere";
  const options = [...areas.values()].map(({ id: value, name }) => element("option", { value }, name));
  const $select = element("select", { id }, element("option", { value: "" }, "Choose an area"), ...options);
  // A list that answered at each arrow key could not be used by keyboard.
  const take = () => $select.value && answer($select.value);
  return element("div", { class: "rd-ask__time" }, element("label", { for: id }, "Somewhere else"), $select, button("Answer", "rd-ask__choice--small", take));
}

function choices(question, answer) {
  return question.choices.map((choice) => {
    const about = choice.description ? [element("span", { class: "rd-ask__about" }, choice.description)] : [];
    const $button = button(choice.label, "", () => answer(choice.value));
    $button.append(...about);
    return $button;
  });
}

/** Arrow keys walk along the answers, as they do along any row of choices. */
function walk($choices) {
  $choices.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const $all = [...$choices.querySelectorAll(".rd-ask__choice:not(.rd-ask__choice--small)")];
    const at = $all.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    $all[(at + step + $all.length) % $all.length].focus();
  });
}

/**
 * @param {object} context
 * @param {{skipped: Set<string>, changed: () => void, typed: (text: string) => void}} how `skipped`: keys of the questions
 *   put aside on this visit; `typed` hears what stands in a field of a question
 * @returns {{$root: HTMLElement, update: (next: object | null) => void, focus: () => void}}
 */
export function questionPanel(context, { skipped, changed, typed }) {
  const { store } = context;
  const $text = element("p", { class: "rd-ask__text", id: "rd-ask-question", tabindex: "-1" });
  const $choices = element("div", { class: "rd-ask__choices", role: "group", "aria-labelledby": "rd-ask-question" });
  const $others = element("ul", { class: "rd-ask__list" });
  const $more = element("details", { class: "rd-ask__others rd-more" }, element("summary", {}, "Other questions"), $others);
  const $root = element("section", { class: "rd-ask__question", "aria-labelledby": "rd-ask-question", hidden: "" }, $text, $choices, $more);
  let shown = "";
  let chosen = "";
  let asks = { first: null, all: () => [], end: "" };
  walk($choices);

  function answer(question, value) {
    chosen = "";
    store.change(patchFor(question, value, store.get()));
    $text.focus();
  }

  function skip(question) {
    chosen = "";
    skipped.add(keyOf(question));
    changed();
    $text.focus();
  }

  function other(question) {
    const $button = button(question.text, "rd-ask__choice--other", () => {
      chosen = keyOf(question);
      $more.open = false;
      put();
      $text.focus();
    });
    return element("li", {}, $button);
  }

  function list() {
    $others.replaceChildren(...asks.all().filter((question) => keyOf(question) !== shown.split(" ")[0]).map(other));
  }

  function parts(question) {
    const said = (value) => answer(question, value);
    const time = question.typed ? [spanField(said, !question.choices.length, typed)] : [];
    const elsewhere = question.elsewhere ? [areaField(context.areas, said)] : [];
    return [...choices(question, said), button("Not sure", "rd-ask__choice--skip", () => skip(question)), ...time, ...elsewhere];
  }

  function put() {
    const question = (chosen && asks.all().find((each) => keyOf(each) === chosen)) || asks.first;
    const key = question ? `${keyOf(question)} ${JSON.stringify(question)}` : asks.end;
    $more.hidden = !question;
    if (key !== shown) {
      $text.textContent = question ? question.text : asks.end;
      $choices.replaceChildren(...(question ? parts(question) : []));
      typed("");
    }
    shown = key;
    if ($more.open) list();
  }

  $more.addEventListener("toggle", () => $more.open && list());

  /** @param {{first: object | null, all: () => object[]} | null} next null where there are no results to change */
  function update(next) {
    $root.hidden = !next || !(next.first || next.end);
    asks = next ?? asks;
    if (next) put();
  }

  return { $root, update, focus: () => ($root.hidden ? undefined : $text.focus()) };
}
