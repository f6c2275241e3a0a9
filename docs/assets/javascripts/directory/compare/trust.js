/** How far to believe each service's entry today: how and when each part was checked. */

import { dateWords } from "../../common/dates.js";
import { standing } from "../../common/freshness.js";
import { isUrgent } from "../urgent.js";
import { row, said } from "./cells.js";

const PARTS = Object.freeze([
  ["criteria", "checked", "Whom it takes"],
  ["referral", "referral_checked", "The way in"],
  ["waits", "waits_checked", "Waits"],
  ["contact", "contact_checked", "Contact"],
]);
const NOT_FRESH = Object.freeze({
  due: { text: "Due to be checked again.", as: "small" },
  overdue: { text: "Overdue for a check: ask before relying on it.", as: "warn" },
  "not-confirmed": { text: "Not confirmed lately: do not rely on it.", as: "warn" },
  never: { text: "Never checked with the service: ask before relying on it.", as: "warn" },
});
const CALM = Object.freeze({ text: "Details not confirmed with the service.", as: "small" });

/** How a part of an entry was checked, and how that stands on the day that counts for the service. */
function stands(service, [code, key], { grammar, today }) {
  const check = service[key] ?? service.checked ?? { how: "never" };
  return { check, how: standing(check, grammar.facts[code].days, service.story_date ?? today) };
}

/** Doubt about a number must not keep somebody who may be in danger from calling it. */
function doubt(service, how, world) {
  const line = NOT_FRESH[how] ?? null;
  return line?.as === "warn" && isUrgent(service, world) ? CALM : line;
}

/**
 * @param {string} part "criteria", "referral", "waits" or "contact"
 * @returns {import("./cells.js").Line | null} what keeps this part of an entry from being believed as it stands
 */
export function doubtOf(service, part, world) {
  const line = doubt(service, stands(service, PARTS.find(([code]) => code === part), world).how, world);
  return line?.as === "warn" ? line : null;
}

/** Only what the service itself said is called confirmed. */
function howWords({ how, on }, { grammar: { labels } }) {
  if (how === "other-directory") return `Copied from another directory on ${dateWords(on)}, not confirmed with the service`;
  return `${how === "published-page" ? "Read on the service’s page" : (labels.checked?.[how] ?? how)}, ${dateWords(on)}`;
}

function checkCell(service, part, world) {
  const { check, how } = stands(service, part, world);
  if (how === "never") return { ...said(doubt(service, how, world)), known: false };
  return said(howWords(check, world), doubt(service, how, world));
}

/** @param {object[]} services records @param {object} world @returns {import("./cells.js").Row[]} */
export function trustRows(services, world) {
  return PARTS.map((part) => row(`checked-${part[0]}`, part[2], services.map((service) => checkCell(service, part, world))));
}
