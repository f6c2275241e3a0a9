/** What belongs with a journey, between the questions and the results: help made for the loss, a carer's own rights. */

import { element } from "../../common/dom.js";
import { carersHelp, griefHelp } from "../../matching/journey_help.js";
import { CHECK_FIRST, MEETS, match } from "../../matching/match.js";
import { slot } from "../results/keyed.js";
import { cardSaid } from "../results/said.js";

/** As many as can be taken in before the results themselves. */
const AT_ONCE = 4;

function heading(words, id) {
  return element("h2", { class: "rd-journey__title", id }, words);
}

/** A service by name, with how to reach it; whatever is made up, shut or long unconfirmed says so. */
function item(found, answers, { links, world }) {
  const { service, outcome } = found;
  const { id, name, madeUp, stops, trust } = cardSaid(found, answers, world);
  const asks = outcome === CHECK_FIRST ? [`${world.grammar.outcomes[outcome]}.`] : [];
  const how = [...asks, ...(service.refer ? [`${service.refer}.`] : []), ...(trust.doubtful ? trust.lines : [])];
  return element(
    "li",
    {},
    element("a", { href: links.service(id) }, name),
    ...(madeUp ? [" ", element("span", { class: "rd-made-up" }, "Made up")] : []),
    ...stops.map((text) => element("strong", { class: "rd-journey__stop" }, text)),
    ...(how.length ? [element("span", { class: "rd-journey__how" }, how.join(" "))] : []),
  );
}

function list(title, items) {
  if (!items.length) return [];
  return [element("div", { class: "rd-journey__column" }, element("h3", {}, title), element("ul", { class: "rd-journey__list" }, ...items))];
}

function matched(matches, answers, context) {
  return matches.slice(0, AT_ONCE).map((found) => item(found, answers, context));
}

function notes(texts) {
  return texts.length ? [element("ul", { class: "rd-journey__notes" }, ...texts.map((text) => element("li", {}, text)))] : [];
}

/** Help made for this loss, near the person and everywhere, and what to know first. */
function griefPart({ local, national, notes: told }, answers, context) {
  const { sentences } = context.world.grammar.journeys;
  const none = () => [element("div", { class: "rd-journey__column" }, element("h3", {}, sentences.local), element("p", {}, sentences.none_local))];
  const near = local.length ? list(sentences.local, matched(local, answers, context)) : none();
  const $columns = element("div", { class: "rd-journey__columns" }, ...near, ...list(sentences.national, matched(national, answers, context)));
  return part("grief", sentences.bereavement, ...notes(told), $columns);
}

/** One assessment that a council owes, by which law, and whom to ask. */
function assessment({ label, description, law, ask, note }, answers, context) {
  const { sentences } = context.world.grammar.journeys;
  // An assessment is owed whatever the criteria: how the service matches is not said.
  const asked = ask.map((service) => item({ ...match(service, answers, context.world), outcome: MEETS }, answers, context));
  const $ask = asked.length ? [element("p", { class: "rd-journey__ask" }, sentences.ask_here), element("ul", { class: "rd-journey__list" }, ...asked)] : [];
  const $note = note ? [element("p", { class: "rd-journey__ask" }, note)] : [];
  return element("div", { class: "rd-journey__right" }, element("h4", {}, label), element("p", {}, description), ...$ask, ...$note, element("p", { class: "rd-journey__law" }, law));
}

/** Support for the carer, and beside it the assessment that is theirs by right. */
function carePart({ support, assessments, elsewhere }, answers, context) {
  const { sentences } = context.world.grammar.journeys;
  const rights = assessments.map((each) => assessment(each, answers, context));
  const $law = elsewhere ? [element("p", {}, elsewhere)] : [];
  const $rights = element("div", { class: "rd-journey__column" }, element("h3", {}, sentences.assessment), ...rights, ...$law);
  return part("care", sentences.carer, element("div", { class: "rd-journey__columns" }, ...list(sentences.carer_support, matched(support, answers, context)), $rights));
}

function part(name, title, ...children) {
  const id = `rd-journey-${name}`;
  return element("section", { class: `rd-journey__part rd-journey__part--${name}`, "aria-labelledby": id }, heading(title, id), ...children);
}

const ids = (matches) => matches.map(({ service, outcome }) => [service.id, outcome]);

/** What is shown, as text that differs where it does. */
function keyOf(areas, grief, care) {
  const asked = care?.assessments.map((each) => ({ ...each, ask: each.ask.map(({ id }) => id) }));
  return JSON.stringify([areas, grief && [ids(grief.local), ids(grief.national), grief.notes], care && [ids(care.support), asked, care.elsewhere]]);
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
    put(keyOf(state.areas, grief, care), () => [...(grief ? [griefPart(grief, answers, context)] : []), ...(care ? [carePart(care, answers, context)] : [])]);
  }

  return { $root, update };
}
