/** What the need box offers for what was typed: meanings, needs, kinds of service, therapies, services, areas. No DOM here. */

import { fold, holds } from "../../common/text.js";
import { isWholePostcode } from "./places.js";

const MOST = 8;
const MOST_TERMS = 5;
const KINDS = Object.freeze({ need: "Need", type: "Kind of service", area: "Area" });
const REFUSED = "They were refused: who takes them now";


/** Whatever should stop a hurried reader from opening a service's page. */
function serviceNote({ type, status, intake, fictional }, { labels }) {
  return [labels.type[type] ?? "Service", labels.status[status] ?? labels.intake[intake], fictional && "made up"].filter(Boolean).join(", ");
}

/** A page to leave for: never taken unread by whoever did not type its name. */
function serviceOf(service, vocabulary, typed) {
  const named = [service.name, ...(service.also ?? [])].some((name) => fold(name) === typed);
  return { kind: "service", code: service.id, label: service.name, note: serviceNote(service, vocabulary), ...(!named && { ask: true }) };
}

/** A therapy is offered only to whoever typed its name: most services have not said which they give. */
function therapyOf({ code, label }, about) {
  return { kind: "therapy", code, label: `${label}: services that offer it`, note: ["Therapy", ...about].join(": ") };
}

function termOf({ kind, code, label, fictional }, about) {
  return { kind, code, label, note: [KINDS[kind] + (fictional ? ", made up" : ""), ...about].join(": ") };
}

/** One meaning of an ambiguous word: a term where there is one, otherwise words to search for. Never taken unread. */
function meaningOf(choice, word, byCode) {
  const term = byCode.get(choice);
  const about = `one meaning of “${word}”`;
  if (term) return { ...(term.kind === "therapy" ? therapyOf : termOf)(term, [about]), ask: true };
  const words = choice.replaceAll("-", " ");
  return { kind: "words", code: "", label: words, note: `Search: ${about}`, value: words, ask: true };
}

/** How the words were read, said beside the first suggestion. */
function reading({ former, mended }) {
  const named = former.map(({ term, now }) => `${term} is now called ${now}`);
  return [...named, ...mended.map(({ typed, read }) => `“${typed}” read as “${read}”`)].slice(0, 1);
}

/** "CMHT" is a kind of service, though one of that kind is called so too: an answer comes before a page to leave for. */
function namedIn(terms, whole) {
  return terms.filter(({ label, synonyms = [] }) => [label, ...synonyms].some((name) => fold(name) === whole));
}

/** Somebody whom a service turned away is best helped by the page for that, whatever else was typed. */
function refusedIn(typed, { refused }) {
  return refused.some((words) => holds(typed, fold(words))) ? [{ kind: "refused", code: "", label: REFUSED, note: "Page" }] : [];
}

/**
 * Needs, kinds of service and areas. A therapy stands after those that were typed exactly, which help however they do it,
 * and before those that only hold its name: "CBT-I" is for sleep, "CBT" is not.
 */
function termsOf(whole, { terms, choices, former, mended }) {
  const named = choices.length ? [] : namedIn(terms, whole);
  const answers = terms.filter(({ kind }) => KINDS[kind]);
  const exact = answers.filter((term) => named.includes(term));
  const ordered = [...exact, ...named.filter(({ kind }) => kind === "therapy"), ...answers.filter((term) => !exact.includes(term))];
  const about = reading({ former, mended });
  const offered = ordered.slice(0, MOST_TERMS).map((term, at) => (term.kind === "therapy" ? therapyOf : termOf)(term, at ? [] : about));
  return { named: named.length > 0, terms: offered };
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
  return [...terms.slice(0, MOST_TERMS).map((term) => termOf(term, [])), ...services.map((each) => serviceOf(each, vocabulary, letter))];
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
 * @returns {{kind: "need" | "type" | "therapy" | "service" | "area" | "words" | "refused", code: string, label: string,
 *   note: string, ask?: boolean}[]} `ask`: to be read before it is taken
 */
export function suggestionsFor(typed, found, directory) {
  const { byCode, vocabulary } = directory;
  const whole = fold(typed);
  if (whole.length === 1) return once(beginning(whole, directory)).slice(0, MOST);
  if (isWholePostcode(typed)) return [];
  const meanings = found.choices.flatMap(({ term, choices }) => choices.map((choice) => meaningOf(choice, term, byCode)));
  const { named, terms } = termsOf(whole, found);
  const place = found.place ? [byCode.get(found.place)].filter(Boolean).map((term) => termOf(term, ["look there instead"])) : [];
  const services = found.services.map((service) => serviceOf(service, vocabulary, whole));
  const byName = found.named && !named;
  const rest = byName ? [...services.slice(0, 3), ...terms, ...services.slice(3)] : [...terms, ...place, ...services];
  return once([...refusedIn(whole, vocabulary), ...meanings, ...rest]).slice(0, Math.max(MOST, meanings.length));
}
