/** What stands above a comparison where something was told of a person: crisis help, whom to ask first, the answers. */

import { crisisCard } from "../../common/crisis.js";
import { element } from "../../common/dom.js";
import { answersFrom } from "../../matching/answers.js";
import { askFirst, speaksOfCrisis } from "../../matching/first.js";
import { journeyAnswers } from "../../matching/journeys.js";
import { toldIn } from "../asking/told.js";
import { hashOf } from "../state.js";
import { holdsAnswers } from "./link.js";

/** The answers in a row, and the way back to where they are asked. */
function answersLine(state, { world, directory, areas, links }) {
  const words = { grammar: world.grammar, byCode: directory.byCode, nameOf: (id) => areas.get(id)?.name ?? id };
  const all = toldIn(state, words);
  const told = all.map(({ words: said, discreet }, at) => element("span", { class: discreet ? "rd-compare__discreet" : "rd-compare__told" }, `${said}${at < all.length - 1 ? "; " : ". "}`));
  const $change = element("a", { class: "rd-compare__change", href: links.home(hashOf(state)) }, "Change the answers");
  return [element("strong", {}, "Compared for: "), ...told, $change];
}

/**
 * @param {object} context
 * @returns {{$root: HTMLElement, update: (state: object) => object}} `update` gives the answers to compare with
 */
export function answersAbove(context) {
  const $crisis = element("div", {});
  const $first = element("p", { class: "rd-note", hidden: "" });
  const $answers = element("p", { class: "rd-compare__answers", hidden: "" });
  const $root = element("div", { class: "rd-compare__above" }, $crisis, $first, $answers);

  function update(state) {
    const { world } = context;
    const answers = journeyAnswers(answersFrom(state), world);
    const first = askFirst(answers, world);
    $crisis.replaceChildren(...(speaksOfCrisis(answers, world) ? [crisisCard(world.crisis, world.crisisNote)] : []));
    $first.textContent = first ?? "";
    $first.hidden = !first;
    $answers.hidden = !holdsAnswers(state);
    $answers.replaceChildren(...($answers.hidden ? [] : answersLine(state, context)));
    return answers;
  }

  return { $root, update };
}
