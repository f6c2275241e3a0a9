/** What an area's rules say that the general ones do not: the last part of `rightdoor.pages.service_values`, in its own module. */

import { reasons, takes } from "./criteria.js";
import { hoursWords } from "./hours.js";
import { offerOf } from "./offer.js";
import { areaLink } from "./pieces.js";
import { routeRows } from "./referral.js";
import { labelOf, listOf, waitsOf, waitWords, weeksWords } from "./words.js";

const UNKNOWN = "Not known: nobody has said.";

/** @returns {{area: object, rows: string[][]}[]} for each area where rules differ, labels and words */
export function differences(data, words) {
  const usual = new Set(saidOf(data, words).map(String));
  const areas = Object.keys(data.by_area ?? {}).sort();
  return areas.map((area) => {
    const rows = saidOf(merged(data, data.by_area[area]), words).filter((row) => !usual.has(String(row)));
    return { area: areaLink(area, words), rows };
  });
}

/** The entry as it stands in one area: each field named there replaces the usual one, criteria one by one. */
function merged(data, difference) {
  const both = data.criteria && difference.criteria;
  return { ...data, ...difference, ...(both ? { criteria: { ...data.criteria, ...difference.criteria } } : {}) };
}

function saidOf(data, words) {
  const criteria = data.criteria ?? {};
  const named = (label, rows) => rows.map((each) => [label, each.words || each.text]);
  const routes = routeRows(data.referral ?? {}, words);
  return [
    ["Taking referrals", labelOf(words, "intake", data.intake ?? "unknown")],
    ...takes(criteria, words).map((each) => [each.label, each.words || each.text || UNKNOWN]),
    ...named("Check first", reasons(criteria.check_first, words)),
    ...named("Does not take", reasons(criteria.does_not_take, words)),
    ...routes.map((row) => ["How to refer", [`${row.who}:`, row.how, row.phone, row.email].filter(Boolean).join(" ")]),
    ...saidOfOffer(data, words),
  ];
}

/** Waits, contact, hours and what is offered, as labels and words. */
function saidOfOffer(data, words) {
  const { phone, text, email, website } = data.contact ?? {};
  const offer = offerOf(data, words);
  const waits = waitsOf(data).map((each) => `${weeksWords(each.weeks)} from ${waitWords(each, words)}`);
  const found = [
    ...waits.map((each) => ["Wait", each]),
    ...Object.entries({ Phone: phone, Text: text, Email: email, Website: website }),
    ...hoursWords(data.hours, words).map((each) => ["Open", each]),
    ...Object.entries({ Therapies: offer.therapies, "How it is given": offer.delivery, Access: offer.access }).map(
      ([label, each]) => [label, each.join(", ")],
    ),
    ...Object.entries({ Sessions: offer.sessions, Cost: offer.cost, Languages: offer.spoken, Interpreters: offer.interpreters }),
    ...listOf(data.locations).map(({ name }) => ["Where", name]),
    ["Note", data.note],
  ];
  return found.filter(([, each]) => each);
}
