/**
 * The steps of the form. The one that is shown stands in the address after the "#", so that Back leads to the step
 * before; a browser sends that part to nobody.
 */

import { element } from "../common/dom.js";
import { shape } from "./shapes.js";

const TOLD = Object.freeze({ done: "Looked at", now: "You are here", wrong: "There is a problem", later: "Not looked at" });

/** @returns {{mode: "add" | "edit" | "confirm", id: string, step: string}} what the address says */
export function addressed() {
  const told = new URLSearchParams(location.hash.slice(1));
  const mode = ["edit", "confirm"].find((each) => told.get(each)) ?? "add";
  return { mode, id: told.get(mode) ?? "", step: told.get("step") ?? "" };
}

/** @param {{mode: string, id: string}} task @param {string} step @returns {string} the part of the address after "#" */
export function fragment({ mode, id }, step) {
  const parts = mode === "add" ? [] : [`${mode}=${encodeURIComponent(id)}`];
  return [...parts, `step=${step}`].join("&");
}

/**
 * @param {HTMLElement} $mount @param {{mode: string, id: string}} task @param {string[]} wanted the steps of this task
 * @param {(step: string) => void} shown called when a step has come on the screen
 */
export function makeSteps($mount, task, wanted, shown) {
  const sections = [...$mount.querySelectorAll("[data-step]")].filter(($step) => wanted.includes($step.dataset.step));
  const $list = element("ol");
  const $nav = element("nav", { class: "rd-steps", "aria-label": "Steps" }, $list);
  const $all = element("details", { class: "rd-more rd-form__all" }, element("summary", {}, "All steps"), $nav);
  const looked = new Set();
  // Beside the form the steps are always in view (add-service.css).
  const wide = matchMedia("(min-width: 76em)");
  wide.addEventListener("change", () => ($all.open = wide.matches));
  let wrong = new Set();
  $mount.querySelector("[data-form-steps]").append($all);
  sections.forEach(begin);

  function begin($step, at) {
    $step.querySelector(".rd-form__where").textContent = `Step ${at + 1} of ${sections.length}`;
    if (!at) return;
    const $back = element("a", { href: `#${fragment(task, sections[at - 1].dataset.step)}` }, "Back");
    $step.prepend(element("p", { class: "rd-form__back" }, $back));
  }

  const now = () => sections.find(($step) => !$step.hidden) ?? sections[0];

  function show(id, focus = true) {
    const $wanted = sections.find(($step) => $step.dataset.step === id) ?? sections[0];
    $mount.querySelectorAll("[data-step]").forEach(($step) => ($step.hidden = $step !== $wanted));
    looked.add($wanted.dataset.step);
    $all.open = wide.matches;
    list();
    shown($wanted.dataset.step);
    if (focus) $wanted.querySelector("h2").focus({ preventScroll: true });
    if (focus) $mount.scrollIntoView({ block: "start" });
  }

  function list() {
    $list.replaceChildren(...sections.map(entry));
  }

  function entry($step) {
    const { step, title } = $step.dataset;
    const state = $step === now() ? "now" : wrong.has(step) ? "wrong" : looked.has(step) ? "done" : "later";
    const $title = state === "now" ? title : element("a", { href: `#${fragment(task, step)}` }, title);
    const $state = element("span", { class: "rd-steps__state", ...(state === "now" ? { "aria-current": "step" } : {}) }, TOLD[state]);
    if (state === "wrong" || state === "done") $state.prepend(shape(state === "wrong" ? "error" : "done"));
    return element("li", { class: `rd-steps__step rd-steps__step--${state}` }, element("span", { class: "rd-steps__title" }, $title), " ", $state);
  }

  return {
    show,
    now,
    /** @param {string} id shows a step and gives it a place in the history */
    go: (id) => (location.hash = fragment(task, id)),
    next: () => sections[sections.indexOf(now()) + 1]?.dataset.step,
    /** @param {Iterable<string>} ids the steps that have problems */
    mark: (ids) => {
      wrong = new Set(ids);
      list();
    },
  };
}
