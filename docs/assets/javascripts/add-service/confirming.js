/**
 * Confirming an entry: somebody asked the service again, and all of it is right, or some facts are. As
 * `rightdoor.records.confirm`: a check of the whole entry takes the place of checks of single facts that are not later, and
 * a check of some facts leaves the others as they were.
 */

import { element } from "../common/dom.js";
import { copyOf, isGroup } from "./paths.js";

/** Ways of checking that confirm nothing. */
const UNASKED = ["never", "other-directory"];
const WAY = "[data-field='checked.how'] .rd-form__choice";

/**
 * @param {object} checked of the entry as it is @param {{how?: string, on?: string, by?: string}} said
 * @param {string[] | null} groups the facts that are right; null for all of it
 * @returns {object} what the entry then says of its checks
 */
export function confirmed(checked, said, groups) {
  const one = Object.fromEntries(["how", "on", "by"].filter((name) => said[name]).map((name) => [name, said[name]]));
  if (groups) return { ...copyOf(checked), ...Object.fromEntries(groups.map((group) => [group, { ...one }])) };
  const later = Object.entries(checked).filter(([, each]) => isGroup(each) && dayOf(each) > (said.on ?? ""));
  return { ...one, ...Object.fromEntries(later) };
}

/** @returns {string | null} the later day on which this was checked before; null where there is none */
export function laterDay(checked, said, groups) {
  const days = (groups?.map((group) => checked[group] ?? checked) ?? [checked]).map(dayOf);
  return days.find((day) => said.on && day > said.on) ?? null;
}

const dayOf = (check) => (check.how === "never" ? "" : String(check.on ?? ""));

/** @param {object} data of an entry @param {string} on today @returns {object} it, with how one knows to be asked anew */
export function asked(data, on) {
  const groups = Object.entries(data.checked ?? {}).filter(([, each]) => isGroup(each));
  return { ...data, checked: { on, ...Object.fromEntries(groups) } };
}

/** @param {HTMLElement} $know the step on which one says how one knows @param {object} data of the entry */
export function makeConfirming($know, data) {
  const held = data.checked ?? {};
  const $rows = $know.querySelector("[data-rows=checked]");
  const $all = radio("f-confirm-all", "All of it is right");
  const $some = radio("f-confirm-some", "Only some facts are, or I asked only about them");
  const $facts = element("fieldset", { class: "rd-form__inside" }, element("legend", { class: "rd-hidden" }, "Which facts?"), ...facts($rows).map(fact));
  const $which = element("fieldset", {}, element("legend", { class: "rd-form__label" }, "What is right?"), $all, $some, $facts);
  const $field = element("div", { class: "rd-form__field" }, $which);
  const open = () => ($facts.hidden = !$some.firstChild.checked);
  $all.firstChild.checked = true;
  $rows.hidden = true;
  $know.querySelectorAll(WAY).forEach(($way) => ($way.hidden = UNASKED.includes($way.querySelector("input").value)));
  $know.querySelector(":scope > .rd-form__hint").after($field);
  $which.addEventListener("change", open);
  open();
  const $boxes = [...$facts.querySelectorAll("input")];
  const groups = () => ($some.firstChild.checked ? $boxes.filter(($box) => $box.checked).map(($box) => $box.value) : null);

  return {
    /** Puts what is confirmed in the place of what the fields say, and gives back what they said. */
    read(whole) {
      const { how, on, by } = whole.data.checked ?? {};
      const told = { said: { how, on, by }, groups: groups() };
      whole.data.checked = confirmed(held, told.said, told.groups);
      if (told.groups) whole.spots = whole.spots.flatMap((spot) => within(spot, told.groups));
      return told;
    },
    /** @param {{said: object, groups: string[] | null}} told */
    fill({ groups: chosen }) {
      (chosen ? $some : $all).firstChild.checked = true;
      $boxes.forEach(($box) => ($box.checked = Boolean(chosen?.includes($box.value))));
      open();
    },
    /** @returns {{path: string[], $field: HTMLElement, message: string}[]} */
    problems({ said, groups: chosen }) {
      const none = chosen && !chosen.length ? [{ path: ["checked"], $field, message: "Choose the facts that are right." }] : [];
      const later = laterDay(held, said, chosen);
      const $day = $know.querySelector("[data-field='checked.on']");
      const message = `This was checked on ${later}, which is later than ${said.on}. Give the day of the later check.`;
      return later ? [...none, { path: ["checked", "on"], $field: $day, message }] : none;
    },
  };
}

function within({ path, $field }, groups) {
  const single = path.length === 2 && path[0] === "checked";
  return single ? groups.map((group) => ({ path: ["checked", group, path[1]], $field })) : [{ path, $field }];
}

function radio(id, words) {
  return element("div", { class: "rd-form__choice" }, element("input", { type: "radio", name: "f-confirm", id }), element("label", { for: id }, words));
}

function fact({ value, text }) {
  const id = `f-confirm-${value}`;
  return element("div", { class: "rd-form__choice" }, element("input", { type: "checkbox", id, value }), element("label", { for: id }, text));
}

function facts($rows) {
  return [...$rows.querySelector(":scope > template").content.querySelector("select").options].filter(({ value }) => value);
}
