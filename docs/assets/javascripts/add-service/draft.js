/**
 * Drafts on this device, one for each thing one does: a new entry, the correction or the confirmation of one. Each is
 * kept only while its own box is ticked. There is nothing of a patient in them.
 */

import { element } from "../common/dom.js";

const KEYS = "rightdoor-draft:";
const QUIET = 400;
const BACK = "Your draft is back. Untick the box to forget it.";
const OLDER = "Your draft is back, but the entry was changed since: see that the draft does not undo that. To begin with the entry as it is now, untick the box and load this page again.";

/** What is kept under a name; null where there is nothing, or nothing that can be read. */
function stored(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function store(key, value) {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** How many drafts of other things are kept, since whoever forgets one may think that all are gone. */
function others(key) {
  try {
    return Object.keys(localStorage).filter((each) => each.startsWith(KEYS) && each !== key).length;
  } catch {
    return 0;
  }
}

function forgotten(key) {
  const number = others(key);
  if (!number) return "The draft is forgotten.";
  const kept = number === 1 ? "Another draft is still kept" : `${number} other drafts are still kept`;
  return `The draft is forgotten. ${kept} on this device: begin the same thing again to see it and untick its box.`;
}

/**
 * @param {HTMLElement} $mount @param {string} task what the draft is of, such as "add" or "edit samaritans"
 * @param {string} text of the entry as it is now, "" for a new one @param {() => object} read what is to be kept
 * @returns {object | null} what was kept of this task before
 */
export function startDraft($mount, task, text, read) {
  const key = KEYS + task.replace(" ", ":");
  const kept = stored(key);
  const mine = kept?.draft ?? null;
  const from = mine ? kept.from : text;
  const $keep = element("input", { type: "checkbox", id: "f-draft" });
  const $said = element("p", { class: "rd-form__said", role: "status" });
  const $label = element("label", { for: "f-draft" }, "Keep a draft on this device");
  const hint = "Only in this browser, until you untick the box. Leave it unticked on a computer that others use.";
  const $hint = element("p", { class: "rd-form__hint" }, hint);
  $mount.querySelector("[data-form-draft]").append(element("div", { class: "rd-form__choice" }, $keep, $label, $hint), $said);
  $keep.checked = Boolean(mine);
  if (mine) $said.textContent = from === text ? BACK : OLDER;
  let timer = 0;
  const save = () => {
    if ($keep.checked && !store(key, { from, draft: read() })) $said.textContent = "This browser keeps nothing. Download the file instead.";
  };
  $keep.addEventListener("change", () => {
    $said.textContent = $keep.checked ? "The draft is kept." : forgotten(key);
    if ($keep.checked) save();
    else store(key, null);
  });
  const later = () => {
    clearTimeout(timer);
    if ($keep.checked) timer = setTimeout(save, QUIET);
  };
  ["input", "change"].forEach((name) => $mount.querySelector("form").addEventListener(name, later));
  return mine;
}
