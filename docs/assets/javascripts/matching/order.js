/** The order in which matches are shown: the twin of `rightdoor.matching.match`'s. */

import { LADDER, standing } from "../common/freshness.js";
import { NOT_ASKED } from "./operators.js";
import { own } from "./table.js";

const NO_WAIT_KNOWN = 10 ** 6;
const OPEN = 0;
const UNKNOWN = 1;
const SHUT = 2;

/** @returns {boolean | null} whether an intake means that referrals are taken now; null where nobody has said */
export function takesReferrals(intake, grammar) {
  return own(grammar.intake, intake)?.takes ?? null;
}

function taking(record, grammar) {
  if (record.status && record.status !== "active") return SHUT;
  const takes = takesReferrals(record.intake ?? "unknown", grammar);
  return takes === null ? UNKNOWN : takes ? OPEN : SHUT;
}

/** Compares texts by their characters' numbers, as Python does; JavaScript alone would put some rare ones elsewhere. */
function byCharacter(a, b) {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at < shorter ? a.codePointAt(at) - b.codePointAt(at) : a.length - b.length;
}

/** The name as it is sorted by; `sort` is there where that is not simply the name in small letters. */
function nameOf(record) {
  return record.sort ?? record.name.toLowerCase();
}

/**
 * Ranks services by what does not depend on the person, once for each world: fresh before old, the shorter wait, the name.
 *
 * @param {object[]} records @param {object} world
 * @returns {Map<object, {rank: number, taking: number}>} and whether each takes referrals: open, unknown, shut
 */
export function ranked(records, { grammar, today }) {
  const limit = grammar.facts.criteria.days;
  const told = records.map((record) => ({
    record,
    fresh: LADDER.indexOf(standing(record.checked, limit, record.story_date ?? today)),
    wait: record.weeks ?? NO_WAIT_KNOWN,
    name: nameOf(record),
  }));
  told.sort((a, b) => a.fresh - b.fresh || a.wait - b.wait || byCharacter(a.name, b.name) || byCharacter(a.record.id, b.record.id));
  return new Map(told.map(({ record }, rank) => [record, { rank, taking: taking(record, grammar) }]));
}

/** Whether a service is for one group only, and nobody was asked whether the person is one of them. */
function forSome({ criterion, state }) {
  return criterion === "only" && state === NOT_ASKED;
}

/** Sorts by the group shown, open before unknown before closed, made for the need itself, for anybody, then rank. */
export function inOrder(matches, { needs }, { ranks }, shown) {
  const sought = new Set(needs);
  const key = ({ service, outcome, reasons }) => {
    const { rank, taking: open } = ranks.get(service);
    const made = (service.needs ?? []).some((need) => sought.has(need)) ? 0 : 1;
    const some = reasons.some(forSome) ? 1 : 0;
    return (((shown[outcome] * 3 + open) * 2 + made) * 2 + some) * ranks.size + rank;
  };
  const keyed = matches.map((match) => ({ match, at: key(match) }));
  return keyed.sort((a, b) => a.at - b.at).map(({ match }) => match);
}
