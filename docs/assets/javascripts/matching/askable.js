/** What is still open in a list of matches: what may be asked about whom, and how many services wait for the answer. */

import { DOES_NOT_FIT } from "./match.js";
import { CHECK, NOT_ASKED, UNKNOWN_SERVICE } from "./operators.js";
import { own } from "./table.js";

/**
 * How much an answer tells, on average. A severity is somewhere on a scale; most people are none of the groups, and
 * most exclusions do not apply; somebody registered here mostly lives here. Only the order of questions rests on these.
 */
const TELLING = Object.freeze({ severity: 0.5, since: 0.5, people: 0.375, flag: 0.375, area: 0.2, route: 0.1 });

/** What should not stand on a screen that others see is asked last. */
const DISCREET = 0.1;

/** Questions of which there are many; of the others there is one, whoever asks it. */
const MANY = new Set(["flag", "people", "area"]);

/** @returns {string} one name for a question: "severity", "flag:psychosis", "area:home" */
export function keyOf({ kind, code, tie }) {
  return MANY.has(kind) ? `${kind}:${tie ?? code}` : kind;
}

/** A reason and its opposite are one question, asked the positive way round. */
function aboutPerson(code, { reasons }) {
  const opposite = code.startsWith("not-") ? own(reasons, code)?.opposite : undefined;
  const asked = opposite ?? code;
  return { kind: own(reasons, asked) ? "flag" : "people", code: asked };
}

/** The risks above what a service says it can support, of which it says nothing in its lists. */
function risksOf({ criteria = {} }, { risks, risky }) {
  const listed = new Set(["only", "not", "first", "despite"].flatMap((name) => criteria[name] ?? []).map(({ r }) => r));
  const held = risks.indexOf(criteria.risk);
  return risky.filter(([code, level]) => !listed.has(code) && risks.indexOf(level) > held).map(([code]) => ({ kind: "flag", code }));
}

/** The ties to a place that a service asks about. */
function tiesOf({ criteria }, { bases }) {
  const area = criteria?.area;
  return area ? bases[area.basis].ties.map((tie) => ({ kind: "area", tie })) : [];
}

/** What would settle one open reason of a match. */
function settling({ criterion, code, state }, service, grammar) {
  if (state !== NOT_ASKED) return state === CHECK && code ? [{ kind: "route" }] : [];
  if (criterion === "severity") return [{ kind: "severity" }];
  if (criterion === "time_since_event") return [{ kind: "since" }];
  if (criterion === "area") return tiesOf(service, grammar);
  if (criterion === "risk") return risksOf(service, grammar);
  return code ? [aboutPerson(code, grammar)] : [];
}

/** What would settle a reason, worked out once: the reasons of a match are the same ones at every key press. */
const settled = new WeakMap();

function questionsOf(reason, service, grammar) {
  if (!settled.has(reason)) settled.set(reason, settling(reason, service, grammar).map((question) => ({ key: keyOf(question), question })));
  return settled.get(reason);
}

function isAnswered({ kind, code, tie }, answers) {
  if (kind === "area") return own(answers.areas, tie) !== undefined;
  if (kind === "flag" || kind === "people") return own(answers.flags, code) !== undefined || own(answers.people, code) !== undefined;
  return answers[{ since: "since_event" }[kind] ?? kind] !== undefined;
}

function isDiscreet({ code }, { reasons, groups }) {
  return Boolean(own(reasons, code)?.discreet || own(groups, code)?.discreet);
}

/**
 * Where a question stands before its weight is looked at: what may be urgent, or tells most of where to go, has a place
 * of its own in the vocabulary `asking_order`; what is seldom worth asking comes last, and so does a group the person
 * may be one of, where the need is discreet.
 */
function placeOf({ kind, code = kind }, chosen, { asking, needs, addresses }) {
  const within = (some) => (need) => (own(needs, need) ?? [need]).some((wider) => some.includes(wider));
  const at = asking.findIndex((each) => each.code === code);
  const { needs: only, last_for: last } = asking[at] ?? {};
  // Who comes in fear is not asked first which group they belong to.
  if (kind === "people" && chosen.some((need) => own(addresses, need))) return asking.length + 1;
  if (last && chosen.length && chosen.every(within(last))) return asking.length + 1;
  return at >= 0 && (!only || chosen.some(within(only))) ? at : asking.length;
}

/**
 * The questions that matches leave open: those with a place of their own, then the one that most services wait for; those
 * refused wait for nothing.
 *
 * @param {object[]} matches @param {object} answers @param {object} world
 * @returns {{kind: string, code?: string, tie?: string, services: object[], weight: number, place: number}[]}
 */
export function openQuestions(matches, answers, { grammar }) {
  const found = new Map();
  for (const { service, outcome, reasons } of matches) {
    if (outcome === DOES_NOT_FIT) continue;
    const shut = reasons.some(({ state }) => state === CHECK || state === UNKNOWN_SERVICE);
    for (const reason of reasons) {
      // A check of a service that has to be checked for something else as well changes nothing.
      if (shut && reason.criterion === "check_first") continue;
      for (const { key, question } of questionsOf(reason, service, grammar)) {
        let open = found.get(key);
        if (!open) found.set(key, (open = { ...question, services: [] }));
        // Services come one after the other, so one that is in already is the last.
        if (open.services.at(-1) !== service) open.services.push(service);
      }
    }
  }
  const asked = [...found.values()].filter((question) => !isAnswered(question, answers));
  const weight = (question) => question.services.length * TELLING[question.kind] * (isDiscreet(question, grammar) ? DISCREET : 1);
  const weighed = asked.map((question) => ({ ...question, weight: weight(question), place: placeOf(question, answers.needs, grammar) }));
  return weighed.sort((a, b) => a.place - b.place || b.weight - a.weight || (keyOf(a) < keyOf(b) ? -1 : 1));
}
