/** What belongs with a journey, between the questions and the results: help made for the loss, a carer's own rights. */

import { element } from "../../common/dom.js";
import { carersHelp, griefHelp } from "../../matching/journey_help.js";
import { slot } from "../results/keyed.js";

/** As many as can be taken in before the results themselves. */
const AT_ONCE = 4;

function heading(words, id) {
  return element("h2", { class: "rd-journey__title", id }, words);
}

/** A service by name, with how to reach it; whatever is made up says so. */
function item(service, outcome, { links, world }) {
  const madeUp = service.fictional ? [" ", element("span", { class: "rd-made-up" }, "Made up")] : [];
  const asks = outcome === "check_first" ? `${world.grammar.outcomes[outcome]}. ` : "";
  const said = [asks, service.refer ? `${service.refer}.` : ""].join("");
  const how = said ? [element("span", { class: "rd-journey__how" }, said)] : [];
  return element("li", {}, element("a", { href: links.service(service.id) }, service.name), ...madeUp, ...how);
}

function list(title, items) {
  if (!items.length) return [];
  return [element("div", { class: "rd-journey__column" }, element("h3", {}, title), element("ul", { class: "rd-journey__list" }, ...items))];
}

function matched(matches, context) {
  return matches.slice(0, AT_ONCE).map(({ service, outcome }) => item(service, outcome, context));
}

function notes(texts) {
  return texts.length ? [element("ul", { class: "rd-journey__notes" }, ...texts.map((text) => element("li", {}, text)))] : [];
}

/** Help made for this loss, near the person and everywhere, and what to know first. */
function griefPart({ local, national, notes: told }, context) {
  const { sentences } = context.world.grammar.journeys;
  const none = () => [element("div", { class: "rd-journey__column" }, element("h3", {}, sentences.local), element("p", {}, sentences.none_local))];
  const near = local.length ? list(sentences.local, matched(local, context)) : none();
  const $columns = element("div", { class: "rd-journey__columns" }, ...near, ...list(sentences.national, matched(national, context)));
  return part("grief", sentences.bereavement, ...notes(told), $columns);
}

/** One assessment that a council owes, by which law, and whom to ask. */
function assessment({ label, description, law, ask, note }, context) {
  const { sentences } = context.world.grammar.journeys;
  const asked = ask.map((service) => item(service, "", context));
  const $ask = asked.length ? [element("p", { class: "rd-journey__ask" }, sentences.ask_here), element("ul", { class: "rd-journey__list" }, ...asked)] : [];
  const $note = note ? [element("p", { class: "rd-journey__ask" }, note)] : [];
  return element("div", { class: "rd-journey__right" }, element("h4", {}, label), element("p", {}, description), ...$ask, ...$note, element("p", { class: "rd-journey__law" }, law));
}

/** Support for the carer, and beside it the assessment that is theirs by right. */
function carePart({ support, assessments, elsewhere }, context) {
  const { sentences } = context.world.grammar.journeys;
  const rights = assessments.map((each) => assessment(each, context));
  const $law = elsewhere ? [element("p", {}, elsewhere)] : [];
  const $rights = element("div", { class: "rd-journey__column" }, element("h3", {}, sentences.assessment), ...rights, ...$law);
  return part("care", sentences.carer, element("div", { class: "rd-journey__columns" }, ...list(sentences.carer_support, matched(support, context)), $rights));
}

function part(name, title, ...children) {
  const id = `rd-journey-${name}`;
  return element("section", { class: `rd-journey__part rd-journey__part--${name}`, "aria-labelledby": id }, heading(title, id), ...children);
}

const ids = (matches) => matches.map(({ service, outcome }) => [service.id, outcome]);

/** What is shown, as text that differs where it does. */
function keyOf(grief, care) {
  const asked = care?.assessments.map((each) => ({ ...each, ask: each.ask.map(({ id }) => id) }));
  return JSON.stringify([grief && [ids(grief.local), ids(grief.national), grief.notes], care && [ids(care.support), asked, care.elsewhere]]);
}

/**
 * @param {object} context
 * @returns {{$root: HTMLElement, update: (state: object, matches: object[], answers: object) => void}} `answers` as
 *   `journeyAnswers` gives them; empty where the person is on no journey
 */
export function journeyPanel(context) {
  const $root = element("div", { class: "rd-journey" });
  const put = slot($root);

  function update(state, matches, answers) {
    const { world } = context;
    const shown = state.areas.practice && world;
    const grief = shown ? griefHelp(matches, answers, world) : null;
    const care = shown ? carersHelp(matches, answers, world) : null;
    $root.hidden = !grief && !care;
    put(keyOf(grief, care), () => [...(grief ? [griefPart(grief, context)] : []), ...(care ? [carePart(care, context)] : [])]);
  }

  return { $root, update };
}
