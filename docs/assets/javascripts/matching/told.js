/** What has been told of a person, looked up by code: the twin of `rightdoor.matching.told`. */

import { chainOf, own } from "./table.js";

/** "yes", "no" or hours ago; null where nobody was asked. */
function said(code, { flags, people, needs }) {
  const flag = own(flags, code);
  if (flag !== undefined) return flag;
  const is = own(people, code);
  if (is !== undefined) return is ? "yes" : "no";
  return needs.includes(code) ? "yes" : null;
}

/** What was answered about a reason; where nothing was, its opposite speaks. */
function flagOf(code, answers, reasons) {
  const told = said(code, answers);
  const reason = own(reasons, code);
  if (told !== null || !reason) return told;
  const opposite = said(reason.opposite ?? "", answers);
  return opposite === null ? null : opposite === "no" ? "yes" : "no";
}

/** Whether a chosen need, or one that it lies within, says that the person is one of a group. */
function needTells(group, chosen, { groups, needs }) {
  const tells = own(groups, group)?.told_by ?? [];
  return chosen.some((need) => (own(needs, need) ?? [need]).some((wider) => tells.includes(wider)));
}

/** Whether a person is one of a group; being of a narrower one is being of the wider one. */
function isOf(group, { people, flags, needs }, grammar) {
  const { groups } = grammar;
  if (Object.keys(people).some((each) => people[each] && chainOf(groups, each).includes(group))) return true;
  const is = own(people, group);
  const flag = own(flags, group);
  if (is === undefined && flag !== undefined) return flag !== "no";
  return is ?? (needTells(group, needs, grammar) || null);
}

function remembered(read) {
  const known = new Map();
  return (code) => {
    if (!known.has(code)) known.set(code, read(code));
    return known.get(code);
  };
}

/**
 * Reads answers against the grammar; each code is looked up once, however many services ask about it.
 *
 * @param {object} answers as `answersFrom` gives them @param {object} grammar
 * @returns {{answers: object, flag: (code: string) => "yes" | "no" | number | null, is: (group: string) => boolean | null,
 *   reasons: string[]}} `reasons`: those about which something was told other than by a need
 */
export function toldBy(answers, grammar) {
  const { reasons } = grammar;
  const asPeople = Object.keys(answers.people).filter((each) => own(reasons, each) && own(answers.flags, each) === undefined);
  return {
    answers,
    flag: remembered((code) => flagOf(code, answers, reasons)),
    is: remembered((group) => isOf(group, answers, grammar)),
    reasons: [...Object.keys(answers.flags), ...asPeople],
  };
}
