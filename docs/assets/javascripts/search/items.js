/** The single results: a word of the vocabulary, a service, the meanings of an ambiguous word. */

import { element } from "../common/dom.js";
import { standing, todayInLondon } from "../common/freshness.js";

const KINDS = Object.freeze({ need: "Need", type: "Kind of service", area: "Area" });
const NOT_FRESH = Object.freeze({
  overdue: "Overdue for a check",
  "not-confirmed": "Not confirmed lately",
  never: "Never confirmed with the provider",
});

/** Where the page of a word is: in the chosen area where that area has one, otherwise for everywhere. */
function addressOf(term, area) {
  if (term.kind === "area") return `areas/${term.code}/`;
  const folder = term.kind === "need" ? "needs" : "types";
  const here = area?.[folder]?.includes(term.code);
  return here ? `areas/${area.id}/${folder}/${term.slug}/` : `${folder}/${term.slug}/`;
}

function link(href, name, kind) {
  const $kind = element("span", { class: "rd-search__kind" }, kind);
  return element("a", { href }, element("span", { class: "rd-search__name" }, name), " ", $kind);
}

/** A word of the vocabulary as a link to its page; a therapy has no page of its own. */
export function termItem(term, { area, base }) {
  const address = addressOf(term, area);
  const where = term.kind === "area" ? (term.fictional ? ", made up" : "") : address.startsWith("areas/") ? `, in ${area.name}` : ", everywhere";
  return element("li", { class: "rd-search__item" }, link(base + address, term.label, `${KINDS[term.kind]}${where}`));
}

/** Whatever should stop a hurried reader. */
function marksOf(service, { labels, limits }) {
  const today = service.story_date ?? todayInLondon();
  const known = NOT_FRESH[standing(service.checked, limits.criteria, today)];
  const gate = service.gate && `Only through ${service.gate}`;
  return [labels.status[service.status], labels.intake[service.intake], gate, known, service.fictional && "Made up"].filter(Boolean);
}

/** A service: its name, what it is, whom it takes, how long people wait. */
export function serviceItem(service, { vocabulary, base }) {
  const line = (name, text) => (text ? element("p", { class: `rd-search__${name}` }, text) : "");
  const marks = marksOf(service, vocabulary).flatMap((mark) => [element("span", { class: "rd-search__mark" }, mark), " "]);
  return element(
    "li",
    { class: "rd-search__item rd-search__item--service" },
    link(`${base}services/${service.id}/`, service.name, vocabulary.labels.type[service.type] ?? ""),
    line("summary", service.summary),
    line("takes", service.takes && `Takes: ${service.takes}`),
    line("wait", service.wait && `Wait: ${service.wait}`),
    marks.length ? element("p", { class: "rd-search__marks" }, ...marks) : "",
  );
}

/** One meaning: a page where there is one, otherwise words to search for. */
function meaning(choice, context) {
  const term = context.byCode.get(choice);
  if (term && term.kind !== "therapy") return termItem(term, context);
  const words = term ? term.label : choice.replaceAll("-", " ");
  const $button = element("button", { type: "button", class: "rd-search__again" }, words);
  $button.addEventListener("click", () => context.choose(words));
  return element("li", { class: "rd-search__item" }, $button);
}

/** The meanings of an ambiguous word: chosen by the reader, never by us. */
export function choices(each, context) {
  const items = each.choices.map((choice) => meaning(choice, context));
  return element("section", { class: "rd-search__choices" }, element("p", {}, `“${each.term}” can mean:`), element("ul", {}, ...items));
}
