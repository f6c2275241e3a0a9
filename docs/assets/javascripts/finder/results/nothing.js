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
import { doorLine, doorPart, titled } from "./door.js";
import { counted, inTheWay } from "./grouped.js";
import { clearFilters, hiddenSaid, leavesNothing } from "./left_out.js";
import { around } from "./telling.js";

/** Refusals named one by one before the list of all of them. */
const NAMED = 3;

/** What was answered, in words: what these results do not cover. */
function toldWords(answers, { world, directory }) {
  const { grammar } = world;
  const needs = answers.needs.map((code) => directory.byCode.get(code)?.label ?? code.replaceAll("-", " "));
  const severity = grammar.severities.find(({ code }) => code === answers.severity)?.label;
  const flags = Object.entries(answers.flags).filter(([, said]) => said !== "no").map(([code]) => grammar.reasons[code]?.label);
  return [...needs, answers.age && `aged ${ageWords(answers.age)}`, severity?.toLowerCase(), ...flags].filter(Boolean);
}

/** Who refuses, and why: the first few, with where to go instead. */
function refusedPart(refused, listed, answers, context) {
  if (!refused.length) return [];
  const why = inTheWay(refused).slice(0, 3).map(({ what, number }) => element("li", {}, `${capital(what)}: ${counted(number, "service refuses", "services refuse")} because of it`));
  const some = refused.slice(0, NAMED).map((match) => refusal(cardSaid(match, answers, context.world), context));
  const whole = listed === refused.length ? "stand under “Does not take”" : "are listed once the filters are cleared";
  const rest = refused.length > NAMED ? [element("p", {}, `All ${refused.length}, with their reasons, ${whole}.`)] : [];
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
function onlyToCheck({ groups: { check }, all, answers }, context) {
  const { frontDoor } = context.world;
  const listed = check.some(({ service }) => service.id === frontDoor?.id);
  const door = frontDoor && !listed ? [" Or ask ", ...doorLine(frontDoor, context), "."] : [];
  const said = all.fits.length
    ? `Your filters hide ${counted(all.fits.length, "service that fits", "services that fit")} so far. Ask the services below before referring.`
    : "Nothing fits for certain. Ask the services below before referring.";
  const $first = element("p", { class: "rd-results__first" }, said, ...door);
  return [$first, ...gapsPart(answers, context)];
}

/** Filters hide all that may take the person: how much that is, and one button that brings it back. */
function filteredAway({ answers, narrowed }, context) {
  const { world, store } = context;
  const $clear = element("button", { type: "button", class: "rd-button rd-button--next" }, "Clear filters");
  $clear.addEventListener("click", () => clearFilters(store));
  return element(
    "section",
    { class: "rd-empty", "aria-labelledby": "rd-empty" },
    element("h2", { id: "rd-empty", class: "rd-empty__title" }, "Your filters leave nothing"),
    element("p", {}, hiddenSaid(narrowed)),
    element("p", {}, $clear),
    ...doorPart(context),
    ...crisisPart(answers, world),
  );
}

/** Where the answers speak of a crisis it stands above everything already. */
function crisisPart(answers, world) {
  return speaksOfCrisis(answers, world) ? [] : [crisisHelp(world, "Crisis help")];
}

/** Nothing may fit: what was not covered, who refuses and why, and every other way in. */
function nothingAtAll({ state, answers, groups, all: { refuses } }, context) {
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
    ...refusedPart(refuses, groups.refuses.length, answers, context),
    ...elsewherePart(state, context),
    ...crisisPart(answers, world),
  );
}

/**
 * The notice above the groups where nothing fits so far.
 *
 * @param {{state: object, answers: object, groups: object, all: object, narrowed: object}} told `all` are the groups without
 *   filters, `narrowed` what these leave out
 * @param {object} context
 * @returns {HTMLElement[]} none where something fits
 */
export function nothingFits(told, context) {
  const { fits, check } = told.groups;
  if (fits.length) return [];
  if (leavesNothing(told.groups, told.all)) return [filteredAway(told, context)];
  return check.length ? onlyToCheck(told, context) : [nothingAtAll(told, context)];
}
