/**
 * What stands beside an outcome and never changes it: intake, a gate, facts that are old or were never confirmed. The
 * twin of `rightdoor.matching.flags`.
 */

import { dateWords } from "../common/dates.js";
import { COPIED, standing } from "../common/freshness.js";
import { takesReferrals } from "./order.js";
import { fill } from "./phrases.js";
import { own } from "./table.js";

/** The fact groups without which nobody should be referred. */
const DATED = ["criteria", "contact"];

/** The way of checking for which nobody asked the service: its page was read, and the words must say so. */
const READ = "published-page";

const NEVER = Object.freeze({ how: "never" });

/** The check that stands for a group: its own where it has one, else that of the criteria. */
function checkOf(record, group) {
  return record[`${group}_checked`] ?? record.checked ?? NEVER;
}

/** @returns {string[]} codes such as `intake:paused`, `via:<id>`, `stale:criteria` */
export function flagsOf(record, { grammar, today }) {
  const found = record.status && record.status !== "active" ? [`status:${record.status}`] : [];
  const intake = record.intake ?? "unknown";
  if (intake !== "open") found.push(`intake:${intake}`);
  if (record.via) found.push(`via:${record.via}`);
  for (const group of DATED) {
    const stands = standing(checkOf(record, group), grammar.facts[group].days, record.story_date ?? today);
    if (stands === "overdue") found.push(`overdue:${group}`);
    if (stands === "not-confirmed" || stands === "never") found.push(`stale:${group}`);
  }
  return found;
}

/** @returns {string} why a service takes nobody just now; "" where it does, or where nobody has said */
export function shutWords({ status, intake }, { grammar }) {
  if (status) return own(grammar.status, status) ?? status;
  return takesReferrals(intake, grammar) === false ? grammar.intake[intake].label : "";
}

/** When a group of facts was last confirmed, read or copied; "never" where nobody did so on a known day. */
function dated(kind, group, record, { flags, facts }) {
  const check = checkOf(record, group);
  const name = own(facts, group)?.label ?? group;
  if (!check.on || check.how === "never") return fill(flags.never, { group: name });
  const form = { [COPIED]: "copied", [READ]: `${kind}_page` }[check.how] ?? kind;
  return fill(flags[form], { group: name, date: dateWords(check.on) });
}

function sentence(kind, code, record, world) {
  const { flags, status, intake } = world.grammar;
  if (kind === "via") return fill(flags.via, { service: record.gate ?? world.find(code)?.name ?? code });
  if (kind === "status") return fill(flags.status, { status: own(status, code) ?? code });
  if (kind === "intake") {
    const takes = takesReferrals(code, world.grammar);
    const form = takes === null ? "intake_unknown" : takes ? "intake_open" : "intake_closed";
    return fill(flags[form], { intake: own(intake, code)?.label ?? code });
  }
  return dated(kind, code, record, world.grammar);
}

/** A sentence for every flag of a match, in their order; a made-up service says so first. */
export function flagWords({ service, flags }, world) {
  const said = flags.map((flag) => {
    const [kind, code] = flag.split(/:(.*)/s);
    return sentence(kind, code, service, world);
  });
  return service.fictional ? [world.grammar.flags.fictional, ...said] : said;
}
