/**
 * Finding services, needs, kinds of service and areas by what a GP types. No DOM here.
 *
 * An ambiguous abbreviation is never mapped: its meanings are offered, and only names are searched for it.
 */

import MiniSearch from "minisearch";
import { fold, words } from "../common/text.js";
import { serviceEntry, termEntry, wordsOf } from "./entries.js";
import { ambiguousIn, speaksOfCrisis } from "./phrases.js";
import { telling, withoutPerson } from "./query.js";
import { EXACT, meantBy, nearness, rankService, rankedServices, rankedTerms, worthShowing } from "./ranking.js";
import { speller } from "./spelling.js";

const MOST_TERMS = 6;
const MOST_SERVICES = 30;
const NOTHING = Object.freeze({ crisis: false, read: "", former: [], choices: [], terms: [], named: false, services: [] });

const NOT_MEANT = Object.freeze({ exact: false, sets: [], full: new Set() });

/** Fields and how much each counts. */
const TERM_FIELDS = Object.freeze({ label: 3, meaning: 1 });
const SERVICE_FIELDS = Object.freeze({ name: 6, also: 5, meaning: 2, organization: 1, summary: 0.5 });

/** No stop words in the index: "We Are With You" and "I CAN" are names. Slips are mended before, by the speller. */
function indexOf(entries, boost) {
  // A service that helps with many things is not the worse for it: the length of a field counts for little.
  const searchOptions = { prefix: (word) => word.length > 1, boost, bm25: { k: 1.2, b: 0.3, d: 0.5 } };
  const index = new MiniSearch({ fields: Object.keys(boost), tokenize: words, processTerm: (word) => word, searchOptions });
  index.addAll(entries);
  return index;
}

/** What has any of the words, each with the share of the words that it has. */
function hitsFor(index, sought, byId, fields) {
  return index
    .search(sought.join(" "), { combineWith: "OR", ...(fields && { fields }) })
    .map(({ id, score, queryTerms }) => ({ entry: byId.get(id), score, share: queryTerms.length / new Set(sought).size }));
}

/** What was typed, in the forms it is compared in: `text` keeps capitals, `typed` is folded, `whole` has its
 * spelling mended too, and `core` has no age in it. */
function understood(query, spell) {
  const typed = fold(query);
  const whole = typed.split(" ").map(spell).join(" ");
  const text = whole === typed ? query : whole;
  return { text, typed, whole, core: withoutPerson(whole), read: whole === typed ? "" : whole };
}

function byId(entries) {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** The phrases that mean something before any search, folded once. */
function phrasesOf(vocabulary) {
  return {
    ambiguous: vocabulary.ambiguous.map((each) => ({ ...each, folded: fold(each.term) })),
    former: vocabulary.former.map((each) => ({ ...each, folded: fold(each.term) })),
    crisis: vocabulary.crisis.map(words),
  };
}

/** The two indexes and what belongs to them. */
function indexed(vocabulary, ambiguous, { local, national, today }) {
  const unclear = new Set(ambiguous.map((each) => each.folded));
  const terms = byId(vocabulary.terms.map((term) => termEntry(term, unclear)));
  const limit = vocabulary.limits.criteria;
  const entry = (isNational) => (service) => serviceEntry(service, terms, { national: isNational, limit, today });
  const services = byId([...local.map(entry(false)), ...national.map(entry(true))]);
  const all = [[...terms.values()], [...services.values()], ambiguous.map((each) => ({ label: each.term }))];
  const known = wordsOf(all.flat(), [...Object.keys(TERM_FIELDS), ...Object.keys(SERVICE_FIELDS)]);
  return { terms, services, spell: speller(known), termIndex: indexOf(all[0], TERM_FIELDS), serviceIndex: indexOf(all[1], SERVICE_FIELDS) };
}

/**
 * Makes the directory searchable.
 *
 * @param {{terms: object[], ambiguous: object[], former: object[], crisis: string[], limits: object}} vocabulary
 * @param {{local: object[], national: object[], today: string}} services those of the area, and the national ones
 * @returns {{look: (query: string) => typeof NOTHING}} `read` is what was typed with its spelling mended, or ""
 */
export function searchable(vocabulary, services) {
  const phrases = phrasesOf(vocabulary);
  const directory = indexed(vocabulary, phrases.ambiguous, services);

  function termsFor(asked, sought) {
    const hits = hitsFor(directory.termIndex, sought, directory.terms);
    const near = hits.map((hit) => ({ ...hit, ...nearness(hit.entry.names, asked) }));
    return rankedTerms(near.filter((hit) => hit.near > 0 || hit.share === 1));
  }

  function servicesFor(asked, sought, terms, mapped) {
    const meant = mapped ? meantBy(terms) : NOT_MEANT;
    const hits = hitsFor(directory.serviceIndex, sought, directory.services, mapped ? undefined : ["name", "also"]);
    const found = rankedServices(hits.map((hit) => rankService(hit, asked, meant)));
    return mapped ? worthShowing(found) : found.filter((hit) => hit.tier > 0);
  }

  function look(query) {
    const asked = understood(query, directory.spell);
    if (!asked.whole) return NOTHING;
    const sought = telling(asked.core);
    const unsure = ambiguousIn(asked, phrases.ambiguous);
    const terms = termsFor(asked, sought);
    const found = servicesFor(asked, sought, terms, !unsure.whole);
    const exact = terms.filter((hit) => hit.near === EXACT);
    return {
      crisis: [asked.typed, asked.whole].some((text) => speaksOfCrisis(text, phrases.crisis)) || exact.some((hit) => hit.entry.crisis),
      read: asked.read,
      former: phrases.former.filter((each) => each.folded === asked.whole),
      choices: unsure.whole || !exact.length ? unsure.found : [],
      terms: unsure.whole ? [] : terms.slice(0, MOST_TERMS).map((hit) => hit.entry),
      named: found[0]?.tier === 3,
      services: found.slice(0, MOST_SERVICES).map((hit) => hit.entry.service),
    };
  }

  return Object.freeze({ look });
}
