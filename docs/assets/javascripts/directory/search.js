/**
 * Finding services, needs, kinds of service and areas by what a GP types. No DOM here.
 *
 * An ambiguous abbreviation is never mapped: its meanings are offered, and only names are searched for it.
 */

import MiniSearch from "minisearch";
import { fold, words } from "../common/text.js";
import { understood } from "./asked.js";
import { serviceEntry, termEntry, wordsOf } from "./entries.js";
import { ambiguousIn, crisisIn, crisisPhrases } from "./phrases.js";
import { telling } from "./query.js";
import { EXACT, meantBy, meantExactly, nearness, rankService, rankedServices, rankedTerms, spokenOf, worthShowing } from "./ranking.js";
import { speller } from "./spelling.js";
import { bereavedBySuicide, FIRST_TERMS, needsOf, topicsOf } from "./topics.js";

const MOST_SERVICES = 30;
const NOTHING = Object.freeze({ crisis: false, mended: [], place: "", former: [], choices: [], terms: [], named: false, services: [] });

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

function byId(entries) {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** The phrases that mean something before any search, folded once. */
function phrasesOf(vocabulary) {
  return {
    ambiguous: vocabulary.ambiguous.map((each) => ({ ...each, folded: fold(each.term) })),
    former: vocabulary.former.map((each) => ({ ...each, folded: fold(each.term) })),
    crisis: crisisPhrases(vocabulary),
    areas: vocabulary.terms.filter(({ kind }) => kind === "area").map(({ code, label }) => ({ code, folded: fold(label) })),
  };
}

/** The two indexes and what belongs to them. */
function indexed(vocabulary, ambiguous, { local, national, today }) {
  const unclear = new Set(ambiguous.map((each) => each.folded));
  const terms = byId(vocabulary.terms.map((term) => termEntry(term, unclear)));
  const limit = vocabulary.limits.criteria;
  const entry = (isNational) => (service) => serviceEntry(service, terms, { national: isNational, limit, today, labels: vocabulary.labels });
  const services = byId([...local.map(entry(false)), ...national.map(entry(true))]);
  const all = [[...terms.values()], [...services.values()], ambiguous.map((each) => ({ label: each.term }))];
  const known = wordsOf(all.flat(), [...Object.keys(TERM_FIELDS), ...Object.keys(SERVICE_FIELDS)]);
  const named = wordsOf(all.flat(), ["label", "meaning", "name", "also"]);
  const kept = [...vocabulary.ordinary, ...vocabulary.crisis.flatMap((each) => each.words)].flatMap(words);
  const spell = speller(named, new Set([...known.keys(), ...kept]), new Set(kept));
  return { terms, services, spell, termIndex: indexOf(all[0], TERM_FIELDS), serviceIndex: indexOf(all[1], SERVICE_FIELDS) };
}

/**
 * Makes the directory searchable.
 *
 * @param {{terms: object[], ambiguous: object[], former: object[], crisis: object[], ordinary: string[], limits: object, labels: object}} vocabulary
 * @param {{local: object[], national: object[], routes: string[], today: string}} services those of the area, the
 *   national ones, and the ids of the crisis routes
 * @returns {{look: (query: string, byName?: boolean) => typeof NOTHING}} `byName`: a service is asked for by its name;
 *   `mended`: words read otherwise than typed; `place`: an area named
 */
export function searchable(vocabulary, services) {
  const phrases = phrasesOf(vocabulary);
  const directory = indexed(vocabulary, phrases.ambiguous, services);
  const known = { spell: directory.spell, areas: phrases.areas.sort((a, b) => b.folded.length - a.folded.length) };

  function termsFor(asked, sought) {
    const hits = hitsFor(directory.termIndex, sought, directory.terms);
    const near = hits.map((hit) => ({ ...hit, ...nearness(hit.entry.names, asked) }));
    return rankedTerms(near.filter((hit) => hit.near > 0 || hit.share === 1));
  }

  /** Those that share a word with what was typed, and those that share none but help with what is meant. */
  function candidates(sought, meant, mapped) {
    const hits = hitsFor(directory.serviceIndex, sought, directory.services, mapped ? undefined : ["name", "also"]);
    const found = new Set(hits.map((hit) => hit.entry));
    const helps = ({ places }) => meant.sets.some((set) => [...set].some((id) => places.has(id)));
    const others = [...directory.services.values()].filter((entry) => !found.has(entry) && helps(entry));
    return [...hits, ...others.map((entry) => ({ entry, score: 0, share: 0 }))];
  }

  function servicesFor(asked, sought, meant, { mapped, routes, byName }) {
    const known = { spoken: spokenOf(asked, meant, directory.terms), byName };
    const hits = candidates(sought, meant, mapped).map((hit) => rankService(hit, asked, meant, known));
    const found = rankedServices(hits, routes);
    return mapped ? worthShowing(found) : found.filter((hit) => hit.tier > 0);
  }

  /** The topics, what they mean, and how to come to the services for it, who may never be asked for. */
  function found(asked, crisis, { mapped, byName }) {
    const sought = telling(asked.core);
    const near = termsFor(asked, sought);
    const exact = near.filter((hit) => hit.near === EXACT);
    // "Suicide bereavement" and "crisis team" mean just that, though they hold words of crisis.
    const ofCrisis = !exact.length || exact.some((hit) => hit.entry.crisis) ? needsOf(crisis, directory.terms) : [];
    const urgent = [...bereavedBySuicide(asked, directory.terms), ...ofCrisis];
    const terms = mapped ? topicsOf(near, urgent, asked, directory.terms) : [];
    const meant = urgent.length ? meantExactly(urgent[0].crisis ? urgent : urgent.slice(0, 1)) : meantBy(near);
    const routes = terms[0]?.crisis && !byName ? services.routes : [];
    const hits = () => servicesFor(asked, sought, mapped ? meant : NOT_MEANT, { mapped, routes, byName });
    return { exact: exact.length > 0, terms, hits };
  }

  function look(query, byName = false) {
    const asked = understood(query, known);
    if (!asked.whole) return NOTHING;
    const crisis = crisisIn([query, asked.whole], phrases.crisis);
    const unsure = ambiguousIn({ text: asked.text, whole: asked.bare }, phrases.ambiguous);
    const { exact, terms, hits } = found(asked, crisis, { mapped: !unsure.whole, byName });
    let services = null;
    const listed = () => (services ??= hits());
    return {
      crisis: crisis.length > 0 || terms.slice(0, FIRST_TERMS).some((term) => term.crisis),
      mended: asked.mended,
      place: asked.place,
      former: phrases.former.filter((each) => [asked.whole, asked.bare].includes(each.folded)),
      choices: unsure.whole || !exact ? unsure.found : [],
      terms,
      // A field that only wants to know of a crisis asks for no services.
      get named() {
        return listed()[0]?.tier === 3;
      },
      get services() {
        return listed().slice(0, MOST_SERVICES).map((hit) => hit.entry.service);
      },
    };
  }

  return Object.freeze({ look });
}
