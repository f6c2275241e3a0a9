/** Whom each service takes, as rows: ages, severity, area, group, time since a death, and the risk it says it can hold. */

import { capital } from "../../common/text.js";
import { instead, ownWords, row, said, silent } from "./cells.js";

const NONE_STATED = "None stated.";
const LIMITS = Object.freeze([
  ["age", "Age", "Any age"],
  ["severity", "How severe", "Problems of any severity"],
  ["area", "Where", ""],
]);

/** One limit in our words, then in the service's own; a stated "no limit" is known and is said. */
function limitCell(limit, own, unlimited) {
  if (!limit) return silent();
  const free = unlimited && limit.limit?.every((end) => end === null);
  const ours = free ? unlimited : capital(limit.say);
  return said(ours, ownWords(own, ours), instead(limit.to));
}

function onlyCell({ only = [] }, own, grammar) {
  if (!only.length) return silent(NONE_STATED);
  return said(
    ...only.flatMap((each, at) => {
      const ours = capital(grammar.groups[each.r]?.phrase ?? grammar.groups[each.r]?.label ?? each.r);
      return [ours, ownWords(own?.[at], ours), instead(each.to)];
    }),
  );
}

function riskCell({ risk }, grammar) {
  return risk && risk !== "none-stated" ? said(grammar.risk_labels[risk] ?? risk) : silent();
}

/**
 * @param {object[]} services records @param {object} world
 * @returns {import("./cells.js").Row[]} the same rows whatever is known; time only where any of the services counts it
 */
export function takenRows(services, { grammar, words }) {
  const each = (cell) => services.map((service) => cell(service.criteria ?? {}, words.get(service.id)?.own ?? {}));
  const limits = LIMITS.map(([code, label, unlimited]) => row(code, label, each((criteria, own) => limitCell(criteria[code], own[code], unlimited))));
  const time = row("time", "Time since the death or other event", each(({ time: limit }, own) => (limit ? limitCell(limit, own.time, "However long ago") : silent(NONE_STATED))));
  return [
    ...limits,
    row("only", "Only for", each((criteria, own) => onlyCell(criteria, own.only, grammar))),
    ...(time.cells.some(({ known }) => known) ? [time] : []),
    row("risk", "Risk it says it can hold, at most", each((criteria) => riskCell(criteria, grammar))),
  ];
}
