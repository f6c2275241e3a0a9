/** What is wrong with an entry, before it is sent: the grammar, then the rules between its fields. */

import { refusedIn } from "./characters.js";
import { urlsNotSafe } from "./checks/addresses.js";
import { byNotARole, needsCoveredByNoCheck, neverChecked, neverWithADay } from "./checks/checked.js";
import { contactsInProse, emailsNotValid, personalContacts } from "./checks/contacts.js";
import { futureDates, impossibleDates } from "./checks/dates.js";
import { hoursNotReadable } from "./checks/hours.js";
import { disprovedNumbers, madeUpDetails } from "./checks/ledger.js";
import { areaNotStated } from "./checks/listing.js";
import { phonesNotSpaced, phonesNotValid } from "./checks/phones.js";
import { confidentialAddresses, discreetAddress, noWayIn, postcodesNotFormed } from "./checks/places.js";
import { curlyQuotes, wording } from "./checks/prose.js";
import { ages, sessions, severities, times } from "./checks/ranges.js";
import { idsUsedAgain, missingReferences, realNamesFictional } from "./checks/references.js";
import { registeredNumbers } from "./checks/registered.js";
import { rowsContradict } from "./checks/rows.js";
import { judgeGrammar } from "./grammar.js";
import { idOf } from "./names.js";
import { hidden } from "./refusals.js";
import { sound } from "./sound.js";

/**
 * The checks of the pull request that look at one entry, and at what the site knows of the others. What stays with the
 * pull request, and why, is in `tests/entry/only_the_pull_request.py`.
 */
const CHECKS = [
  ages, severities, times, sessions, rowsContradict, phonesNotValid, phonesNotSpaced, emailsNotValid, personalContacts,
  contactsInProse, byNotARole, curlyQuotes, registeredNumbers, postcodesNotFormed, hoursNotReadable, urlsNotSafe,
  impossibleDates, confidentialAddresses, discreetAddress, noWayIn, neverChecked, neverWithADay, needsCoveredByNoCheck,
  wording, missingReferences, idsUsedAgain, realNamesFictional, madeUpDetails, disprovedNumbers, futureDates,
  areaNotStated,
];
/** A detail that is no detail, or is a person's own, has to go, whether or not it is made up. */
const BASIC = ["phone-not-valid", "personal-contact", "email-not-valid", "url-not-safe"];

/**
 * @typedef {Object} Problem
 * @property {(string | number)[]} path of the value, or of the field, that is at fault; a missing field has one too
 * @property {string} code of the check, as on its page @property {"error" | "warning"} level
 * @property {string} message what was found @property {string} tip what to type or do; may be empty
 * @property {boolean} [field] whether the name of the field is at fault and not its value
 * @property {boolean} [missing] whether the field is not there
 */

/**
 * @param {Object} data exactly what the file would hold
 * @param {Object} world what the site knows: `data/form.json`
 * @param {string} today such as "2026-11-23"
 * @param {{kind?: string, id?: string, folder?: string}} [told] of a service its id and the folder it is to stand in
 * @returns {Problem[]} errors first
 */
export function judge(data, world, today, { kind = "service", id = idOf(String(data.name ?? "")), folder } = {}) {
  const broken = [...hiddenIn(data, []), ...judgeGrammar(data, kind)].map((each) => ({ level: "error", ...each }));
  const entry = { kind, id, folder, world, today, data: broken.length ? sound(data, broken) : data };
  const problems = [...broken, ...withoutConsequences(CHECKS.flatMap((check) => check(entry)))];
  return problems.sort((one, other) => Number(other.level === "error") - Number(one.level === "error"));
}

/** Characters that the strict reader would refuse, wherever they stand. */
function hiddenIn(value, path) {
  if (typeof value === "string") return refusedIn(value).map((each) => ({ path, ...hidden("value", each) }));
  if (value === null || typeof value !== "object") return [];
  const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return steps.flatMap(([step, each]) => hiddenIn(each, [...path, step]));
}

/** One cause, one message: that a detail is made up is not said where the detail is none. */
function withoutConsequences(problems) {
  const basic = new Set(problems.filter((each) => BASIC.includes(each.code)).map((each) => JSON.stringify(each.path)));
  return problems.filter((each) => each.code !== "made-up-detail" || !basic.has(JSON.stringify(each.path)));
}
