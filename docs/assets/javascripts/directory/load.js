/**
 * Reads the directory's data files, each once: from the page itself where they stand in it (the offline pack),
 * otherwise from the site.
 */

import { own } from "../matching/table.js";
import { opened } from "./table.js";

/** The element of a page that carries its data with it, by the names of the files. */
const PACK = "rd-pack";

/** The file of the services in no one area. */
export const NATIONAL = "national";

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

/** @param {string} kind @param {object} vocabulary @returns {Record<string, string>} the labels of the terms of one kind, by code */
export function labelsOf(kind, { terms }) {
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
