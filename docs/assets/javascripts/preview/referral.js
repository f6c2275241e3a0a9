/** How a person reaches a service, as rows of words: the twin of `rightdoor.pages.referral_rows`. */

import { capital } from "../common/text.js";
import { spanWords } from "../matching/measure.js";
import { lowerFirst, whoWords } from "../matching/phrases.js";
import { own } from "../matching/table.js";
import { hoursWords } from "./hours.js";
import { safeHref } from "./pieces.js";
import { labelOf, listOf } from "./words.js";

function who(codes, words) {
  return capital(whoWords(listOf(codes), words));
}

/** @returns {object[]} a row for each way in; what nobody has said is missing */
export function routeRows(referral, words) {
  return listOf(referral.routes).map((route) => ({
    ...route,
    who: who(route.who, words),
    how: labelOf(words, "referral_how", route.how),
    url: safeHref(route.url, words),
    hours: hoursWords(route.hours || hoursOfGate(referral, route, words), words),
    response: route.response?.within ? responseWords(route.response, words) : "",
  }));
}

/** When the number of the gate is answered for the same people: the gate's own entry says it. */
function hoursOfGate({ via }, { phone, who: people }, words) {
  const numbers = (via && own(words.services, via)?.numbers) || [];
  return numbers.find((each) => each.phone === phone && each.who.some((one) => listOf(people).includes(one)))?.hours;
}

function responseWords({ to, within, word }, words) {
  const step = own(words.steps, to) ?? labelOf(words, "wait_steps", to);
  const said = `${capital(step)} within ${spanWords(within)}`;
  return word ? `${said} (the service calls this “${lowerFirst(labelOf(words, "urgency", word))}”)` : said;
}

/** @returns {object | null} whom a referrer may ask before referring */
export function adviceRow({ advice }, words) {
  return advice ? { ...advice, who: who(advice.who, words), hours: hoursWords(advice.hours, words) } : null;
}

/** @returns {{who: string, items: string[]}[]} what must come with a referral; ways that ask for the same are said together */
export function toSend({ routes }, words) {
  const wanted = new Map();
  for (const route of listOf(routes).filter((each) => listOf(each.send_with).length)) {
    const items = listOf(route.send_with).map((each) => itemWords(each, words));
    const key = JSON.stringify(items);
    const people = wanted.get(key)?.people ?? [];
    wanted.set(key, { items, people: [...people, ...listOf(route.who).filter((each) => !people.includes(each))] });
  }
  return [...wanted.values()].map(({ items, people }) => ({ who: who(people, words), items }));
}

function itemWords(item, words) {
  const label = labelOf(words, "referral_requires", typeof item === "string" ? item : item.what);
  return item.max_age ? `${label}, no more than ${spanWords(item.max_age)} old` : label;
}

/** @returns {string[]} what the person must do after the referral, and by when */
export function optIns({ routes }) {
  const spans = listOf(routes).map((route) => route.patient_must_opt_in?.within).filter(Boolean);
  return [...new Set(spans.map(spanWords))].map(
    (time) => `The person must then contact the service within ${time}. Tell them, or the referral may lapse.`,
  );
}
