/** When each part of an entry was checked, how, and how that stands: the twin of `rightdoor.pages.checked_rows`. */

import { dateWords } from "../common/dates.js";
import { COPIED, standing } from "../common/freshness.js";
import { own } from "../matching/table.js";
import { isDay, labelOf, listOf } from "./words.js";

const GROUPS = Object.freeze(["criteria", "referral", "waits", "contact", "hours", "other"]);
const FINE = Object.freeze(["current", "due"]);
const NEVER = "Never checked";
const ASK = "Ask before relying on it.";

/** What stands for a field of which nobody has said anything. */
const SILENT = Object.freeze({ intake: "unknown", interpreters: "unknown" });

/** How the parts of one entry stand on a day. */
export class Checks {
  constructor(data, words, { id, today }) {
    Object.assign(this, { data, words, today, checked: data.checked ?? {} });
    this.groups = words.crisis.includes(id) ? ["crisis", ...GROUPS] : GROUPS;
  }

  /** How one part stands: its rung, how and when it was checked, and when it is due again. */
  of(group) {
    const { how = "never", on, by } = own(this.checked, group) ?? this.checked;
    if (how === "never" || !isDay(on)) return { standing: "never", how, by };
    const limit = this.words.limits[group];
    const due = new Date(Date.parse(`${on}T00:00:00Z`) + limit * 86_400_000).toISOString().slice(0, 10);
    return { standing: standing({ how, on }, limit, this.today), how, on, by, due };
  }

  isSaid(group) {
    const fields = this.words.covers[group];
    const rules = [this.data, ...Object.values(this.data.by_area ?? {})];
    return !fields.length || rules.some((each) => fields.some((field) => says(each[field], field)));
  }

  /** A row for each part of the entry; where it says nothing there is nothing to be checked. */
  rows() {
    return this.groups.map((group) => {
      const label = labelOf(this.words, "fact_groups", group);
      if (!this.isSaid(group)) return { label, how: "", standing: "unknown", words: "Nothing known", marks: {} };
      const stands = this.of(group);
      return { label, how: this.howWords(stands), by: stands.by, due: stands.due, ...aged(stands, standingWords(stands)) };
    });
  }

  /** "Confirmed by phone, 1 November 2026", "Copied from another directory on …". */
  howWords({ standing: rung, how, on }) {
    if (rung === "never") return NEVER;
    if (how === COPIED) return `Copied from another directory on ${dateWords(on)}, not confirmed with the service`;
    if (how === "published-page") return `Read on the service's page, ${dateWords(on)}`;
    return `${labelOf(this.words, "checked_how", how)}, ${dateWords(on)}`;
  }

  /** What to say beside a part that should not simply be believed. */
  warning(group) {
    const stands = this.of(group);
    return aged(stands, this.warningWords(stands));
  }

  warningWords(stands) {
    const { standing: rung, how, on, due } = stands;
    if (FINE.includes(rung)) return "";
    if (rung === "never") return `Nobody has confirmed this with the service. ${ASK}`;
    if (how === COPIED) return `${this.howWords(stands)}. ${ASK}`;
    const last = how === "published-page" ? "read on the service's page" : "last confirmed";
    const when = `this was ${last} on ${dateWords(on)} and was due again on ${dateWords(due)}.`;
    return rung === "overdue" ? `Overdue: ${when} ${ASK}` : `Not confirmed: ${when} Do not rely on it.`;
  }

  /** The words that stand after a fact that nobody has confirmed for a long time. */
  lately(group) {
    const stands = this.of(group);
    return aged(stands, FINE.includes(stands.standing) ? "" : ", not confirmed lately");
  }

  /** How far a crisis service's details were checked: one quiet sentence that keeps nobody from calling. */
  calm() {
    const stands = this.of(this.groups[0]);
    const believed = stands.standing !== "not-confirmed" && stands.standing !== "never";
    return aged(stands, `${believed ? this.howWords(stands) : "Details not confirmed with the service"}.`);
  }
}

function aged({ standing: rung }, said) {
  return { words: said, standing: rung, marks: { "data-standing": rung, ...(said ? {} : { hidden: "" }) } };
}

function standingWords({ standing: rung, how, due }) {
  if (rung === "never") return NEVER;
  if (how === COPIED) return "Not confirmed with the service";
  const said = {
    current: "Good until",
    due: "Due again since",
    overdue: "Overdue since",
    "not-confirmed": "Not confirmed: overdue since",
  };
  return `${said[rung]} ${dateWords(due)}`;
}

/** Whether a value says anything: what is empty all through does not. */
function says(value, field) {
  if (value === undefined || value === null || value === "" || value === false || value === SILENT[field]) return false;
  if (typeof value !== "object") return true;
  return Array.isArray(value) ? listOf(value).length > 0 : Object.entries(value).some(([name, each]) => says(each, name));
}
