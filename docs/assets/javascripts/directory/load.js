/**
 * Reads the directory's data files, each once: from the page itself where they stand in it (the offline pack),
 * otherwise from the site.
 */

import { todayInLondon } from "../common/freshness.js";
import { own } from "../matching/table.js";
import { searchable } from "./search.js";
import { opened } from "./table.js";

/** The element of a page that carries its data with it, by the names of the files. */
const PACK = "rd-pack";

const NATIONAL = "national";

/** What a page carries, parsed once for all that read from it. */
const carried = new WeakMap();

/** The data that stands in the page, or null where it is to be asked for. */
function pack() {
  const $pack = globalThis.document?.getElementById(PACK);
  if (!$pack) return null;
  if (!carried.has($pack)) carried.set($pack, JSON.parse($pack.textContent));
  return carried.get($pack);
}

async function fetched(address) {
  const response = await fetch(address, { credentials: "omit" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return opened(await response.json());
}

/** From a page that carries its data nothing is ever asked for: a file opened from a disk could not be. */
async function carriedIn(files, name) {
  const file = own(files, name);
  if (!file) throw new Error(`${name} is not in this file`);
  return opened(file);
}

/**
 * @param {string} base path from the page to the root of the site, such as "../../"
 * @returns {(name: string) => Promise<any>} reads `data/search/<name>.json`; rejects when it cannot be read
 */
export function loader(base) {
  const asked = new Map();
  return (name) => {
    if (!asked.has(name)) {
      const files = pack();
      const answer = files ? carriedIn(files, name) : fetched(`${base}data/search/${name}.json`);
      // A failed request is forgotten, so that the next key press asks again.
      answer.catch(() => asked.delete(name));
      asked.set(name, answer);
    }
    return asked.get(name);
  };
}

/**
 * The national services for an area: those that say they serve a place around it, or have not said, without those that
 * the area tells of itself, since their rules differ there. All of them where no area is chosen.
 */
function nationalFor(area, services) {
  if (!area) return services;
  const own = new Set((area.services ?? []).map((service) => service.id));
  const around = new Set(area.chain);
  return services.filter(({ id, areas }) => !own.has(id) && (!areas || areas.some((each) => around.has(each))));
}

/** The labels of the terms of one kind. */
function labelsOf(kind, { terms }) {
  return Object.fromEntries(terms.filter((term) => term.kind === kind).map(({ code, label }) => [code, label]));
}

/** The grammar with the labels that the vocabulary says already: of kinds of service, languages, therapies and groups. */
export function labelled(matching, vocabulary) {
  const { languages, groups: named } = vocabulary.labels;
  const groups = Object.entries(matching.groups).map(([code, group]) => [code, { ...group, label: named[code] }]);
  const labels = { ...matching.labels, type: labelsOf("type", vocabulary), therapies: labelsOf("therapy", vocabulary), languages };
  return { ...matching, groups: Object.fromEntries(groups), labels };
}

/**
 * Reads the facts that a finder needs; the long words (`words/…`) may come later.
 *
 * @param {(name: string) => Promise<any>} read @param {Record<string, string>} ties areas by tie (practice, home…)
 * @returns {Promise<{vocabulary: object, matching: object, national: object, areas: Record<string, object>}>} `areas` by tie
 */
export async function readFacts(read, ties) {
  const answered = Object.entries(ties).filter(([, id]) => id);
  const names = ["vocabulary", "matching", NATIONAL, ...answered.map(([, id]) => `area/${id}`)];
  const [vocabulary, matching, national, ...files] = await Promise.all(names.map(read));
  return { vocabulary, matching: labelled(matching, vocabulary), national, areas: Object.fromEntries(answered.map(([tie], at) => [tie, files[at]])) };
}

/** A record with its summary and whom it takes; where rules differ by area, those words have the area's id too. */
function worded(words) {
  return (service) => {
    const { summary, takes } = words[service.place ? `${service.id}@${service.place}` : service.id] ?? {};
    return { ...service, summary, takes };
  };
}

/**
 * Makes facts searchable: the index is built when it is first wanted, so that results need not wait for it.
 *
 * @param {{vocabulary: object, national: object, area: object | null, words?: object}} files without `words` no summary is
 *   searched or shown
 */
export function directoryOf({ vocabulary, national, area, words = {} }) {
  const routes = (area ?? national).crisis.map((route) => route.id);
  const local = (area?.services ?? []).map(worded(words));
  const services = { local, national: nationalFor(area, national.services).map(worded(words)), routes, today: todayInLondon() };
  // A code that two vocabularies share means the first of need, kind of service and therapy: the later ones are set first.
  const byCode = new Map([...vocabulary.terms].reverse().map((term) => [term.code, term]));
  let search = null;
  const labels = { ...vocabulary.labels, type: labelsOf("type", vocabulary) };
  const labelledVocabulary = { ...vocabulary, labels };
  return {
    vocabulary: labelledVocabulary,
    byCode,
    national,
    area,
    get search() {
      return (search ??= searchable(labelledVocabulary, services));
    },
  };
}

/**
 * Reads what a search needs for an area: the words typed, the national services, and the area's own if one is chosen.
 * Summaries are searched too, so it waits for them: results that move while somebody reads them are worse than late ones.
 * Where they cannot be read, names and words still find.
 */
export async function readDirectory(read, id) {
  const names = ["vocabulary", NATIONAL, ...(id ? [`area/${id}`] : [])];
  const late = [NATIONAL, ...(id ? [id] : [])].map((each) => read(`words/${each}`).catch(() => ({})));
  const [vocabulary, national, area = null] = await Promise.all(names.map(read));
  return directoryOf({ vocabulary, national, area, words: Object.assign({}, ...(await Promise.all(late))) });
}
