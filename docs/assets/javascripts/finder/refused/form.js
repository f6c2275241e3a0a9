/** What is asked of somebody who was refused: where, by which service, and why; then what narrows down what is left. */

import { element } from "../../common/dom.js";
import { answersFrom } from "../../matching/answers.js";
import { spanChoices } from "../../matching/journey_times.js";
import { limitOf, refusalChoices, refusalOf } from "../../matching/refusal.js";
import { ageField } from "../asking/age.js";
import { areaField } from "../asking/area.js";
import { choiceField } from "./choice.js";
import { serviceField } from "./service.js";

const GRIEF = "bereavement";
const NOT_SAID = "Not said";

/** A reason with the limit that the service publishes beside it. */
function worded({ value, label, detail, criterion }) {
  if (!detail) return { value, label };
  return { value, label: `${label} (it takes ${criterion === "severity" ? "" : "people "}${detail})` };
}

/** The reasons, those that the service itself publishes first. */
function reasons(service, world, refusals) {
  const { published, other } = refusalChoices(service, world, refusals);
  const choices = (all) => all.map((each) => worded({ ...each, criterion: refusals.terms.find(({ code }) => code === each.value)?.criterion }));
  return [
    { title: "What this service publishes", choices: choices(published) },
    { title: "Other reasons", choices: choices(other) },
  ];
}

/** The severities that are beyond the published limit, or all where none is. */
function bands(refusal, service, { grammar }) {
  const end = limitOf(refusal, service, grammar);
  const all = grammar.severities;
  const beyond = end === null ? all : refusal.beyond === "above" ? all.slice(end) : all.slice(0, end);
  return [{ choices: beyond.map(({ code, label }) => ({ value: code, label })) }];
}

/** The needs of the service, and those that were answered. */
function needs({ needs: own = [] }, told, { byCode }) {
  const codes = [...new Set([...own, ...told])];
  return [{ choices: codes.map((code) => ({ value: code, label: byCode.get(code)?.label ?? code })) }];
}

/** How long ago somebody died, where that was the reason. */
function times(state, world) {
  return [{ choices: spanChoices({ ...answersFrom(state), needs: [GRIEF] }, world) }];
}

function more(context, on) {
  const { store } = context;
  const choice = (name, label, patch) => choiceField({ id: `rd-refused-${name}`, label, none: NOT_SAID, chosen: (value) => store.change(patch(value)) });
  const need = choice("need", "What for?", (code) => ({ needs: code ? [code] : [] }));
  const severity = choice("severity", "How severe is it now?", (code) => ({ severity: code }));
  const since = choice("since", "How long ago was the death?", (span) => ({ since: span }));
  const age = ageField(context, { id: "rd-refused-age", typed: on.typed("age"), done: on.done });
  const $row = element("div", { class: "rd-refused__row" }, need.$root, age.$root, severity.$root, since.$root);
  const $root = element("fieldset", { class: "rd-refused__more", hidden: "" }, element("legend", {}, "To narrow it down, if it is known"), $row);

  function update(state, service, refusal) {
    $root.hidden = !service || !refusal;
    if ($root.hidden) return;
    const { world, directory } = context;
    need.update(needs(service, state.needs, directory), state.needs[0] ?? "");
    age.update(state, null);
    severity.$root.hidden = refusal.criterion !== "severity";
    severity.update(bands(refusal, service, world), state.severity);
    since.$root.hidden = refusal.criterion !== "time_since_event";
    since.update(times(state, world), state.since);
  }

  return { $root, update };
}

/**
 * @param {object} context
 * @param {object} on `crisis(field, told)`: the text in a field, or whether it holds words of crisis; `done`: to the answer
 * @returns {{$root: HTMLElement, update: (state: object, refusals: object) => void}}
 */
export function refusedForm(context, on) {
  const { store } = context;
  const typed = (field) => (text) => on.crisis(field, text);
  const area = areaField(context, { id: "rd-refused-area", typed: typed("area"), done: () => service.focus() });
  const service = serviceField(context, { typed: typed("service"), chosen: choose });
  const why = choiceField({ id: "rd-refused-why", label: "What reason did it give?", none: "Choose a reason", chosen: (why) => store.change({ why, severity: "" }) });
  const rest = more(context, { typed, done: on.done });
  const $first = element("div", { class: "rd-refused__row rd-refused__row--first" }, area.$root, service.$root, why.$root);
  const $root = element("div", { class: "rd-ask rd-refused__ask", role: "search", "aria-label": "They were refused" }, $first, rest.$root);

  function choose(id) {
    store.change({ refused: id, why: "" });
    setTimeout(() => why.$select.focus());
  }

  function update(state, refusals) {
    const { world } = context;
    const record = world.find(state.refused);
    area.update();
    service.update(state.refused);
    why.$root.hidden = !record;
    if (record) why.update(reasons(record, world, refusals), state.why);
    rest.update(state, record, record && refusalOf(state.why, refusals, world));
  }

  return { $root, update };
}
