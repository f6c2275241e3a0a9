/** What comes before every result: crisis help, and the team that sees the person already. */

import { match, relevant } from "./match.js";
import { NOT_MET } from "./operators.js";
import { own } from "./table.js";
import { toldBy } from "./told.js";

/** The kinds of team that somebody who is under secondary care is usually with; which one goes by age. */
const TEAMS = Object.freeze(["cmht", "older-adult-mh", "camhs"]);

/** Whether a flag that was not answered no, or a chosen need, is one that calls for crisis help first. */
export function speaksOfCrisis({ flags, needs }, { grammar }) {
  const told = Object.keys(flags).filter((code) => flags[code] !== "no");
  return told.some((code) => own(grammar.reasons, code)?.crisis) || needs.some((need) => grammar.crisis_needs.includes(need));
}

/** @returns {string | null} where to ask before anywhere else: the team that sees the person already, where one does */
export function askFirst(answers, { grammar }) {
  return toldBy(answers, grammar).flag("under-secondary-care") === "yes" ? grammar.sentences.ask_first : null;
}

/** @returns {object[]} the teams of the answered places that may be the one: those that do not say the age is another's */
export function teamsFirst(answers, world) {
  const teams = relevant(world, { ...answers, needs: [] }).filter(({ type }) => TEAMS.includes(type));
  const isOther = ({ criterion, state }) => criterion === "age" && state === NOT_MET;
  return teams.filter((team) => !match(team, answers, world).reasons.some(isOther));
}
