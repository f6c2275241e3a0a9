/** What an entry offers and how it is reached, as plain values: a part of `rightdoor.pages.service_values`. */

import { element } from "../common/dom.js";
import { own } from "../matching/table.js";
import { hoursWords } from "./hours.js";
import { safeHref, serviceLinks } from "./pieces.js";
import { inRow, labelOf, listOf, sessionWords } from "./words.js";

/** @returns {Record<string, any>} labels, links and sentences; what nobody has said is empty */
export function offerOf(data, words) {
  const labels = (vocabulary, codes) => listOf(codes).map((code) => labelOf(words, vocabulary, code));
  const needs = listOf(data.needs).map((code) => own(words.needs, code)).filter(Boolean);
  const languages = data.languages ?? {};
  return {
    description: data.description ? paragraphs(data.description) : "",
    website: safeHref(data.contact?.website, words),
    webchat: safeHref(data.contact?.webchat, words),
    hours: hoursWords(data.hours, words),
    needs: needs.map(({ label, slug }) => ({ words: label, address: `needs/${slug}/` })),
    therapies: labels("therapies", data.therapies),
    delivery: labels("delivery", data.delivery),
    access: labels("access", data.access),
    spoken: inRow(labels("languages", languages.spoken)),
    interpreters: labelOf(words, "yes_no_unknown", languages.interpreters ?? "unknown"),
    sessions: data.sessions ? sessionWords(data.sessions, words) : "",
    cost: data.cost ? labelOf(words, "cost_kinds", data.cost.kind) : "",
    related: serviceLinks(listOf(data.related), words),
  };
}

/** A text of several paragraphs; marks of Markdown in it stand as they were typed. */
function paragraphs(text) {
  const $whole = document.createDocumentFragment();
  const said = text.trim().split(/\n\s*\n/).map((each) => each.trim()).filter(Boolean);
  $whole.append(...said.map((each) => element("p", {}, each)));
  return $whole;
}
