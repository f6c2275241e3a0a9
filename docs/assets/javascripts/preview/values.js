/** Everything that the page of an entry says: the twin of `rightdoor.pages.service_values`, from the data of the entry. */

import { lowerFirst } from "../matching/phrases.js";
import { own } from "../matching/table.js";
import { differences } from "./by_area.js";
import { Checks } from "./checked.js";
import { beyond, grouped, reasons, refused, takes } from "./criteria.js";
import { offerOf } from "./offer.js";
import { organizationLink, safeHref, serviceLink, serviceLinks } from "./pieces.js";
import { adviceRow, optIns, routeRows, toSend } from "./referral.js";
import { waitRows } from "./waits.js";
import { inRow, labelOf, listOf, typedDate, waitsOf } from "./words.js";

const AT_ONCE = Object.freeze(["emergency", "crisis-line"]);
const CALLED = Object.freeze([...AT_ONCE, "helpline"]);

/**
 * @param {object} data of an entry, as its file holds it @param {object} words `data/form-words.json`
 * @param {{id: string, folder: string, today: string, organization?: string}} place where the entry stands, and the day
 * @returns {Record<string, any>} what the names of the template stand for
 */
export function valuesOf(data, words, place) {
  const service = serviceOf(data, words, place);
  const told = toldOn(service, words, place);
  const checks = new Checks(data, words, { ...place, today: told || place.today });
  const head = headOf(service, words, place);
  const said = { ...head, ...criteriaOf(service, words), ...referralOf(service, words, place), ...offerOf(service, words) };
  const whole = { service, told_on: told, ...said, ...trustOf(service, words, checks, head.urgent) };
  return { ...whole, differences: differences(data, words), left_out: leftOut(whole), ...around(service, words, place) };
}

/** The entry with what it may leave out: its name while it has none, and whether it is made up as its area is. */
function serviceOf(data, words, { folder }) {
  const { intake = "unknown", criteria = {}, referral = {}, contact = {}, languages = {} } = data;
  const fictional = Boolean(data.fictional || own(words.areas, folder)?.fictional);
  const spoken = { spoken: listOf(languages.spoken), interpreters: languages.interpreters ?? "unknown" };
  return { ...data, name: data.name || "No name yet", also_known_as: listOf(data.also_known_as), fictional, intake, criteria, referral, contact, languages: spoken };
}

/** The day on which a made-up service is told. */
function toldOn({ fictional, criteria }, words, { folder }) {
  const areas = fictional ? [...listOf(criteria.area?.areas), folder] : [];
  return areas.map((each) => own(words.areas, each)?.told_on).find(Boolean);
}

function headOf(service, words, { id, folder, organization }) {
  const type = own(words.types, service.type);
  const needs = listOf(service.needs).map((code) => own(words.needs, code)).filter(Boolean);
  const dangerous = folder === "national" && service.type === "helpline" && needs.some(({ crisis }) => crisis);
  const urgent = AT_ONCE.includes(service.type) || words.crisis.includes(id) || dangerous;
  const stopped = Boolean(service.status) && service.status !== "active";
  const closed = own(words.taking, service.intake) === false || stopped;
  return {
    kind: type?.label || service.type || "A kind of service that is not known yet",
    discreet: [type, ...needs].some((term) => term?.discreet),
    organization: organizationLink(service.organization, words, organization),
    status: stopped ? labelOf(words, "status", service.status) : "",
    intake: labelOf(words, "intake", service.intake),
    closed,
    urgent,
    referred: closed || isReferredTo(service, urgent),
  };
}

/** Whether to speak of referrals: not of what one simply calls, nor of a crisis service that has said nothing. */
function isReferredTo({ type, intake, referral }, urgent) {
  if (referral.via) return true;
  return !CALLED.includes(type) && (intake !== "unknown" || !urgent);
}

function criteriaOf({ criteria }, words) {
  return {
    takes: grouped(takes(criteria, words)),
    check_first: reasons(criteria.check_first, words),
    beyond: beyond(criteria, words),
    refused: refused(criteria, words),
  };
}

function referralOf(service, words, { id }) {
  const { referral } = service;
  const waits = waitsOf(service);
  const routes = listOf(referral.routes);
  return {
    gate: referral.via ? serviceLink(referral.via, words) : null,
    gate_for: serviceLinks(own(words.services, id)?.opens ?? [], words),
    advice: adviceRow(referral, words),
    to_send: toSend(referral, words),
    opt_ins: optIns(referral),
    if_declined: serviceLinks(listOf(referral.if_declined), words),
    routes: routeRows(referral, words),
    self_refer: routes.some(({ who }) => listOf(who).includes("self")),
    waits_on: waits.map(({ as_of: on }) => on).sort()[0],
    waits: waitRows(waits, words),
  };
}

function trustOf(service, words, checks, urgent) {
  const rows = checks.rows();
  const stated = waitsOf(service).length > 0;
  const warning = (group) => (urgent ? null : checks.warning(group));
  return {
    evidence: listOf(service.evidence).map((each) => evidenceRow(each, words)),
    checks: rows,
    never_checked: rows.every(({ standing }) => standing === "never" || standing === "unknown"),
    criteria_warning: warning("criteria"),
    waits_warning: stated ? warning("waits") : null,
    lately: stated && !urgent ? checks.lately("waits") : null,
    contact_warning: warning("contact"),
    calm: checks.calm(),
  };
}

function evidenceRow(each, words) {
  const covers = listOf(each.covers).map((code) => lowerFirst(labelOf(words, "fact_groups", code)));
  return { ...each, url: safeHref(each.url, words), covers: inRow(covers), dated: typedDate(each.dated) };
}

/** Sections in which there is nothing to say of a service that one simply calls: nobody refers or waits. */
function leftOut(said) {
  if (said.referred) return new Set();
  const told = {
    "check-first": [said.check_first],
    "before-you-refer": [said.advice ? [said.advice] : [], said.to_send, said.opt_ins, said.if_declined],
    "how-to-refer": [said.routes, said.gate_for],
    waits: [said.waits],
  };
  return new Set(Object.keys(told).filter((anchor) => told[anchor].every((rows) => !rows.length)));
}

/** The page of what to do after a refusal, in the area that the entry's page belongs to. */
function around({ criteria }, words, { id, folder }) {
  const areas = listOf(criteria.area?.areas);
  const home = folder === "national" && areas.length === 1 ? areas[0] : folder;
  return { if_refused: `refused/#${own(words.areas, home) ? `area=${home}&` : ""}refused=${id}` };
}
