/** What comes before every result: crisis help, and the team that sees the person already. */

import { own } from "./table.js";
import { toldBy } from "./told.js";

/** Whether a flag that was not answered no, or a chosen need, is one that calls for crisis help first. */
export function speaksOfCrisis({ flags, needs }, { grammar }) {
  const told = Object.keys(flags).filter((code) => flags[code] !== "no");
  return told.some((code) => own(grammar.reasons, code)?.crisis) || needs.some((need) => grammar.crisis_needs.includes(need));
}

/** @returns {string | null} where to ask before anywhere else: the team that sees the person already, where one does */
export function askFirst(answers, { grammar }) {
  return toldBy(answers, grammar).flag("under-secondary-care") === "yes" ? grammar.sentences.ask_first : null;
}
