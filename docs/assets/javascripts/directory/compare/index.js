/** Two to four services side by side: the same rows for each, criteria first. Plain values; nothing is drawn here. */

import { concerns, explain } from "../../matching/explain.js";
import { DOES_NOT_FIT, match } from "../../matching/match.js";
import { CHECK, NOT_ASKED, NOT_MET, UNKNOWN_SERVICE } from "../../matching/operators.js";
import { reasonWords } from "../../matching/reasons.js";
import { row } from "./cells.js";
import { offerRows, referralRows } from "./offered.js";
import { reasonGroups } from "./stances.js";
import { takenRows } from "./taken.js";
import { trustRows } from "./trust.js";

const STANCES = Object.freeze({ meets_published_criteria: "takes", fits_so_far: "takes", check_first: "check", does_not_fit: "refuses" });
const DECIDING = Object.freeze([NOT_MET, CHECK, UNKNOWN_SERVICE]);
/** What nobody was asked about stands in rows of its own where it is a list; the limits are said with the outcome. */
const LISTS = new Set(["does_not_take", "recently", "check_first", "exclusions"]);

/** What one service comes to for the answers, and why: the matcher's sentences. The service's own words stand below. */
function outcomeCell(service, answers, world) {
  const found = match(service, answers, world);
  const { label, instead } = explain(found, answers, world);
  const said = (reason) => reasonWords(reason, service, answers, world);
  const because = DECIDING.flatMap((state) => found.reasons.filter((each) => each.state === state));
  const open = found.reasons.filter((each) => each.state === NOT_ASKED && !LISTS.has(each.criterion) && concerns(each, service, answers, world));
  const lines = [
    ...because.map((each) => ({ text: said(each) })),
    instead.length ? { text: "Refer instead:", as: "instead", to: instead } : null,
    ...(found.outcome === DOES_NOT_FIT ? [] : open.map((each) => ({ text: said(each), as: "small" }))),
  ];
  return { stance: STANCES[found.outcome], word: label, known: true, lines: lines.filter(Boolean) };
}

/**
 * @param {object[]} services the records, in the order chosen
 * @param {object | null} answers of a person; null where none are to be compared with
 * @param {object} world
 * @returns {import("./cells.js").Group[]}
 */
export function comparison(services, answers, world) {
  const outcome = answers && row("outcome", "Outcome", services.map((service) => outcomeCell(service, answers, world)));
  return [
    ...(outcome ? [{ code: "answers", label: "For these answers", rows: [outcome] }] : []),
    { code: "takes", label: "Whom it takes", rows: takenRows(services, world) },
    ...reasonGroups(services, world),
    { code: "refer", label: "Referring", rows: referralRows(services, world) },
    { code: "offers", label: "What people get", rows: offerRows(services, world) },
    { code: "checked", label: "How and when it was checked", rows: trustRows(services, world) },
  ];
}
