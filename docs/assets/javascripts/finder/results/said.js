/**
 * What a card says of a match, as plain values in the order of telling: what stops a referral, what decides it, how long
 * it takes and how it is done, and how far all that can be believed. No DOM; the sentences are the engine's.
 */

import { dateWords } from "../../common/dates.js";
import { COPIED, standing } from "../../common/freshness.js";
import { isReferredTo, isUrgent } from "../../directory/urgent.js";
import { explain, inTheWay } from "../../matching/explain.js";
import { takesReferrals } from "../../matching/order.js";
import { lowerFirst } from "../../matching/phrases.js";
import { keyOf } from "./grouped.js";

const FINE = new Set(["current", "due"]);
const READ = "published-page";

/** What sort of flag it is: it stops a referral, is the only way in, is said in passing, or is about trust. */
function sortOf(flag, grammar) {
  const [kind, code] = flag.split(":");
  if (kind === "status" || (kind === "intake" && takesReferrals(code, grammar) === false)) return "stop";
  return { via: "gate", intake: "passing" }[kind] ?? "trust";
}

/** The flags of a match with their sentences; that a service is made up stands beside its name instead. */
function flagsOf(match, sentences, grammar) {
  const skipped = sentences.length - match.flags.length;
  return match.flags.map((flag, at) => ({ flag, sort: sortOf(flag, grammar), text: sentences[at + skipped] }));
}

/** On which day facts are to be judged: the made-up places have a day of their own and never age. */
function dayFor(service, world) {
  return service.story_date ?? world.today;
}

/** How a group of facts stands today; it has a check of its own only where that differs from the one of all. */
function stands(service, group, world) {
  const check = service[`${group}_checked`] ?? service.checked;
  return check ? standing(check, world.grammar.facts[group].days, dayFor(service, world)) : "never";
}

/** The waits with the day they were true, and whether that is too long ago; null is not known. */
function waitSaid(service, world) {
  return service.wait ? { line: service.wait, old: !FINE.has(stands(service, "waits", world)) } : null;
}

/** @returns {{label: string, text: string | null}[]} what a referrer needs next; null is not known */
function factsOf(service, world) {
  const { labels } = world.grammar;
  const how = (service.delivery ?? []).map((code, at) => (at ? lowerFirst : String)(labels.delivery[code] ?? code)).join(", ");
  return [
    // Where there is a gate there is no other way in.
    ...(service.via ? [] : [{ label: "Refer", text: service.refer ?? null }]),
    { label: "Cost", text: service.cost ? labels.cost[service.cost] ?? service.cost : null },
    { label: "How", text: how || null },
  ];
}

/** When and how the criteria were last checked, in one quiet sentence. */
function checkedSaid(service, world) {
  const { checked = {} } = service;
  const how = stands(service, "criteria", world);
  if (how === "never") return "Never confirmed with the service";
  const on = dateWords(checked.on);
  if (checked.how === COPIED) return `Copied from another directory on ${on}, not confirmed with the service`;
  const said = checked.how === READ ? `Read on the service’s page, ${on}` : `${world.grammar.labels.checked?.[checked.how] ?? "Confirmed"}, ${on}`;
  return how === "due" ? `${said}, due to be checked again` : said;
}

/** Doubts must not keep anybody in danger from calling, so they are one calm sentence there; of any other service each old group is named. */
function trustOf(service, flags, world) {
  const doubts = flags.filter(({ sort }) => sort === "trust").map(({ text }) => text);
  if (!doubts.length) return { doubtful: false, lines: [checkedSaid(service, world)] };
  if (isUrgent(service, world)) return { doubtful: false, lines: ["Details not confirmed with the service"] };
  return { doubtful: true, lines: doubts };
}

/** What decides the match, most telling first. */
function leadOf(key, said, reasons) {
  return key === "fits" ? said.make_sure : reasons.map(({ text }) => text);
}

/** Who offers it, unless its own name says so. */
function providerOf({ name, organization = "" }) {
  return name.includes(organization) ? "" : organization;
}

/**
 * @param {object} match @param {object} answers @param {object} world
 * @returns everything a card says before it is opened, and the engine's explanation for the rest
 */
export function cardSaid(match, answers, world) {
  const { service } = match;
  const { labels } = world.grammar;
  const said = explain(match, answers, world);
  const key = keyOf(match.outcome);
  const reasons = inTheWay(match, answers, world);
  const flags = flagsOf(match, said.flags, world.grammar);
  const place = service.criteria?.area?.say;
  return {
    id: service.id,
    name: service.name,
    madeUp: Boolean(service.fictional),
    kind: [labels.type[service.type] ?? service.type, providerOf(service), service.national && "national"].filter(Boolean).join(", "),
    place: place ? `People ${place}` : null,
    key,
    label: said.label,
    stops: flags.filter(({ sort }) => sort === "stop").map(({ text }) => text),
    gate: service.via ? { id: service.via, name: service.gate, text: flags.find(({ sort }) => sort === "gate")?.text } : null,
    passing: !isReferredTo(service, world) ? [] : flags.filter(({ sort }) => sort === "passing").map(({ text }) => text),
    lead: leadOf(key, said, reasons),
    reasons,
    notFor: said.also_not_for,
    instead: said.instead,
    wait: waitSaid(service, world),
    facts: key === "refuses" ? [] : factsOf(service, world),
    trust: trustOf(service, flags, world),
    explained: said,
  };
}
