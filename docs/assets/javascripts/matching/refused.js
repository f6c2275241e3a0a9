/**
 * For somebody whom a service has not taken: whether the service publishes that reason, where it says to go instead, and
 * what takes the person. Codes and records; `refused_said.js` says them.
 */

import { mayServe, placesOf } from "./area.js";
import { CHECK_FIRST, DOES_NOT_FIT, match, matchAll } from "./match.js";
import { CHECK, MET, NOT_ASKED, NOT_MET, UNKNOWN_SERVICE } from "./operators.js";
import { takesReferrals } from "./order.js";
import { publishes, reasonsOf, refusalOf, toldByRefusal } from "./refusal.js";
import { own } from "./table.js";

/** The service publishes it; publishes to check first; publishes the contrary; has not said; it is about the referral. */
export const PUBLISHED = "published";
const DEPENDS = "depends";
export const CONTRADICTS = "contradicts";
export const NOT_PUBLISHED = "not_published";
export const OF_THE_REFERRAL = "of_the_referral";
export const NO_REASON = "no_reason";

const STANDINGS = Object.freeze([
  [NOT_MET, PUBLISHED],
  [CHECK, DEPENDS],
  [MET, CONTRADICTS],
  [UNKNOWN_SERVICE, NOT_PUBLISHED],
]);

/** The reasons of a match that a refusal is about. A rule that asks for what nobody answered still is the one meant. */
function concerned(refusal, reasons) {
  if (refusal.criterion !== "does_not_take") return reasons.filter(({ criterion }) => criterion === refusal.criterion);
  if (refusal.rows) return reasons.filter(({ code, place }) => refusal.rows.includes(code) && place.length);
  return reasons.filter(({ code, state }) => (refusal.flags ?? []).includes(code) && state !== NOT_ASKED);
}

/** Where only rows of the service speak of it: what each list makes of it. */
function byRows({ rows = [] }, { criteria = {} }) {
  const holds = (name) => (criteria[name] ?? []).some(({ r }) => rows.includes(r));
  return holds("not") ? PUBLISHED : holds("first") ? DEPENDS : holds("despite") ? CONTRADICTS : NOT_PUBLISHED;
}

/** A limit that was stated, but not on the side that was given as the reason, is the contrary of it. */
function byReasons(refusal, found, service, world) {
  const asked = STANDINGS.find(([state]) => found.some((reason) => reason.state === state));
  if (asked) return asked[1];
  if (publishes(refusal, service, world)) return PUBLISHED;
  return found.some(({ place }) => place.length) && refusal.beyond ? CONTRADICTS : NOT_PUBLISHED;
}

function byIntake({ intake = "unknown" }, { grammar }) {
  return { true: CONTRADICTS, false: PUBLISHED, null: NOT_PUBLISHED }[takesReferrals(intake, grammar)];
}

/** How the reason that was given stands to what the service publishes. */
function standingOf(refusal, found, service, world) {
  if (!refusal.criterion) return NO_REASON;
  if (refusal.criterion === "referral") return OF_THE_REFERRAL;
  if (refusal.criterion === "intake") return byIntake(service, world);
  if (refusal.rows) return byRows(refusal, service);
  return byReasons(refusal, found, service, world);
}

/** A service for this person: refused only where every answer that they may have given is refused. */
function matchFor(record, told, world) {
  const each = told.each.map((answers) => match(record, answers, world));
  return each.every(({ outcome }) => outcome === DOES_NOT_FIT) ? each[0] : match(record, told.answers, world);
}

/** Where the refusing service itself, its gate and the area point, nearest first; each place once. */
function pointers(service, found, refusal, world) {
  const rows = (service.criteria?.not ?? []).concat(service.criteria?.first ?? []).filter(({ r }) => reasonsOf(refusal).includes(r));
  const named = [...found, ...rows].flatMap(({ to = [] }) => to);
  const listed = (ids, why) => ids.filter(Boolean).map((id) => ({ id, why }));
  const ways = [...listed([service.via], "way_in"), ...listed([world.frontDoor?.id], "front_door")];
  const all = [...listed(named, "named"), ...listed(service.declined ?? [], "declined"), ...ways];
  return all.filter(({ id }, at) => id !== service.id && all.findIndex((each) => each.id === id) === at);
}

/** Whoever is told "wrong area" may belong elsewhere: the services named for it are judged as if nobody had said where. */
function anywhere({ answers, each }) {
  const nowhere = (told) => ({ ...told, areas: {} });
  return { answers: nowhere(answers), each: each.map(nowhere) };
}

/** The places pointed to that serve where the person is and may take them; the ones that refuse are no way on. */
function bridgesOf(service, found, refusal, heard, world) {
  const told = refusal.criterion === "area" ? anywhere(heard) : heard;
  const places = placesOf(told.answers, world);
  return pointers(service, found, refusal, world)
    .map(({ id, why }) => ({ why, record: world.find(id) }))
    .filter(({ record }) => record && record.status !== "defunct" && (!places.size || mayServe(record, places)))
    .map(({ why, record }) => ({ why, match: matchFor(record, told, world) }))
    .filter(({ match: { outcome } }) => outcome !== DOES_NOT_FIT);
}

/**
 * Whether a service helps with anything that the refusing one helps with: asked where nobody has said what for. Crisis help
 * is shown to everybody and needs no place among them.
 */
function alike(service, { grammar, crisis }) {
  const wider = new Set((service.needs ?? []).flatMap((need) => own(grammar.needs, need) ?? [need]));
  const apart = new Set(crisis.map(({ id }) => id));
  return ({ id, needs = [] }) => !apart.has(id) && needs.some((need) => wider.has(need));
}

/** What else may take the person, and what does not, in the order of all results. */
function othersOf(service, told, bridges, world) {
  const shown = new Set([service.id, ...bridges.map((each) => each.match.service.id)]);
  const near = told.answers.needs.length ? () => true : alike(service, world);
  const found = matchAll(world, told.answers, (record) => !shown.has(record.id) && near(record));
  const refused = (each) => (each.outcome !== DOES_NOT_FIT && told.each[0] !== told.answers ? matchFor(each.service, told, world) : each);
  const all = found.map(refused);
  const of = (outcomes) => all.filter(({ outcome }) => outcomes(outcome));
  return {
    fits: of((outcome) => outcome !== CHECK_FIRST && outcome !== DOES_NOT_FIT),
    check: of((outcome) => outcome === CHECK_FIRST),
    refuses: of((outcome) => outcome === DOES_NOT_FIT),
  };
}

/** A service for one thing only needs nobody to say what for. */
function withNeed(answers, { needs = [] }) {
  return answers.needs.length || needs.length !== 1 ? answers : { ...answers, needs: [...needs] };
}

/**
 * @param {{service: object, why: string}} refused the record of the service, and the code of its reason
 * @param {object} answers what is known of the person besides @param {object} world @param {object} refusals
 * @returns {object | null} `refusal`; `standing`; `reasons` of the service's own match that it is about, judged for
 *   `asked`; `bridges` ({why, match}); `others` ({fits, check, refuses}); `told.answers` for further asking; `crisis`
 */
export function refused({ service, why }, answers, world, refusals) {
  const refusal = refusalOf(why, refusals, world);
  if (!refusal) return null;
  const told = toldByRefusal(refusal, service, withNeed(answers, service), world);
  const [asked] = told.each;
  const found = concerned(refusal, match(service, asked, world).reasons);
  const bridges = bridgesOf(service, found, refusal, told, world);
  return {
    service,
    refusal,
    asked,
    told,
    standing: standingOf(refusal, found, service, world),
    reasons: found,
    bridges,
    others: othersOf(service, told, bridges, world),
    crisis: Boolean(refusal.crisis),
  };
}
