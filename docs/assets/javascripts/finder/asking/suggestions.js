/** What the need box offers for what was typed: meanings, needs, kinds of service, services, areas. No DOM here. */

import { fold } from "../../common/text.js";

const MOST = 8;
const MOST_TERMS = 5;
const KINDS = Object.freeze({ need: "Need", type: "Kind of service", area: "Area" });

/** Whatever should stop a hurried reader from opening a service's page. */
function serviceNote({ type, status, intake, fictional }, { labels }) {
  return [labels.type[type] ?? "Service", labels.status[status] ?? labels.intake[intake], fictional && "made up"].filter(Boolean).join(", ");
}

function serviceOf(service, vocabulary) {
  return { kind: "service", code: service.id, label: service.name, note: serviceNote(service, vocabulary) };
}

/** A therapy is no answer: services name theirs, and are suggested for it. */
function termOf({ kind, code, label, fictional }, about) {
  return { kind, code, label, note: [KINDS[kind] + (fictional ? ", made up" : ""), ...about].join(": ") };
}

/** One meaning of an ambiguous word: a term where there is one, otherwise words to search for. Never taken unread. */
function meaningOf(choice, word, byCode) {
  const term = byCode.get(choice);
  const about = `one meaning of “${word}”`;
  if (term && KINDS[term.kind]) return { ...termOf(term, [about]), ask: true };
  const words = term ? term.label : choice.replaceAll("-", " ");
  return { kind: "words", code: "", label: words, note: `Search: ${about}`, value: words, ask: true };
}

/** How the words were read, said beside the first suggestion. */
function reading({ former, mended }) {
  const named = former.map(({ term, now }) => `${term} is now called ${now}`);
  return [...named, ...mended.map(({ typed, read }) => `“${typed}” read as “${read}”`)].slice(0, 1);
}

/** "CMHT" is a kind of service, though one of that kind is called so too: an answer comes before a page to leave for. */
function isNamed(typed, terms) {
  const whole = fold(typed);
  return terms.some(({ label, synonyms = [] }) => [label, ...synonyms].some((name) => fold(name) === whole));
}

/** The first letters of names, folded once: one letter is looked for in all of them. */
const folded = new WeakMap();

function foldedName(named, name) {
  if (!folded.has(named)) folded.set(named, fold(name));
  return folded.get(named);
}

/** What begins with one letter: the search itself begins at two. */
function beginning(letter, { vocabulary, national, area }) {
  const terms = vocabulary.terms.filter((term) => KINDS[term.kind] && foldedName(term, term.label).startsWith(letter));
  const all = [...(area?.services ?? []), ...national.services];
  const services = all.filter((service) => foldedName(service, service.name).startsWith(letter)).slice(0, 2 * MOST);
  const order = Object.keys(KINDS);
  terms.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.label < b.label ? -1 : 1));
  return [...terms.slice(0, MOST_TERMS).map((term) => termOf(term, [])), ...services.map((each) => serviceOf(each, vocabulary))];
}

/** Each the first time that it comes. */
function once(all) {
  const seen = new Map();
  for (const each of all) {
    const key = `${each.kind}:${each.code || each.label}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

/**
 * @param {string} typed @param {object} found what `look` answered for it
 * @param {{byCode: Map<string, object>, vocabulary: object, national: object, area: object | null}} directory
 * @returns {{kind: "need" | "type" | "service" | "area" | "words", code: string, label: string, note: string, ask?: boolean}[]}
 */
export function suggestionsFor(typed, found, directory) {
  const { byCode, vocabulary } = directory;
  const letter = fold(typed);
  if (letter.length === 1) return once(beginning(letter, directory)).slice(0, MOST);
  const meanings = found.choices.flatMap(({ term, choices }) => choices.map((choice) => meaningOf(choice, term, byCode)));
  const about = reading(found);
  const terms = found.terms.filter(({ kind }) => KINDS[kind]).slice(0, MOST_TERMS).map((term, at) => termOf(term, at ? [] : about));
  const place = found.place ? [byCode.get(found.place)].filter(Boolean).map((term) => termOf(term, ["look there instead"])) : [];
  const services = found.services.map((service) => serviceOf(service, vocabulary));
  const byName = found.named && !isNamed(typed, found.terms);
  const rest = byName ? [...services.slice(0, 3), ...terms, ...services.slice(3)] : [...terms, ...place, ...services];
  return once([...meanings, ...rest]).slice(0, Math.max(MOST, meanings.length));
}
