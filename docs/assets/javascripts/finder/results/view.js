/** The results: whom to ask first, the filters and the three groups. Crisis help stands above the whole finder. */

import { element } from "../../common/dom.js";
import { countsOf, narrowed } from "../../directory/filters.js";
import { speaksOfCrisis } from "../../matching/first.js";
import { wants } from "../state.js";
import { announcer } from "./announcing.js";
import { makeCard } from "./card.js";
import { filtersBar } from "./filters_bar.js";
import { makeGroup } from "./group.js";
import { GROUPS, countsSaid, grouped } from "./grouped.js";
import { keepingFocus, slot } from "./keyed.js";
import { hiddenSaid, leavesNothing } from "./left_out.js";
import { nothingFits } from "./nothing.js";
import { openForPrint } from "./printing.js";
import { teamFirst } from "./team_first.js";

const ASK_NEED = "Say what the person needs, and the services that may take them are listed here.";
const CANNOT_READ = "The services cannot be read just now. Crisis help stands at the top of the page, and these lists hold every service:";

/** Cards by the id of their service, kept for as long as the same world lasts. */
function cardsOf(context) {
  const cards = new Map();
  let answers = null;
  const cardFor = (match) => {
    const { id } = match.service;
    if (!cards.has(id)) cards.set(id, makeCard(id, context));
    const card = cards.get(id);
    card.update(match, answers);
    return card;
  };
  return { cardFor, told: (given) => (answers = given), forget: () => cards.clear() };
}

/** What is about the whole: whom to ask first, and what to do where nothing fits. */
function notices(context) {
  const $ask = element("div", { class: "rd-results__ask" });
  const $nothing = element("div", { class: "rd-results__nothing" });
  const [ask, nothing] = [$ask, $nothing].map(slot);

  function update({ answers }) {
    ask(...teamFirst(answers, context));
  }

  function empty(told) {
    const ids = () => GROUPS.map(({ key }) => told.groups[key].map(({ service, outcome }) => [service.id, outcome]));
    const key = told.groups.fits.length ? "" : JSON.stringify([told.answers, ids(), told.all.fits.length, told.narrowed.leftOut, told.narrowed.out]);
    nothing(key, () => nothingFits(told, context));
  }

  return { $ask, $nothing, update, empty };
}

/** Where the services cannot be read: the way to the lists, which are plain pages. */
function listsNotice({ links, base }) {
  const to = (href, words) => element("li", {}, element("a", { href }, words));
  const $lists = element("ul", {}, to(links.area(""), "Services by area"), to(`${base}needs/`, "Services by need"), to(`${base}a-z/`, "All services from A to Z"), to(`${base}crisis/`, "All crisis help"));
  return [element("p", {}, CANNOT_READ), $lists];
}

/**
 * @param {object} context store, world, links, say, base
 * @returns {{$root: HTMLElement, update: (state: object, matches: object[], answers: object) => void, reveal: (id: string) => void, failed: () => void}}
 *   `reveal` puts the card of a service on the page where it is folded away
 */
export function resultsView(context) {
  const cards = cardsOf(context);
  const notice = notices(context);
  const bar = filtersBar(context);
  const $prompt = element("div", { class: "rd-results__prompt" });
  const prompt = slot($prompt);
  const keeping = (change) => keepingFocus(change, () => groups.find(({ $section }) => !$section.hidden)?.$heading ?? $root);
  const groups = GROUPS.map((group) => makeGroup(group, cards.cardFor, keeping));
  const $groups = element("div", { class: "rd-results__groups" }, ...groups.map(({ $section }) => $section));
  const $root = element("div", { class: "rd-results", tabindex: "-1" }, notice.$ask, $prompt, bar.$filters, notice.$nothing, $groups);
  const announce = announcer(context.say);
  let asked = "";
  let world = null;

  /** A new question begins with the first few cards; another area begins with none. */
  function turnOver(state) {
    if (world !== context.world) cards.forget();
    world = context.world;
    const question = JSON.stringify([state.areas, state.needs, state.type, state.therapy]);
    if (question !== asked) groups.forEach((group) => group.shorten());
    asked = question;
  }

  function show(state, matches, answers) {
    turnOver(state);
    cards.told(answers);
    notice.update({ answers });
    const wanted = wants(state);
    const now = new Date();
    const kept = narrowed(wanted ? matches : [], state.filters, now);
    const [found, all] = [kept.kept, wanted ? matches : []].map(grouped);
    const filteredAway = leavesNothing(found, all);
    prompt(wanted ? "" : "need", () => (wanted ? [] : [element("p", {}, ASK_NEED)]));
    bar.$filters.hidden = !wanted || !matches.length;
    if (!bar.$filters.hidden) bar.update(state.filters, () => countsOf(matches, state.filters, now), kept, filteredAway);
    if (wanted) notice.empty({ state, answers, groups: found, all, narrowed: kept });
    notice.$nothing.hidden = !wanted;
    groups.forEach((group, at) => group.update(found[GROUPS[at].key]));
    if (wanted) announce(`${speaksOfCrisis(answers, context.world) ? "Crisis help is shown first. " : ""}${filteredAway ? `Your filters leave nothing: ${hiddenSaid(kept)}` : countsSaid(found)}`);
  }

  function failed() {
    prompt("failed", () => listsNotice(context));
    bar.$filters.hidden = true;
    notice.$nothing.hidden = true;
    groups.forEach((group) => group.update([]));
    announce(CANNOT_READ);
  }

  openForPrint(() => {
    const shut = groups.map((group) => group.unfold());
    return () => shut.forEach((each) => each());
  });
  const reveal = (id) => groups.forEach((group) => group.reveal(id));
  return { $root, update: (...told) => keeping(() => show(...told)), reveal, failed };
}
