/** How each service is reached, how long people wait, and what they get, as rows. */

import { capital } from "../../common/text.js";
import { lowerFirst } from "../../matching/phrases.js";
import { NOT_READ, row, said, silent } from "./cells.js";
import { doubtOf } from "./trust.js";

const YES_NO = Object.freeze({ yes: "Yes", no: "No" });

/** Taking referrals or not; a service that is shut says so loudly, and one of which nobody said is not open. */
function intakeCell({ status, intake }, grammar) {
  if (status) return said({ text: grammar.status[status] ?? status, as: "stop" });
  const { label, takes } = grammar.intake[intake] ?? {};
  if (!label || takes == null) return silent("Not known whether it takes referrals.");
  return said(takes ? label : { text: label, as: "stop" });
}

/** Each wait on a line of its own; the date stands at the end of the last. */
function waits(line) {
  return line.split(/, (?=about [0-9]|less than )/).map(capital);
}

/** The way in; a gate is the only one, and must not be missed. */
function referCell({ via, refer }) {
  if (via) return said({ text: "Only through", as: "warn", to: [via] });
  return refer ? said(...refer.split(/\. (?=Self-referral)/)) : silent();
}

/** Long texts are loaded after the facts: where they could not be, the row says that and not that nobody said. */
function textCell(texts, ...lines) {
  return texts ? said(...lines) : silent(NOT_READ);
}

function labelled(codes = [], labels = {}) {
  return said(codes.map((code) => labels[code] ?? code).join(", "));
}

/** @param {object[]} services records @param {object} world @returns {import("./cells.js").Row[]} */
export function referralRows(services, world) {
  const { grammar, words } = world;
  const each = (cell) => services.map((service) => cell(service, words.get(service.id)));
  const optional = (made) => (made.cells.some(({ known }) => known) ? [made] : []);
  return [
    row("intake", "Taking referrals", each((service) => intakeCell(service, grammar))),
    row("wait", "Wait", each((service) => (service.wait ? said(...waits(service.wait), doubtOf(service, "waits", world)) : silent()))),
    row("refer", "How to refer", each(referCell)),
    row("self", "People may refer themselves", each(({ self }) => (self ? said("Yes") : silent("Not stated.")))),
    row("send", "What to send", each((_, texts) => textCell(texts, ...(texts?.send ?? [])))),
    ...optional(row("opt-in", "What the person must do then", each((_, texts) => (texts?.opt_in ? said(texts.opt_in) : silent("Nothing stated."))))),
    row("advice", "Advice before referring", each((_, texts) => textCell(texts, texts?.advice))),
    row("declined", "If it declines", each(({ declined }) => (declined?.length ? said({ text: "", to: declined }) : silent("Nowhere is named.")))),
  ];
}

/** @param {object[]} services records @param {object} world @returns {import("./cells.js").Row[]} */
export function offerRows(services, { grammar, words }) {
  const each = (cell) => services.map((service) => cell(service, words.get(service.id)));
  const { labels } = grammar;
  return [
    row("cost", "Cost", each(({ cost }, texts) => said(cost && (labels.cost?.[cost] ?? cost), texts?.cost))),
    row("delivery", "How it is given", each(({ delivery = [] }) => said(capital(delivery.map((code) => lowerFirst(labels.delivery?.[code] ?? code)).join(", "))))),
    row("sessions", "Sessions", each((_, texts) => textCell(texts, texts?.sessions, texts?.after))),
    row("languages", "Languages", each(({ spoken }) => labelled(spoken, labels.languages))),
    row("interpreters", "Interpreters", each(({ interpreters }) => said(YES_NO[interpreters]))),
    row("access", "Access", each(({ access }) => labelled(access, labels.access))),
  ];
}
