/** What is shown for a search: crisis help first, then meanings to choose from, then words, then services. */

import { element } from "../common/dom.js";
import { standing, todayInLondon } from "../directory/freshness.js";

const KINDS = Object.freeze({ need: "Need", type: "Kind of service", therapy: "Therapy", area: "Area" });
const NOT_FRESH = Object.freeze({
  overdue: "Overdue for a check",
  "not-confirmed": "Not confirmed lately",
  never: "Never confirmed with the provider",
});

/** One way to reach crisis help, in words and numbers from its record. Plain text: nothing to click by mistake. */
function crisisLine(route) {
  const ways = [route.phone && `${route.phone}${route.phone_note ? `, ${route.phone_note}` : ""}`, route.text && `${route.text_note ?? "text"} to ${route.text}`];
  const number = ways.filter(Boolean).join("; ");
  return element("li", {}, element("strong", {}, route.name), number ? `: ${number}` : "");
}

/** The card that stands above everything else when what was typed speaks of a crisis. */
export function crisisCard(routes, note) {
  const heading = element("p", { class: "rd-search__crisis-title" }, "Is somebody in crisis now?");
  const list = element("ul", {}, ...routes.map(crisisLine));
  return element("section", { class: "rd-search__crisis", "aria-label": "Crisis help" }, heading, list, note ? element("p", {}, note) : "");
}

/** Where the page of a word is: in the chosen area where that area has one, otherwise for everywhere. */
function addressOf(term, area) {
  if (term.kind === "area") return `areas/${term.code}/`;
  const folder = term.kind === "need" ? "needs" : "types";
  const here = area?.[folder]?.includes(term.code);
  return here ? `areas/${area.id}/${folder}/${term.slug}/` : `${folder}/${term.slug}/`;
}

/** A word of the vocabulary as a link to its page; a therapy has no page of its own and leads nowhere. */
function termItem(term, area, base) {
  const kind = element("span", { class: "rd-search__kind" }, KINDS[term.kind]);
  const words = element("span", { class: "rd-search__name" }, term.label);
  const where = term.kind === "need" || term.kind === "type" ? (area ? `in ${area.name}` : "everywhere") : "";
  return element("li", { class: "rd-search__item" }, element("a", { href: base + addressOf(term, area) }, words, " ", kind, where ? ` ${where}` : ""));
}

/** What a former name is called now. */
function formerNames(found) {
  return found.map((each) => element("p", { class: "rd-search__note" }, element("strong", {}, each.term), ` is now called ${each.now}.`));
}

/** A service: its name, what it is, and loudly whatever should stop a hurried reader. */
function serviceItem(service, labels, base, limit) {
  const today = service.story_date ?? todayInLondon();
  const marks = [labels.status[service.status], labels.intake[service.intake], NOT_FRESH[standing(service.checked, limit, today)], service.fictional && "Made up, for demonstration"].filter(Boolean);
  return element(
    "li",
    { class: "rd-search__item rd-search__item--service" },
    element("a", { href: `${base}services/${service.id}/` }, element("span", { class: "rd-search__name" }, service.name), " ", element("span", { class: "rd-search__kind" }, labels.type[service.type] ?? "")),
    element("p", { class: "rd-search__summary" }, service.summary),
    marks.length ? element("p", { class: "rd-search__marks" }, ...marks.flatMap((mark) => [element("span", { class: "rd-search__mark" }, mark), " "])) : "",
  );
}

/** The meanings of an ambiguous word: chosen by the reader, never by us. */
function choices(found, byCode, area, base, choose) {
  return found.map((each) => {
    const items = each.choices.map((choice) => {
      const term = byCode.get(choice);
      if (term && term.kind !== "therapy") return termItem(term, area, base);
      const words = term ? term.label : choice.replaceAll("-", " ");
      const $button = element("button", { type: "button", class: "rd-search__again" }, words);
      $button.addEventListener("click", () => choose(words));
      return element("li", { class: "rd-search__item" }, $button);
    });
    return element("section", { class: "rd-search__choices" }, element("p", {}, `“${each.term}” can mean:`), element("ul", {}, ...items));
  });
}

/**
 * Everything that was found, ready to be put on the page.
 *
 * @param {object} found what `look` answered @param {object} context vocabulary, chosen area, base, `choose`
 * @returns {{nodes: Node[], said: string}} `said` is what a screen reader announces
 */
export function results(found, { vocabulary, byCode, area, national, base, choose }) {
  const nodes = [];
  if (found.crisis) nodes.push(crisisCard(area?.crisis ?? national.crisis, area ? area.crisis_note : national.crisis_note));
  if (found.read) nodes.push(element("p", { class: "rd-search__note" }, "Read as ", element("strong", {}, found.read), "."));
  nodes.push(...formerNames(found.former), ...choices(found.choices, byCode, area, base, choose));
  const terms = found.terms.filter((term) => term.kind !== "therapy");
  const lists = [];
  if (terms.length) lists.push(element("ul", { class: "rd-search__list rd-search__list--terms" }, ...terms.map((term) => termItem(term, area, base))));
  const services = found.services.map((service) => serviceItem(service, vocabulary.labels, base, vocabulary.limits.criteria));
  if (services.length) lists.push(element("ul", { class: "rd-search__list" }, ...services));
  // Somebody who typed a service's own name wants that service before any topic.
  nodes.push(...(found.named ? lists.reverse() : lists));
  const nothing = !terms.length && !found.services.length && !found.choices.length;
  if (nothing) nodes.push(emptyState(area, base));
  return { nodes, said: said(found, terms, nothing) };
}

/** Nothing found never means that nothing exists: the area's front door and its lists are the way on. */
function emptyState(area, base) {
  const lists = element("a", { href: area ? `${base}areas/${area.id}/` : `${base}areas/` }, area ? `Everything in ${area.name}` : "Services by area");
  const door = area?.front_door ? element("p", {}, "Or ask the front door of the area: ", element("a", { href: `${base}services/${area.front_door.id}/` }, area.front_door.name), ".") : "";
  return element("div", { class: "rd-search__empty" }, element("p", {}, "No name or word here matches. That does not mean that there is no service. ", lists, "."), door);
}

/** The announcement: counts in words. */
function said(found, terms, nothing) {
  if (nothing) return "Nothing matches. Other ways in are below.";
  const count = (number, one, many) => (number ? `${number} ${number === 1 ? one : many}` : "");
  const parts = [found.crisis && "Crisis help is shown first", found.choices.length && "Choose a meaning", count(terms.length, "topic", "topics"), count(found.services.length, "service", "services")];
  return `${parts.filter(Boolean).join(", ")}.`;
}
