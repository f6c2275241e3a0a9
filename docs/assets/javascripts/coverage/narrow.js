/** The question over the tables: what is chosen stands in the address, so that Back works and a link can be shared. */

import { NAMES, choicesOf, hashOf } from "./choices.js";
import { drawTable } from "./draw.js";
import { groupsIn, rowsOf } from "./rows.js";

function plural(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

/** What was found, in a sentence; who is asked about stands in the caption. */
function said(rows, { state, ...chosen }) {
  const needs = new Set(rows.map((row) => row.need)).size;
  const counted = plural(needs, "need", "needs");
  if (!rows.length) return "Nobody is asked about in this way, or nobody is in this state.";
  const apart = chosen.severity || chosen.need || state;
  return apart ? `${counted}, ${plural(groupsIn(rows, state), "group", "groups")} of people.` : `${counted}.`;
}

/** @param {HTMLFormElement} $form */
export function startNarrow($form) {
  const { cells, $found, $all, $said } = parts($form);
  const $selects = Object.fromEntries(NAMES.map((name) => [name, $form.elements[name]]));
  const options = (name) => [...$selects[name].options].filter(({ value }) => value);
  const label = (name) => (code) => options(name).find(({ value }) => value === code)?.text ?? "Not asked";
  const known = (name, code) => options(name).some(({ value }) => value === code);
  const axes = { severities: options("severity").map(({ value }) => value), ages: options("age").map(({ value }) => value) };
  const words = { need: label("need"), severity: label("severity"), state: label("state") };

  function caption(choices) {
    const told = NAMES.filter((name) => choices[name]).map((name) => (name === "age" ? `aged ${label(name)(choices[name])}` : label(name)(choices[name])));
    return told.join("; ");
  }

  function show() {
    const choices = choicesOf(location.hash, known);
    const narrowed = NAMES.some((name) => choices[name]);
    for (const name of NAMES) $selects[name].value = choices[name];
    $found.hidden = !narrowed;
    $all.hidden = narrowed;
    $form.querySelector("[type=reset]").hidden = !narrowed;
    const rows = narrowed ? rowsOf(cells, choices, axes) : [];
    const ages = axes.ages.filter((age) => !choices.age || age === choices.age).map(label("age"));
    $found.replaceChildren(...(rows.length ? [drawTable(rows, ages, words, caption(choices))] : []));
    $said.textContent = narrowed ? said(rows, choices) : "";
  }

  function ask() {
    const hash = hashOf(Object.fromEntries(NAMES.map((name) => [name, $selects[name].value])));
    history.pushState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    show();
  }

  $form.addEventListener("change", ask);
  $form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of NAMES) $selects[name].value = "";
    ask();
    $selects.need.focus();
  });
  for (const event of ["hashchange", "popstate"]) addEventListener(event, () => isPlace() || show());
  $form.addEventListener("submit", (event) => event.preventDefault());
  $form.hidden = false;
  show();
}

/** Whether the address names a part of the page, and asks nothing. */
function isPlace() {
  return location.hash.length > 1 && !location.hash.includes("=");
}

function parts($form) {
  const one = (name) => document.querySelector(`[data-rd-${name}]`);
  return { cells: JSON.parse(one("cells").dataset.rdCells), $found: one("found"), $all: one("all"), $said: one("said") };
}
