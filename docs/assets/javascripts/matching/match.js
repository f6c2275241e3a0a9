/**
 * What a service's published criteria come to for one person, and the services of a world in the order shown: the twin
 * of `rightdoor.matching.match`. Codes only; `explain` says them.
 */

import { mayServe, placesOf } from "./area.js";
import { judge } from "./judge.js";
import { inOrder } from "./order.js";
import { CHECK, MET, NOT_ASKED, NOT_MET, UNKNOWN_SERVICE } from "./operators.js";
import { prepared } from "./prepared.js";
import { own } from "./table.js";
import { toldBy } from "./told.js";

export const MEETS = "meets_published_criteria";
export const FITS = "fits_so_far";
export const CHECK_FIRST = "check_first";
export const DOES_NOT_FIT = "does_not_fit";

/** Best first. */
const OUTCOMES = Object.freeze([MEETS, FITS, CHECK_FIRST, DOES_NOT_FIT]);

/**
 * The groups in which outcomes are shown. To meet every criterion and to fit so far are one: whoever publishes fewer
 * criteria meets them sooner, and is no better a place for that.
 */
export const SHOWN = Object.freeze({ [MEETS]: 0, [FITS]: 0, [CHECK_FIRST]: 1, [DOES_NOT_FIT]: 2 });

/** The one table that combines the states of all criteria: the outcome is the worst that any of them leads to. */
const LEADS_TO = Object.freeze({ [MET]: 0, [NOT_ASKED]: 1, [CHECK]: 2, [UNKNOWN_SERVICE]: 2, [NOT_MET]: 3 });

export function outcomeOf(reasons) {
  let worst = reasons.length ? 0 : 1;
  for (const { state } of reasons) worst = Math.max(worst, LEADS_TO[state]);
  return OUTCOMES[worst];
}

function readied(record, world) {
  if (!world.ready.has(record)) world.ready.set(record, prepared(record, world));
  return world.ready.get(record);
}

function matched(service, told, world) {
  const ready = readied(service, world);
  const reasons = judge(ready, told, world);
  return { service, outcome: outcomeOf(reasons), reasons, flags: ready.flags };
}

/**
 * The match of one service as it stands, relevant or not.
 *
 * @param {object} service its record, under the rules that hold where the person is: `world.find(id)`
 * @param {object} answers @param {object} world
 * @returns {{service: object, outcome: string, reasons: object[], flags: string[]}}
 */
export function match(service, answers, world) {
  return matched(service, toldBy(answers, world.grammar), world);
}

/**
 * The services that are about what was asked, where it was asked: best group first, then open, then made for the need,
 * then those not for one group only, then fresh, then the shorter wait, then by name.
 *
 * @param {object} world @param {object} answers
 * @param {(record: object) => boolean} among narrows the list, such as to one kind of service
 */
export function matchAll(world, answers, among = () => true) {
  const told = toldBy(answers, world.grammar);
  const found = relevant(world, answers).filter(among);
  return inOrder(found.map((service) => matched(service, told, world)), answers, world, SHOWN);
}

/**
 * Services for one of the needs (or a broader one) that may serve an answered area. A need is relevance, not a
 * criterion: a service for something else is not listed as one that does not take.
 */
export function relevant(world, answers) {
  const needs = new Set(answers.needs.flatMap((need) => own(world.grammar.needs, need) ?? [need]));
  const places = placesOf(answers, world);
  const about = (record) => !needs.size || (record.needs ?? []).some((need) => needs.has(need));
  const near = (record) => !places.size || mayServe(record, places);
  return [...world.services.values()].filter((record) => record.status !== "defunct" && about(record) && near(record));
}
