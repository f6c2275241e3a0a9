/**
 * What is shown where little or nothing fits. It is never said that there is no service: only what these answers come
 * to here, who refuses and why, and where to ask.
 */

import { element } from "../../common/dom.js";
import { ageWords } from "../../matching/measure.js";
import { cardSaid } from "./said.js";
import { serviceLink } from "./card.js";
import { crisisHelp } from "./crisis_first.js";
import { counted, inTheWay } from "./grouped.js";
import { around, inARow } from "./telling.js";

/** Refusals named one by one before the list of all of them. */
const NAMED = 3;

/** What was answered, in words: what these results do not cover. */
export function toldWords(answers, { world, directory }) {
  const { grammar } = world;
  const needs = answers.needs.map((code) => directory.byCode.get(code)?.label ?? code.replaceAll("-", " "));
  const severity = grammar.severities.find(({ code }) => code === answers.severity)?.label;
  const flags = Object.entries(answers.flags).filter(([, said]) => said !== "no").map(([code]) => grammar.reasons[code]?.label);
  return [...needs, answers.age && `aged ${ageWords(answers.age)}`, severity?.toLowerCase(), ...flags].filter(Boolean);
}

function titled(title, ...children) {
  return element("div", { class: "rd-empty__part" }, element("h3", {}, title), ...children);
}

/** Where to ask: the front door of the area, with its number. */
function doorPart({ frontDoor }, { links }) {
  if (!frontDoor) return [];
  const $link = element("a", { href: links.service(frontDoor.id) }, frontDoor.name);
  const madeUp = frontDoor.fictional ? [" ", element("span", { class: "rd-made-up" }, "Made up")] : [];
  const phone = frontDoor.phone ? [" ", element("strong", { class: "rd-phone" }, frontDoor.phone)] : [];
  return [titled("Ask the front door of the area", element("p", { class: "rd-door" }, $link, ...phone, ...madeUp))];
}

/** Who refuses, and why: the first few, with where to go instead. */
function refusedPart(refused, answers, context) {
  if (!refused.length) return [];
  const why = inTheWay(refused).slice(0, 3).map(({ what, number }) => element("li", {}, `${capitalOf(what)}: ${counted(number, "service refuses", "services refuse")} because of it`));
  const some = refused.slice(0, NAMED).map((match) => refusal(cardSaid(match, answers, context.world), context));
  const rest = refused.length > NAMED ? [element("p", {}, `All ${refused.length}, with their reasons, stand under “Does not take”.`)] : [];
  return [titled("What stands in the way", element("ul", {}, ...why), element("ul", { class: "rd-empty__refusals" }, ...some), ...rest)];
}

function capitalOf(words) {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function refusal({ id, lead, instead }, context) {
  const [before, after] = around(context.world.grammar.sentences.refer_instead, "services");
  const on = instead.length ? [" ", before, ...inARow(instead.map((each) => serviceLink(each, context)), "or"), after] : [];
  return element("li", {}, serviceLink(id, context), ": ", lead[0] ?? "", ...on);
}

/** Next door, and everywhere: the lists of the site. */
function elsewherePart(state, { world, links, directory: { area, byCode } }) {
  const to = (href, words) => element("li", {}, element("a", { href }, words));
  const needs = state.needs.map((code) => byCode.get(code)).filter(Boolean);
  const wide = needs.map(({ slug, label }) => to(links.need("", slug), `${label}: services everywhere, national ones too`));
  const whole = area ? [to(links.area(area.id), `Everything in ${area.name}`)] : [];
  const next = world.neighbours.map(({ id, name }) => to(links.area(id), `Next door: ${name}`));
  return [titled("Look elsewhere", element("ul", {}, ...wide, ...whole, ...next))];
}

/**
 * The notice above the groups where nothing fits so far.
 *
 * @param {{state: object, answers: object, groups: object}} told @param {object} context
 * @returns {HTMLElement[]} none where something fits
 */
export function nothingFits({ state, answers, groups }, context) {
  if (groups.fits.length) return [];
  const { world } = context;
  const { sentences } = world.grammar;
  const listed = groups.check.length + groups.refuses.length;
  const told = toldWords(answers, context);
  const covered = told.length ? [element("p", {}, "Not covered by any entry here: ", element("strong", {}, told.join(", ")), ".")] : [];
  const $head = element("h2", { class: "rd-empty__title" }, groups.check.length ? "Nothing fits for certain" : "Nothing here fits");
  const shown = groups.check.length
    ? [element("p", {}, "These services may still take this person: ask them first.")]
    : [element("p", {}, sentences[listed ? "nothing_fits" : "nothing_listed"]), ...covered, ...refusedPart(groups.refuses, answers, context)];
  const ways = groups.check.length ? doorPart(world, context) : [...doorPart(world, context), ...elsewherePart(state, context), crisisHelp(world, "Crisis help")];
  return [element("section", { class: "rd-empty" }, $head, ...shown, ...ways)];
}
