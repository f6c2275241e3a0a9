/** The last step: what is wrong, how the page will look, and the ways to send it. */

import { element } from "../common/dom.js";
import { drawEntry } from "../preview/draw.js";
import { adviceOf, messageOf } from "./advice.js";
import { clear, goTo } from "./problems.js";
import { drawSending } from "./send.js";
import { shape } from "./shapes.js";

const TWO = "There are two files to send, and both are needed. Send the organisation first. The check of the service finds a fault until the organisation is in the directory; that is no fault of yours.";
const LEVELS = Object.freeze({ error: "Must be mended", warning: "Worth a look" });

/**
 * @typedef {object} Whole
 * @property {object} data @property {string} id @property {string} folder @property {string | undefined} organization name of a new one
 * @property {import("./problems.js").Placed[]} problems
 * @property {string[]} changes what a correction changes, in the words of the form
 * @property {import("./send.js").Finished[]} files @property {boolean} changed whether it says anything new
 */

/**
 * @param {HTMLElement} $place @param {Whole} whole @param {object} world @param {Promise<object>} words what the preview needs
 * @param {($field: HTMLElement) => void} lead shows the step of a field
 */
export async function drawLook($place, whole, world, words, lead) {
  const errors = whole.problems.filter(({ level }) => level === "error");
  const $preview = element("div", { class: "rd-entry__preview" });
  const $title = element("h3", {}, "How the page will look");
  const $tabs = element("p", { class: "rd-form__hint" }, "Its links open in a new tab, so that nothing you typed is lost.");
  const $parts = [problems(whole, lead), ...changes(whole), $title, $tabs, $preview, ...sending(whole, world, !errors.length)];
  $place.replaceChildren(...$parts);
  clear($place.closest("[data-step]"));
  await drawPage($preview, whole, words);
}

/**
 * @param {HTMLElement} $preview where the page of an entry is drawn @param {Whole & {level?: number}} whole `level` is that of its heading
 * @param {Promise<object>} words
 */
export async function drawPage($preview, { data, id, folder, organization, level = 4 }, words) {
  $preview.replaceChildren(element("p", { class: "rd-form__said" }, "The page is being drawn."));
  try {
    $preview.replaceChildren(drawEntry(data, { words: await words }, { id, folder, organization, level, root: root($preview) }));
  } catch {
    $preview.replaceChildren(element("p", { class: "rd-note" }, "The page cannot be drawn just now. Its facts are whole."));
  }
}

const root = ($place) => $place.closest("[data-rd-form]").dataset.base;

function problems({ problems: found, changed }, lead) {
  if (!found.length) {
    const words = changed ? "Nothing is wrong that can be seen from here. The check of the proposal also looks at the other entries." : "Nothing is changed yet.";
    return element("p", { class: "rd-note" }, words);
  }
  return element("div", {}, ...found.map((each) => problem(each, lead)));
}

function changes({ changes: lines }) {
  if (!lines.length) return [];
  return [element("h3", {}, "What you changed"), element("ul", { class: "rd-entry__changes" }, ...lines.map((each) => element("li", {}, each)))];
}

function problem({ $field, ...told }, lead) {
  const { level } = told;
  const tip = adviceOf(told);
  const $box = element("section", { class: `rd-problem rd-problem--${level}` });
  $box.append(element("p", { class: "rd-problem__level" }, shape(level), element("strong", {}, LEVELS[level])), element("h3", { class: "rd-problem__message" }, messageOf(told)));
  if (tip) $box.append(element("p", { class: "rd-problem__part" }, "What to do"), element("p", { class: "rd-problem__tip" }, tip));
  if ($field) {
    const $go = element("button", { type: "button", class: "rd-button rd-button--quiet" }, "Go to this question");
    $go.addEventListener("click", () => {
      lead($field);
      goTo($field);
    });
    $box.append(element("p", {}, $go));
  }
  return $box;
}

function sending({ files, folder }, world, ready) {
  const several = files.length > 1;
  const titles = several ? ["First send the organisation", "Then send the service"] : ["Send it"];
  const both = several ? [element("p", { class: "rd-note" }, TWO)] : [];
  return [...both, ...files.map((file, at) => drawSending(file, world, { title: titles[at], ready, folder }))];
}
