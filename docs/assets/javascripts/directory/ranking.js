/** The order of what was found. An exact name is first, always; scores only decide among equals. */

import { holds } from "../common/text.js";
import { namedBy, soughtIn } from "./naming.js";
import { standsAmong } from "./phrases.js";
import { standsBack, tellingWords } from "./reach.js";

export const EXACT = 4;
const KIND = Object.freeze({ need: 0, type: 1, therapy: 2, area: 3 });

/**
 * How near a term is to what was typed: 4 the same, 3 begins so, 2 holds it, between 1 and 2 the longest name of it that
 * stands among other words, 0 not at all.
 *
 * @param {string[]} names folded, persons alike @param {{text: string, forms: string[]}} asked
 * @returns {{near: number, name: string}} and the name that is so near
 */
export function nearness(names, asked) {
  let best = { near: 0, name: "" };
  for (const name of names) {
    const near = nearnessOf(name, asked);
    if (near > best.near) best = { near, name };
  }
  return best;
}

function nearnessOf(name, asked) {
  const { text, forms } = asked;
  if (forms.includes(name)) return EXACT;
  if (forms.some((form) => name.startsWith(form))) return 3;
  if (forms.some((form) => ` ${name}`.includes(` ${form}`))) return 2;
  return forms.some((whole) => standsAmong({ text, whole }, name)) ? 1 + Math.min(name.length, 90) / 100 : 0;
}

/** Help for people who use abuse never stands before help for those who live with it, unless it is what was typed. */
const nearOf = ({ entry, near }) => (entry.otherSide && near < EXACT ? Math.min(near, 2) : near);

/** Sorts terms: by nearness; among those that only begin so, a need before a kind of service; by score; by name. */
export function rankedTerms(hits) {
  const kind = (hit) => (hit.near < EXACT && hit.near >= 2 ? KIND[hit.entry.kind] + (hit.entry.otherSide ? 0.5 : 0) : 0);
  return hits.sort((a, b) => nearOf(b) - nearOf(a) || kind(a) - kind(b) || b.score - a.score || byName(a, b));
}

/**
 * What was meant. `sets`: of each set of terms a service should have one; the terms typed exactly are one set, otherwise
 * there is a set for each name that stands among other words ("PTSD veteran" has two). `full`: terms that have every
 * word somewhere ("grief child").
 *
 * @param {{entry: object, near: number, name: string, share: number}[]} terms
 * @returns {{exact: boolean, sets: Set<string>[], full: Set<string>}} sets of ids
 */
export function meantBy(terms) {
  const exact = terms.filter((hit) => hit.near === EXACT);
  if (exact.length) return { exact: true, sets: [idsOf(exact)], full: new Set() };
  const among = terms.filter((hit) => hit.near > 1 && hit.near < 2);
  const names = [...new Set(among.map((hit) => hit.name))];
  // "Social anxiety" is not anxiety as well.
  const longest = names.filter((name) => !names.some((other) => other !== name && holds(other, name)));
  const sets = longest.map((name) => idsOf(among.filter((hit) => hit.name === name)));
  return { exact: false, sets, full: idsOf(terms.filter((hit) => hit.share === 1 && hit.near < 1)) };
}

/** What a term that was found otherwise means: nothing but itself. */
export function meantExactly(entries) {
  return { exact: true, sets: [new Set(entries.map((entry) => entry.id))], full: new Set() };
}

function idsOf(hits) {
  return new Set(hits.map((hit) => hit.entry.id));
}

/** How a service answers: 3 by its own name, 2 by all that was typed being in its name or meaning, 1 by a part of it. */
function tier({ names, places }, { whole, core }, { sets, full }) {
  if (names.includes(whole) || names.includes(core)) return 3;
  const has = sets.filter((set) => [...set].some((id) => places.has(id))).length;
  const all = (has && has === sets.length) || [...full].some((id) => places.has(id));
  if (all || names.some((name) => holds(name, core))) return 2;
  return has || names.some((name) => ` ${name}`.includes(` ${core}`)) ? 1 : 0;
}

/** How much the places of the meant terms weigh in a service's own lists: most where it is that, or is mainly for that. */
function closenessOf({ places }, sets) {
  const found = sets.flatMap((set) => [...set].map((id) => places.get(id))).filter((place) => place !== undefined);
  return found.length ? 1 + 2 / (1 + Math.min(...found)) : 0;
}

/**
 * How its names answer. Where a need or a kind of service was typed, the name of a national service says little: "anxiety"
 * means whoever helps with it near the person, and not first a helpline that is called so.
 */
function namedOf({ names, national }, asked, meant, byName) {
  return byName || !meant.sets.length || !national ? namedBy(names, soughtIn(asked)) : 0;
}

/**
 * A service's place. Where one meaning was typed exactly, the engine's count of words says little: the service's own
 * lists and name decide. Otherwise the share of the words that it has decides first.
 */
export function rankService({ entry, score, share }, asked, meant, { spoken, byName }) {
  const closeness = closenessOf(entry, meant.sets);
  const named = entry.names.some((name) => holds(name, asked.core)) ? 1 : 0;
  const place = meant.exact ? closeness + named + score / (score + 50) : score * share * share * (closeness || 1);
  const called = namedOf(entry, asked, meant, byName);
  const answers = Math.max(tier(entry, asked, meant), called && 2);
  return { entry, share, tier: answers, called, back: standsBack(entry.reach, spoken), score: place * entry.weight };
}

/** The telling words of what was typed and of the terms meant, by which a group counts as typed. */
export function spokenOf(asked, meant, terms) {
  const entries = meant.sets.flatMap((set) => [...set].map((id) => terms.get(id)));
  return tellingWords([asked.core, ...entries.flatMap((entry) => entry.names)]);
}

/**
 * Sorts services: by how they answer, then (in a crisis) the area's own routes in their order, otherwise by their names,
 * then those for everybody before those for some, by score, and by name, so that equal input gives equal order.
 *
 * @param {object[]} hits @param {string[]} routes ids of crisis routes that come first; none where it is no crisis
 */
export function rankedServices(hits, routes) {
  const places = new Map(routes.map((id, place) => [id, place]));
  const route = routes.length ? (hit) => places.get(hit.entry.id) ?? routes.length : (hit) => -hit.called;
  return hits.sort((a, b) => b.tier - a.tier || route(a) - route(b) || a.back - b.back || b.score - a.score || byName(a, b));
}

/** Those worth showing: where some answer fully, those that only share a word with what was typed are left out. */
export function worthShowing(hits) {
  const enough = hits.some((hit) => hit.tier > 1) ? 1 : 0.5;
  return hits.filter((hit) => hit.tier > 0 || hit.share >= enough);
}

function byName(a, b) {
  return a.entry.names[0] < b.entry.names[0] ? -1 : 1;
}
