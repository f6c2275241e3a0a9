/**
 * What has been answered, as it stands in the address after the "#": codes only, never what was typed. A browser sends
 * that part to nobody, so a link can be shared without a server learning of a patient. What must not be seen there goes by a
 * neutral word, which only the directory's words can read again (`known.js`).
 *
 * @typedef {object} Filters
 * @property {string[]} language @property {string[]} cost @property {string[]} delivery @property {string[]} access
 * @property {boolean} self @property {boolean} open
 *
 * @typedef {object} State
 * @property {Record<string, string>} areas ids of areas by what ties the person to them: practice, home…
 * @property {string[]} needs @property {string} type @property {string} therapy a kind of service, a therapy that is named @property {string} age such as "34y" or "17y9m"
 * @property {string} severity @property {Record<string, string>} flags "yes", "no" or how long ago: "3w"
 * @property {string} since how long since the death or other event: "3m" @property {string} route
 * @property {Record<string, "yes" | "no">} people @property {Filters} filters @property {string[]} shortlist
 * @property {string} refused the service that refused @property {string} why the code of its reason
 */

import { neutral } from "./neutral.js";

/** The names of the ties to an area in the address. */
const TIES = Object.freeze({ area: "practice", home: "home", work: "work-or-study", cared: "cared-for", death: "where-death-occurred" });
const LISTS = Object.freeze({ lang: "language", cost: "cost", how: "delivery", access: "access" });
const SWITCHES = Object.freeze({ self: "self", open: "open" });

const CODE = /^[a-z0-9][a-z0-9-]{0,79}$/;
const AGE = /^(?:[0-9]{1,3}y)?(?:[0-9]{1,2}m)?$/;
const SPAN = /^[0-9]{1,4}[hdwmy]$/;

/** Longer lists are no answer of a person but somebody's attempt to slow a reader down. */
const MOST = 24;
export const MOST_COMPARED = 4;

/** @returns {State} nothing answered */
export function emptyState() {
  const filters = { language: [], cost: [], delivery: [], access: [], self: false, open: false };
  return { areas: {}, needs: [], type: "", therapy: "", age: "", severity: "", flags: {}, since: "", route: "", people: {}, filters, shortlist: [], refused: "", why: "" };
}

/** @param {string} hash @returns {boolean} whether it holds answers; without "=" it is a place on the page */
export function holdsState(hash) {
  return hash.includes("=");
}

/** @param {string} hash such as "#area=northvale&need=depression"; parts that cannot be codes are dropped @returns {State} */
export function stateOf(hash) {
  const told = new Map(holdsState(hash) ? new URLSearchParams(hash.replace(/^#/, "")) : []);
  const one = (name, form = CODE) => (form.test(told.get(name) ?? "") ? told.get(name) : "");
  const many = (name) => [...new Set((told.get(name) ?? "").split(",").filter((code) => CODE.test(code)))].slice(0, MOST);
  const named = Object.entries(TIES).filter(([name]) => one(name));
  return {
    areas: Object.fromEntries(named.map(([name, tie]) => [tie, one(name)])),
    needs: many("need"),
    type: one("type"),
    therapy: one("therapy"),
    age: one("age", AGE),
    severity: one("severity"),
    flags: { ...each(many("yes"), "yes"), ...each(many("no"), "no"), ...timed(told.get("ago") ?? "") },
    since: one("since", SPAN),
    route: one("route"),
    people: { ...each(many("is"), "yes"), ...each(many("isnt"), "no") },
    filters: filtersOf(many, told),
    shortlist: many("with").slice(0, MOST_COMPARED),
    refused: one("refused"),
    why: one("why"),
  };
}

function each(codes, said) {
  return Object.fromEntries(codes.map((code) => [code, said]));
}

/** "recent-attempt:3w,self-harm:1y" */
function timed(text) {
  const pairs = text.split(",").map((pair) => pair.split(":"));
  return Object.fromEntries(pairs.filter(([code, span]) => CODE.test(code) && SPAN.test(span ?? "")).slice(0, MOST));
}

function filtersOf(many, told) {
  const lists = Object.entries(LISTS).map(([name, filter]) => [filter, many(name)]);
  const switches = Object.entries(SWITCHES).map(([name, filter]) => [filter, told.get(name) === "1"]);
  return Object.fromEntries([...lists, ...switches]);
}

/** @param {State} state @returns {string} the same without "#"; equal states give equal text */
export function hashOf(state) {
  const { filters } = state;
  const saying = (told, said) => Object.keys(told).filter((code) => told[code] === said).map(neutral).join();
  const ago = Object.entries(state.flags).filter(([, said]) => SPAN.test(said)).map(([code, said]) => `${neutral(code)}:${said}`);
  const parts = [
    ...Object.entries(TIES).map(([name, tie]) => [name, state.areas[tie]]),
    ["need", state.needs.map(neutral).join()],
    ["type", neutral(state.type)],
    ...["therapy", "age", "severity", "since", "route"].map((name) => [name, state[name]]),
    ["yes", saying(state.flags, "yes")],
    ["no", saying(state.flags, "no")],
    ["ago", ago.join()],
    ["is", saying(state.people, "yes")],
    ["isnt", saying(state.people, "no")],
    ...Object.entries(LISTS).map(([name, filter]) => [name, filters[filter].join()]),
    ...Object.entries(SWITCHES).map(([name, filter]) => [name, filters[filter] ? "1" : ""]),
    ["with", state.shortlist.join()],
    ...["refused", "why"].map((name) => [name, state[name]]),
  ];
  return parts.filter(([, value]) => value).map((part) => part.join("=")).join("&");
}

/** @param {State} state @returns {boolean} whether it says what is looked for: a need, a kind of service or a therapy */
export function wants({ needs, type, therapy }) {
  return Boolean(needs.length || type || therapy);
}

/** @param {State} state @returns {boolean} whether there is enough to show services: an area, and what is wanted */
export function canShow(state) {
  return Boolean(state.areas.practice) && wants(state);
}
