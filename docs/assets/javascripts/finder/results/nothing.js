/**
 * What is shown where little or nothing fits. It is never said that there is no service: only what these answers come
 * to here, who refuses and why, and where to ask.
 */

import { element } from "../../common/dom.js";
import { capital } from "../../common/text.js";
import { speaksOfCrisis } from "../../matching/first.js";
import { ageWords } from "../../matching/measure.js";
import { serviceLink, serviceLinks } from "../service_link.js";
import { cardSaid } from "./said.js";
import { crisisHelp } from "./crisis_first.js";
import { counted, inTheWay } from "./grouped.js";
import { around } from "./telling.js";

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

/** The front door of the area by name, with its number. */
function doorLine({ id, name, phone, fictional }, { links }) {
  const $link = element("a", { href: links.service(id) }, name);
  const number = phone ? [" ", element("strong", { class: "rd-phone" }, phone)] : [];
  return [$link, ...number, ...(fictional ? [" ", element("span", { class: "rd-made-up" }, "Made up")] : [])];
}

function doorPart(context) {
  const { frontDoor } = context.world;
  return frontDoor ? [titled("Ask the front door of the area", element("p", { class: "rd-door" }, ...doorLine(frontDoor, context)))] : [];
}

/** Who refuses, and why: the first few, with where to go instead. */
function refusedPart(refused, answers, context) {
  if (!refused.length) return [];
  const why = inTheWay(refused).slice(0, 3).map(({ what, number }) => element("li", {}, `${capital(what)}: ${counted(number, "service refuses", "services refuse")} because of it`));
  const some = refused.slice(0, NAMED).map((match) => refusal(cardSaid(match, answers, context.world), context));
  const rest = refused.length > NAMED ? [element("p", {}, `All ${refused.length}, with their reasons, stand under “Does not take”.`)] : [];
  return [titled("What stands in the way", element("ul", {}, ...why), element("ul", { class: "rd-empty__refusals" }, ...some), ...rest)];
}

function refusal({ id, lead, instead }, context) {
  const [before, after] = around(context.world.grammar.sentences.refer_instead, "services");
  const on = instead.length ? [" ", before, ...serviceLinks(instead, context), after] : [];
  return element("li", {}, ...serviceLink(id, context), ": ", lead[0] ?? "", ...on);
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

/** What somebody has looked for here and nobody offers: said with its day, since it may have changed. */
function gapsPart({ needs }, { directory }) {
  const known = (directory.area?.gaps ?? []).filter(({ need }) => needs.includes(need));
  const line = ({ what, note, on }) => element("li", {}, element("strong", {}, what), note ? `. ${note}` : "", element("span", { class: "rd-line rd-small" }, `Looked for on ${on}`));
  return known.length ? [titled("Somebody looked for this and found nobody", element("ul", { class: "rd-empty__gaps" }, ...known.map(line)))] : [];
}

/** Something may fit, after asking: one line, with the front door unless it stands among them. */
function onlyToCheck({ groups: { check }, answers }, context) {
  const { frontDoor } = context.world;
  const listed = check.some(({ service }) => service.id === frontDoor?.id);
  const door = frontDoor && !listed ? [" Or ask ", ...doorLine(frontDoor, context), "."] : [];
  const $first = element("p", { class: "rd-results__first" }, "Nothing fits for certain. Ask the services below before referring.", ...door);
  return [$first, ...gapsPart(answers, context)];
}

/** Nothing may fit: what was not covered, who refuses and why, and every other way in. */
function nothingAtAll({ state, answers, groups: { refuses } }, context) {
  const { world } = context;
  const told = toldWords(answers, context);
  const covered = told.length ? [element("p", {}, "What these answers ask for: ", element("strong", {}, told.join(", ")), ".")] : [];
  return element(
    "section",
    { class: "rd-empty", "aria-labelledby": "rd-empty" },
    element("h2", { id: "rd-empty", class: "rd-empty__title" }, refuses.length ? "No listed service fits" : "Nothing is listed for this"),
    element("p", {}, world.grammar.sentences[refuses.length ? "nothing_fits" : "nothing_listed"]),
    ...covered,
    ...gapsPart(answers, context),
    ...doorPart(context),
    ...refusedPart(refuses, answers, context),
    ...elsewherePart(state, context),
    // Where the answers speak of a crisis it stands above everything already.
    ...(speaksOfCrisis(answers, world) ? [] : [crisisHelp(world, "Crisis help")]),
  );
}

/**
 * The notice above the groups where nothing fits so far.
 *
 * @param {{state: object, answers: object, groups: object}} told @param {object} context
 * @returns {HTMLElement[]} none where something fits
 */
export function nothingFits(told, context) {
  const { fits, check } = told.groups;
  if (fits.length) return [];
  return check.length ? onlyToCheck(told, context) : [nothingAtAll(told, context)];
}
