/** Asking: area, need and age in one row, then one question at a time, and every answer as a chip. */

import { element } from "../../common/dom.js";
import { slashGoesTo } from "../../common/slash.js";
import { speaksOfCrisis } from "../../matching/first.js";
import { journeyAgeLabel } from "../../matching/journeys.js";
import { canShow } from "../state.js";
import { ageField } from "./age.js";
import { areaField } from "./area.js";
import { asksFor } from "./asks.js";
import { chips } from "./chips.js";
import { crisisSlot } from "./crisis_slot.js";
import { needField } from "./need.js";
import { questionPanel } from "./question.js";

const ASK_AREA = "Choose an area to see the services for it.";

/**
 * @param {object} context @param {() => void} changed shows everything again
 * @returns {{$root: HTMLElement, $crisis: HTMLElement, $question: HTMLElement, update: (state: object, matches: object[], answers: object) => void}}
 */
export function askingView(context, changed) {
  const crisis = crisisSlot(context);
  const area = areaField(context, { typed: (text) => crisis.from("area", text), done: () => need.$input.focus() });
  const need = needField(context, { crisis: (told) => crisis.from("need", told), done: () => setTimeout(() => age.$input.focus()) });
  const age = ageField(context, { typed: (text) => crisis.from("age", text), done: () => question.focus() });
  const told = chips(context, need);
  const skipped = new Set();
  const question = questionPanel(context, { skipped, changed, typed: (text) => crisis.from("question", text) });
  const $ask = element("p", { class: "rd-ask__first", hidden: "" }, ASK_AREA);
  const $row = element("div", { class: "rd-ask__row" }, area.$root, need.$root, age.$root);
  const $root = element("div", { class: "rd-ask", role: "search", "aria-label": "Find a service" }, $row, told.$root, $ask);
  slashGoesTo(need.$input);

  function update(state, matches, answers) {
    const { world } = context;
    const showing = canShow(state);
    const ageLabel = journeyAgeLabel(answers, world);
    area.update();
    need.update(state);
    age.update(state, ageLabel);
    told.update(state, ageLabel);
    crisis.tell(speaksOfCrisis(answers, world));
    $ask.hidden = Boolean(state.areas.practice);
    const here = context.areas.get(state.areas.practice);
    question.update(showing ? asksFor(matches, answers, world, { skipped, here }) : null);
  }

  return { $root, $crisis: crisis.$root, $question: question.$root, update };
}
