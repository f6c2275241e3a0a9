/**
 * Finding services, needs, kinds of service and areas by what a GP types. No DOM here.
 *
 * The order is fixed: an exact name first, then names that begin so, then meanings, then what is spelled nearly so.
 * An ambiguous abbreviation is never mapped: its meanings are offered, and only names are searched for it.
 */

import MiniSearch from "minisearch";
import { fold, words } from "../common/text.js";
import { ambiguousIn, speaksOfCrisis } from "./phrases.js";

const MOST_TERMS = 6;
const MOST_SERVICES = 30;

/** No stop words anywhere: "We Are With You" and "I CAN" are names. */
const OPTIONS = Object.freeze({
  tokenize: words,
  processTerm: (word) => word,
  searchOptions: { prefix: (word) => word.length > 1, fuzzy: (word) => (word.length > 4 ? 0.25 : false), maxFuzzy: 2 },
});

/** How near a list of names is to what was typed: 3 the same, 2 begins so, 1 a word of it begins so, 0 not at all. */
function nearness(names, typed) {
  let best = 0;
  for (const name of names) {
    if (name === typed) return 3;
    if (name.startsWith(typed)) best = 2;
    else if (best < 1 && ` ${name}`.includes(` ${typed}`)) best = 1;
  }
  return best;
}

/** Sorts by nearness of the names, then by the engine's score, then by name, so that equal input gives equal order. */
function ranked(hits, byId, typed) {
  return hits
    .map((hit) => ({ entry: byId.get(hit.id), score: hit.score }))
    .map(({ entry, score }) => ({ entry, score, near: nearness(entry.names, typed) }))
    .sort((a, b) => b.near - a.near || b.score - a.score || (a.entry.names[0] < b.entry.names[0] ? -1 : 1));
}

/** Every hit for all the words, or for any of them when none has them all. */
function hitsFor(index, query, options) {
  const all = index.search(query, { combineWith: "AND", ...options });
  return all.length ? all : index.search(query, { combineWith: "OR", ...options });
}

/** An index over entries that have `id`, `names` (folded) and the fields named. */
function indexOf(entries, fields, boost) {
  const index = new MiniSearch({ ...OPTIONS, fields, searchOptions: { ...OPTIONS.searchOptions, boost } });
  index.addAll(entries);
  return index;
}

/** A vocabulary's term as an entry of the index; a synonym that is ambiguous stays out, since it must not be mapped. */
function termEntry(term, unclear) {
  const synonyms = (term.synonyms ?? []).filter((each) => !unclear.has(fold(each)));
  return { ...term, id: `${term.kind}:${term.code}`, words: synonyms, names: [term.label, ...synonyms].map(fold), meaning: synonyms.join(" | ") };
}

/** A service as an entry of the index: what it is called, and all the words for what it helps with. */
function serviceEntry(service, terms) {
  const meanings = [`type:${service.type}`, ...service.needs.map((need) => `need:${need}`)].map((id) => terms.get(id)).filter(Boolean);
  return {
    id: service.id,
    service,
    names: [service.name, ...(service.also ?? [])].map(fold),
    name: service.name,
    also: (service.also ?? []).join(" | "),
    meaning: meanings.map((term) => `${term.label} | ${term.meaning}`).join(" | "),
    organization: service.organization ?? "",
    summary: service.summary,
  };
}

/**
 * Makes the directory searchable.
 *
 * @param {{terms: object[], ambiguous: object[], crisis: string[]}} vocabulary `data/search/vocabulary.json`
 * @param {object[]} services those of the area and the national ones
 * @returns {{look: (query: string) => {crisis: boolean, former: object[], choices: object[], terms: object[], named: boolean, services: object[]}}}
 */
export function searchable(vocabulary, services) {
  const unclear = new Set(vocabulary.ambiguous.map((each) => fold(each.term)));
  const terms = new Map(vocabulary.terms.map((term) => termEntry(term, unclear)).map((entry) => [entry.id, entry]));
  const entries = new Map(services.map((service) => [service.id, serviceEntry(service, terms)]));
  const termIndex = indexOf([...terms.values()], ["label", "meaning"], { label: 3 });
  const serviceIndex = indexOf([...entries.values()], ["name", "also", "meaning", "organization", "summary"], { name: 6, also: 5, meaning: 2, summary: 0.5 });

  function look(query) {
    const typed = fold(query);
    if (!typed) return { crisis: false, former: [], choices: [], terms: [], named: false, services: [] };
    const foundTerms = ranked(hitsFor(termIndex, query), terms, typed);
    const exact = foundTerms.some((hit) => hit.near === 3);
    const unsure = ambiguousIn(query, vocabulary.ambiguous);
    const mapped = !unsure.whole;
    const fields = mapped ? undefined : { fields: ["name", "also"] };
    const namesOnly = ({ entry, near }) => mapped || near > 0 || entry.names.includes(typed);
    const foundServices = ranked(hitsFor(serviceIndex, query, fields), entries, typed).filter(namesOnly);
    return {
      crisis: speaksOfCrisis(query, vocabulary.crisis) || foundTerms.some((hit) => hit.near === 3 && hit.entry.crisis),
      former: vocabulary.former.filter((each) => fold(each.term) === typed),
      choices: unsure.whole || !exact ? unsure.found : [],
      terms: mapped ? foundTerms.slice(0, MOST_TERMS).map((hit) => hit.entry) : [],
      named: foundServices[0]?.near === 3,
      services: foundServices.slice(0, MOST_SERVICES).map((hit) => hit.entry.service),
    };
  }

  return Object.freeze({ look });
}
