/** What is shown for a search: crisis help first, then meanings to choose from, then words, then services. */

import { crisisCard, crisisSmall } from "../common/crisis.js";
import { element } from "../common/dom.js";
import { choices, serviceItem, termItem } from "./items.js";

/** More than a hurried reader looks through; the rest is one press away. */
const SHOWN_AT_ONCE = 8;

function crisisHelp(found, { area, national, over }) {
  const { crisis, crisis_note: note } = area ?? national;
  if (found.crisis) return [crisisCard(crisis, note)];
  return over ? [crisisSmall(crisis)] : [];
}

/** How the words were read: mended spelling, what a former name is called now, and another area that was named. */
function notes(found, context) {
  const mended = found.mended.map(({ typed, read }) => ["Searched for ", element("strong", {}, read), ` instead of “${typed}”.`]);
  const former = found.former.map((each) => [element("strong", {}, each.term), ` is now called ${each.now}.`]);
  return [...mended, ...former, ...elsewhere(found.place, context)].map((parts) => element("p", { class: "rd-search__note" }, ...parts));
}

/**
 * An area that was named but is not the chosen one is offered: only a press chooses it, since choosing asks the site for
 * its services, and nothing typed may do that by itself.
 */
function elsewhere(place, { area, byCode, where }) {
  if (!place || area?.chain.includes(place)) return [];
  const { label } = byCode.get(place);
  const $where = element("button", { type: "button", class: "rd-search__again" }, `Search in ${label}`);
  $where.addEventListener("click", () => where(place));
  return [[area ? `These are for ${area.name}. ` : "", $where]];
}

/** A list of items, shut after the first few. */
function list(name, items) {
  const $list = element("ul", { class: `rd-search__list ${name}` }, ...items.slice(0, SHOWN_AT_ONCE));
  const rest = items.slice(SHOWN_AT_ONCE);
  if (!rest.length) return items.length ? [$list] : [];
  const $more = element("button", { type: "button", class: "rd-search__more" }, `Show ${rest.length} more`);
  $more.addEventListener("click", () => {
    $list.append(...rest);
    // Before the button goes: results over a page are put away when the focus is nowhere.
    rest[0].querySelector("a").focus();
    $more.remove();
  });
  return [$list, $more];
}

/**
 * Everything that was found, ready to be put on the page.
 *
 * @param {object} found what `look` answered
 * @param {object} context vocabulary, byCode, area, national, base, `choose`, `where`; `over`: results lie over the crisis strip
 * @returns {{nodes: Node[], said: string}} `said` is what a screen reader announces
 */
export function results(found, context) {
  const terms = found.terms.filter((term) => term.kind !== "therapy");
  const topics = list("rd-search__list--terms", terms.map((term) => termItem(term, context)));
  const services = list("rd-search__list--services", found.services.map((service) => serviceItem(service, context)));
  const nothing = !terms.length && !found.services.length && !found.choices.length;
  const nodes = [
    ...crisisHelp(found, context),
    ...notes(found, context),
    ...found.choices.map((each) => choices(each, context)),
    // Somebody who typed a service's own name wants that service before any topic.
    ...(found.named ? [...services, ...topics] : [...topics, ...services]),
    ...(nothing ? [emptyState(context)] : []),
  ];
  return { nodes, said: said(found, terms.length, nothing) };
}

/** Nothing found never means that nothing exists: the area's front door and its lists are the way on. */
function emptyState({ area, base }) {
  const everything = area
    ? element("a", { href: `${base}areas/${area.id}/` }, `Everything in ${area.name}`)
    : element("a", { href: `${base}areas/` }, "Services by area");
  const words = "No name or word here matches. That does not mean that there is no service. ";
  return element("div", { class: "rd-search__empty" }, element("p", {}, words, everything, "."), frontDoor(area, base));
}

function frontDoor(area, base) {
  if (!area?.front_door) return "";
  const { id, name } = area.front_door;
  return element("p", {}, "Or ask the front door of the area: ", element("a", { href: `${base}services/${id}/` }, name), ".");
}

/** The announcement: counts in words. */
function said(found, topics, nothing) {
  if (nothing) return `${found.crisis ? "Crisis help is shown first. " : ""}Nothing matches. Other ways in are below.`;
  const count = (number, word) => (number ? `${number} ${word}${number === 1 ? "" : "s"}` : "");
  const parts = [found.crisis && "Crisis help is shown first", found.choices.length && "Choose a meaning", count(topics, "topic"), count(found.services.length, "service")];
  return `${parts.filter(Boolean).join(", ")}.`;
}
