/** The answer to a refusal on the page. Each part is made again only when it says something else. */

import { element } from "../../common/dom.js";
import { speaksOfCrisis } from "../../matching/first.js";
import { refused } from "../../matching/refused.js";
import { announcer } from "../results/announcing.js";
import { makeCard } from "../results/card.js";
import { makeGroup } from "../results/group.js";
import { counted, GROUPS } from "../results/grouped.js";
import { arrange, keepingFocus, slot } from "../results/keyed.js";
import { openForPrint } from "../results/printing.js";
import { teamFirst } from "../results/team_first.js";
import { advice, bridgeGroups, meaning, meanwhile, saying, section } from "./parts.js";
import { reporting } from "./report.js";

const CANNOT_READ = "The services cannot be read just now. The lists below say where services send people; crisis help stands at the top of the page.";

/** Cards by service, for as long as the same world lasts; a service stands in one place only. */
function cardsOf(context) {
  const cards = new Map();
  let world = null;
  let found = null;

  function cardFor(match) {
    const { id } = match.service;
    if (!cards.has(id)) cards.set(id, makeCard(id, context));
    const card = cards.get(id);
    card.update(match, match.outcome === "does_not_fit" ? found.asked : found.told.answers);
    return card;
  }

  function told(next) {
    if (world !== context.world) cards.clear();
    world = context.world;
    found = next;
  }

  return { cardFor, told };
}

/** The places pointed to, under the reason why each is named. */
function bridges(cards) {
  const $groups = element("div", {});
  const $section = section("bridges", "Where to go instead", $groups);
  const made = new Map();

  function groupOf({ title, matches }) {
    if (!made.has(title)) {
      const $list = element("ul", { class: "rd-results__list" });
      made.set(title, { $group: element("div", { class: "rd-refused__bridge" }, element("h3", {}, title), $list), $list });
    }
    const { $group, $list } = made.get(title);
    arrange($list, matches.map((match) => cards.cardFor(match).$card));
    return $group;
  }

  function update(groups) {
    $section.hidden = !groups.length;
    arrange($groups, groups.map(groupOf));
  }

  return { $section, update };
}

/** What a screen reader says once the answer is there. */
function countsSaid({ bridges: pointed, others }) {
  const places = counted(pointed.length, "place to go instead", "places to go instead");
  return `${places}. ${counted(others.fits.length, "other service", "other services")} may take this person, ${others.check.length} to check first.`;
}

/** Where in the page each part stands. */
function places() {
  const names = ["first", "bridges", "meaning", "say", "others", "meanwhile", "report"];
  return Object.fromEntries(names.map((name) => [name, element("div", { class: `rd-refused__${name}` })]));
}

/**
 * @param {object} context @param {(speaks: boolean) => void} tellCrisis told at each change whether anything speaks of a crisis
 * @param {{issue?: string, email?: string}} where a refusal is reported
 * @returns {{$root: HTMLElement, update: (state: object, answers: object, refusals: object) => void, failed: () => void, focus: () => void}}
 */
export function refusedAnswer(context, tellCrisis, where) {
  const cards = cardsOf(context);
  const pointed = bridges(cards);
  const keeping = (change) => keepingFocus(change, () => $root);
  const groups = GROUPS.map((group) => makeGroup(group, cards.cardFor, keeping));
  const $places = places();
  const $others = section("others", "What else may take the person", ...groups.map(({ $section }) => $section));
  $places.bridges.append(pointed.$section);
  $places.others.append($others);
  const put = Object.fromEntries(["first", "meaning", "say", "meanwhile", "report"].map((name) => [name, slot($places[name])]));
  const $failed = element("div", {});
  const $parts = element("div", {}, ...Object.values($places));
  const $root = element("div", { class: "rd-refused__answer rd-results", tabindex: "-1", hidden: "" }, $failed, $parts);
  const announce = announcer(context.say);
  let asked = "";

  /** The parts that are only words. */
  function words(found, crisis, refusals) {
    const { world } = context;
    const pointed = found.bridges.map((each) => each.match.service.id);
    const key = JSON.stringify([found.service.id, found.refusal.code, found.standing, found.asked, world.words.has(found.service.id), pointed]);
    put.first(...teamFirst(found.told.answers, context));
    put.meaning(key, () => [meaning(found, context, refusals)]);
    put.say(key, () => [...advice(found, context, refusals), saying(found, context, refusals)]);
    put.meanwhile(JSON.stringify([crisis, world.crisis]), () => (crisis ? [] : [meanwhile(world, refusals)]));
    put.report(`${found.service.id} ${found.refusal.code}`, () => reporting(where, found.service.id, found.refusal));
  }

  function show(state, answers, refusals) {
    const service = context.world.find(state.refused);
    const found = service && state.why ? refused({ service, why: state.why }, answers, context.world, refusals) : null;
    const crisis = Boolean(found?.crisis) || speaksOfCrisis(found?.told.answers ?? answers, context.world);
    tellCrisis(crisis);
    $failed.replaceChildren();
    $parts.hidden = false;
    $root.hidden = !found;
    if (!found) return;
    cards.told(found);
    words(found, crisis, refusals);
    pointed.update(bridgeGroups(found, refusals));
    if (asked !== `${state.refused} ${state.why}`) groups.forEach((group) => group.shorten());
    asked = `${state.refused} ${state.why}`;
    groups.forEach((group, at) => group.update(found.others[GROUPS[at].key]));
    $others.hidden = !Object.values(found.others).some(({ length }) => length);
    announce(`${crisis ? "Crisis help is shown first. " : ""}${countsSaid(found)}`);
  }

  function failed() {
    $root.hidden = false;
    $parts.hidden = true;
    $failed.replaceChildren(element("p", { class: "rd-results__prompt" }, CANNOT_READ));
  }

  openForPrint(() => {
    const shut = groups.map((group) => group.unfold());
    return () => shut.forEach((each) => each());
  });
  return { $root, update: (...told) => keeping(() => show(...told)), failed, focus: () => ($root.hidden ? undefined : $root.focus()) };
}
