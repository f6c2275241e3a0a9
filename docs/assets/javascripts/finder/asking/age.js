/** How old the person is, typed as people write it. What cannot be read is said in words, and stops nothing else. */

import { element } from "../../common/dom.js";
import { ageCode, ageWords, isUnclearAge, readAge } from "../../matching/measure.js";

const LABEL = "Age";
const CANNOT_READ = "This cannot be read as an age. Type 34, 17y 9m or 17 years 9 months.";

const UNCLEAR = "This may be years or months. Type 34 for years, or 34 months.";

/** Older than anybody has been: a slip of the hand. */
const OLDEST = 125 * 12;

/** How long somebody may stop between two digits before an age is taken as typed. */
const PAUSE = 250;

function codeOf(text) {
  const age = isUnclearAge(text) ? null : readAge(text);
  return age && age[0] <= OLDEST ? ageCode(text) : "";
}

function build(id) {
  const $name = element("span", {}, LABEL);
  const $hint = element("span", { class: "rd-ask__hint" }, "34 or 17y9m");
  const $input = element("input", { id, type: "text", placeholder: " ", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": `${id}-error` });
  const $error = element("p", { id: `${id}-error`, class: "rd-ask__error", "aria-live": "polite" });
  const $label = element("label", { for: id, class: "rd-ask__label" }, $name, " ", $hint);
  const $root = element("div", { class: `rd-ask__field ${id}` }, $label, element("div", {}, $input), $error);
  return { $root, $input, $name, $error };
}

/** @param {object} context @param {{id?: string, typed: (text: string) => void, done: () => void}} on `id` where a page has two */
export function ageField({ store }, on) {
  const { $root, $input, $name, $error } = build(on.id ?? "rd-ask-age");
  let timer = 0;
  let stepped = false;

  /** Puts a timer in place of the one before; 0 is none. */
  function wait(next) {
    clearTimeout(timer);
    timer = next;
  }

  /** Digits typed one after the other are one answer: the first makes a step that Back takes away, the others mend it. */
  function take() {
    wait(0);
    const text = $input.value.trim();
    const age = text ? codeOf(text) : "";
    const wrong = Boolean(text) && !age;
    $error.textContent = wrong ? (isUnclearAge(text) ? UNCLEAR.replaceAll("34", text.match(/[0-9]+/)[0]) : CANNOT_READ) : "";
    $input.setAttribute("aria-invalid", String(wrong));
    // What cannot be read is no answer, and the one before it no longer holds.
    if (age === store.get().age) return;
    const how = stepped ? store.amend : store.change;
    stepped = true;
    how({ age });
  }

  $input.addEventListener("input", () => {
    on.typed($input.value);
    wait(codeOf($input.value.trim()) || !$input.value.trim() ? setTimeout(take, PAUSE) : 0);
  });
  $input.addEventListener("change", take);
  $input.addEventListener("focus", () => (stepped = false));
  $input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    take();
    if ($input.getAttribute("aria-invalid") !== "true") on.done();
  });

  /** @param {object} state @param {string | null} label what an age is asked of, where it is not simply the person */
  function update({ age }, label) {
    $name.textContent = label ?? LABEL;
    // What was just typed is no answer yet, and must not be put back to the one before by anything else that comes.
    if (timer) return;
    const typing = document.activeElement === $input || $input.getAttribute("aria-invalid") === "true";
    if (typing && age || codeOf($input.value.trim()) === age) return;
    $input.value = age ? wordsOf(age) : "";
  }

  return { $root, $input, update };
}

/** @param {string} age such as "17y9m" @returns {string} such as "17 years and 9 months" */
function wordsOf(age) {
  return ageWords(readAge(age));
}
