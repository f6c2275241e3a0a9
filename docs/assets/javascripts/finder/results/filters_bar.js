/** The filters, folded until somebody wants them: groups and switches, each choice with the number that it would leave. */

import { element } from "../../common/dom.js";
import { choiceOf } from "../../directory/filters.js";
import { FILTERS, SWITCHES, chosen, clearFilters, leftOutSaid } from "./left_out.js";

/** Choices that are not terms of a vocabulary. */
const OWN_LABELS = Object.freeze({ interpreters: "Interpreters", "any-free": "Free" });

/** Choices that stand before the others of their group, which follow by name. */
const FIRST = Object.freeze(["any-free", "sliding-scale", "fixed-fee"]);

function placeOf(code) {
  return FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length;
}

/** The vocabularies that the choices of a group come from. */
const LABELS = Object.freeze({ delivery: "delivery", cost: "cost", language: "languages", access: "access" });

function checkbox(label, press) {
  const $input = element("input", { type: "checkbox" });
  const $count = element("span", { class: "rd-filters__count" });
  const $label = element("label", { class: "rd-chip" }, $input, element("span", {}, label), " ", $count);
  $input.addEventListener("change", () => press($input.checked));
  return {
    $label,
    set(on, number) {
      $input.checked = on;
      $count.textContent = String(number);
      $label.classList.toggle("rd-chip--none", !number && !on);
    },
  };
}

/** A folded group of choices: any of them will do. */
function choiceGroup({ group, title }, store, labelOf) {
  const $number = element("span");
  const $choices = element("div", { class: "rd-filters__choices" });
  const $box = element("fieldset", {}, element("legend", { class: "rd-hidden" }, title), $choices);
  const $group = element("details", { class: "rd-filters__group rd-more" }, element("summary", {}, title, $number), $box);
  const boxes = new Map();

  const press = (code) => (on) => {
    const { filters } = store.get();
    const others = filters[group].filter((each) => choiceOf(group, each) !== code);
    store.change({ filters: { ...filters, [group]: on ? [...others, code] : others } });
  };
  const boxOf = (code) => {
    if (!boxes.has(code)) boxes.set(code, checkbox(labelOf(group, code), press(code)));
    return boxes.get(code);
  };

  /** The same choices in the same order keep their elements, so that counts change under the pointer and nothing moves. */
  function update(filters, counts) {
    const on = new Set(filters[group].map((code) => choiceOf(group, code)));
    const codes = [...new Set([...Object.keys(counts[group] ?? {}), ...on])];
    codes.sort((a, b) => placeOf(a) - placeOf(b) || labelOf(group, a).localeCompare(labelOf(group, b), "en-GB"));
    $group.hidden = !codes.length;
    $number.textContent = on.size ? ` (${on.size})` : "";
    for (const code of codes) boxOf(code).set(on.has(code), counts[group]?.[code] ?? 0);
    const $labels = codes.map((code) => boxOf(code).$label);
    if ($labels.some(($label, at) => $choices.children[at] !== $label) || $choices.children.length !== $labels.length) $choices.replaceChildren(...$labels);
  }

  return { $group, update };
}

function switchFor({ group, title }, store) {
  const box = checkbox(title, (on) => store.change({ filters: { ...store.get().filters, [group]: on } }));
  return { $group: box.$label, update: (filters, counts) => box.set(filters[group], counts[group] ?? 0) };
}

/**
 * @param {object} context
 * @returns {{$filters: HTMLElement, update: (filters: object, counts: () => object, narrowed: object, noticed: boolean) => void}}
 *   `counts` are worked out only where they are seen; what is left out is not said where a notice says it
 */
export function filtersBar(context) {
  const { store } = context;
  const labelOf = (group, code) => OWN_LABELS[code] ?? context.world.grammar.labels[LABELS[group]]?.[code] ?? code;
  const groups = [...FILTERS.map((each) => choiceGroup(each, store, labelOf)), ...SWITCHES.map((each) => switchFor(each, store))];
  const $chosen = element("span", {});
  const $clear = element("button", { type: "button", class: "rd-button rd-button--quiet" }, "Clear filters");
  const $said = element("p", { class: "rd-filters__said" });
  const $row = element("div", { class: "rd-filters__row" }, ...groups.map(({ $group }) => $group), $clear);
  const $fold = element("details", { class: "rd-filters__fold rd-more" }, element("summary", { class: "rd-filters__summary" }, "Filters", $chosen), $row);
  const $filters = element("section", { class: "rd-filters", "aria-label": "Filters" }, $fold, $said);

  let told = () => undefined;
  $fold.addEventListener("toggle", () => told());

  $clear.addEventListener("click", () => {
    clearFilters(store);
    $row.querySelector("summary, input").focus();
  });

  return {
    $filters,
    update(filters, counts, narrowed, noticed) {
      told = () => {
        if (!$fold.open) return;
        const counted = counts();
        groups.forEach((each) => each.update(filters, counted));
      };
      told();
      const number = chosen(filters);
      $chosen.textContent = number ? ` (${number})` : "";
      $clear.hidden = !number;
      $said.textContent = noticed ? "" : leftOutSaid(narrowed);
      $said.hidden = !$said.textContent;
    },
  };
}
