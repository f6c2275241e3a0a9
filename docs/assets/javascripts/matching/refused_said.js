/** What is said to somebody whom a service has not taken, in the sentences of `schema/criteria.yaml`. */

import { serviceWords } from "./explain.js";
import { MET } from "./operators.js";
import { fill } from "./phrases.js";
import { reasonWords } from "./reasons.js";
import { CONTRADICTS, NO_REASON, NOT_PUBLISHED, OF_THE_REFERRAL, PUBLISHED } from "./refused.js";

/** The service's own words about what a reason rests on; they come after the facts and may not be there yet. */
function ownWords({ place: [list, at] }, words) {
  return at === undefined ? words.own?.[list] : words.own?.[list]?.[at];
}

/** What the entry says about the reason that was given, each with the service's own words. */
function rules({ service, reasons, asked }, world) {
  const words = world.words.get(service.id) ?? {};
  const telling = reasons.filter(({ state, place }) => place.length || state === MET);
  return telling.map((each) => ({ text: reasonWords(each, service, asked, world), own: ownWords(each, words) ?? "" }));
}

/** Texts of an entry as sentences after one another. */
function sentence(texts) {
  return texts.flat().map((text) => (text.endsWith(".") ? text : `${text}.`)).join(" ");
}

/** What the entry says of the way in, for a refusal that is about the referral itself. */
function ofTheReferral({ service, refusal: { covers = [] } }, world, sentences) {
  const words = world.words.get(service.id) ?? {};
  const [part] = covers;
  if (part === "via") return service.via ? [{ text: fill(sentences.gate, { service: serviceWords([service.via], world) }), own: "" }] : [];
  if (!words[part]?.length) return [];
  return [{ text: fill(sentences[part], { told: sentence(covers.map((each) => words[each] ?? [])) }), own: "" }];
}

/** How the reason stands to what the service publishes: the first line, and what its entry says. */
export function standingSaid(found, world, { sentences }) {
  const { standing, service, refusal } = found;
  const name = { service: service.name };
  if (standing === NO_REASON) return { line: "", rules: [] };
  if (standing === OF_THE_REFERRAL) return { line: sentences.about_the_referral, rules: ofTheReferral(found, world, sentences) };
  if (refusal.criterion === "intake") return { line: intakeLine(standing, name, sentences), rules: [] };
  const said = rules(found, world);
  const line = fill(sentences[standing], name);
  return standing === CONTRADICTS && !said.length ? { line: `${line} ${sentences.no_limit}`, rules: [] } : { line, rules: said };
}

function intakeLine(standing, name, sentences) {
  if (standing === PUBLISHED) return sentences.shut;
  return standing === CONTRADICTS ? sentences.open : fill(sentences.not_published, name);
}

/** The services that the refusing one itself names, in a question that asks it to refer on. */
function whereToGo({ bridges }, world, sentences) {
  const named = bridges.filter(({ why }) => why === "named" || why === "declined").map((each) => each.match.service.id);
  return named.length ? fill(sentences.ask_where_named, { services: serviceWords(named, world, "or") }) : sentences.ask_where;
}

/** What to ask about the reason: which criterion it is, what has changed, or what the reason itself calls for. */
function question({ standing, refusal }, sentences) {
  if (standing === NOT_PUBLISHED) return sentences.ask_criteria;
  if (standing === CONTRADICTS) return sentences.ask_contradiction;
  return refusal.say ?? "";
}

/**
 * What to say to the service, in two to four sentences that a patient or a GP can use; nothing in them is about anybody.
 *
 * @param {object} found what `refused` gave @param {object} world @param {object} refusals @returns {string[]}
 */
export function toSay(found, world, { sentences }) {
  const { standing, refusal } = found;
  const heard = standing === NO_REASON ? "" : fill(sentences.heard, { reason: refusal.label });
  const where = standing === OF_THE_REFERRAL ? "" : whereToGo(found, world, sentences);
  return [heard, question(found, sentences), where, sentences.ask_writing].filter(Boolean);
}

/** @returns {string} whom to phone before referring again; "" while the longer texts are not there */
export function adviceSaid({ service }, world, { sentences }) {
  const words = world.words.get(service.id);
  if (!words) return "";
  return words.advice ? fill(sentences.phone_first, { line: words.advice }) : fill(sentences.no_advice, { service: service.name });
}

/** @returns {string} why a place to go is named */
export function whyNamed({ why }, { service }, { sentences }) {
  return fill(sentences[why], { service: service.name });
}
