/** Places and ways in: a confidential address, an id that gives away a discreet service, nobody reachable, postcodes. */

import { vocabulary } from "../nearest.js";
import { error, group, listed, rows, texts, warning } from "./frame.js";
import { POSTCODE_AREAS } from "./postcodes.js";

const WHERE = ["address", "postcode", "latitude", "longitude"];
const WAYS = ["phone", "text", "email", "website", "webchat"];
const CRISIS_NEEDS = ["crisis", "suicidal-thoughts", "self-harm", "psychosis"];
const ALWAYS = `abuse abused abuser assault domestic dv honour idva incest isva rape rapes raped refuge sarc sexual sexually
  trafficking violence violent`.split(/\s+/);
const POSTCODE = /^([A-Z]{1,2})[0-9][A-Z0-9]? [0-9][A-Z]{2}$/;

/** A confidential place has an address; the value itself is never repeated. */
export function confidentialAddresses({ data }) {
  return rows(data.locations).flatMap(([index, location]) => {
    const given = WHERE.filter((each) => each in location);
    if (location.confidential !== true || !given.length) return [];
    return error(
      "confidential-address",
      ["locations", index, given[0]],
      `This place is confidential, but its ${given.join(" and ")} can be read here.`,
      "Delete it, and tell the people who run the directory so that it leaves the history too.",
    );
  });
}

/** The address of a discreet service gives away what it is about. */
export function discreetAddress({ kind, id, data }) {
  if (kind !== "service" || !isDiscreet(data)) return [];
  const revealing = new Set([...ALWAYS, ...discreetTerms().flatMap((term) => term.revealing ?? [])]);
  const addresses = [[["name"], id], ...listed(data.aliases).map(([index, alias]) => [["aliases", index], alias])];
  return addresses.flatMap(([path, each]) => {
    const found = (each.match(/[a-z0-9]+/g) ?? []).filter((word) => revealing.has(word)).sort();
    if (!found.length) return [];
    return error(
      "discreet-address",
      path,
      `The id ${each} of a discreet service holds the word “${found[0]}”.`,
      path[0] === "name"
        ? "Rename the file, for example to the service's proper name."
        : "Delete this former id; its old address must not lead here.",
    );
  });
}

function discreetTerms() {
  return [...vocabulary("needs"), ...vocabulary("service_types")].filter((term) => term.discreet);
}

function isDiscreet(data) {
  const is = (name, code) => vocabulary(name).some((term) => term.code === code && term.discreet);
  return listed(data.needs).some(([, need]) => is("needs", need)) || is("service_types", data.type);
}

/** A service for people who are very unwell says no way to reach it. */
export function noWayIn({ kind, data }) {
  if (kind !== "service" || data.status !== "active" || hasWay(data)) return [];
  if (!listed(data.needs).some(([, need]) => CRISIS_NEEDS.includes(need)) && !takesSevere(data)) return [];
  return [
    warning(
      "no-way-in",
      ["name"],
      "This service takes people in crisis or with severe problems, but says no way to reach it.",
      "Type a phone number in contact, a row in referral: routes, or the service it is reached through: via.",
    ),
  ];
}

function hasWay(data) {
  const referral = group(data.referral);
  return (
    WAYS.some((each) => each in group(data.contact)) ||
    Boolean(referral.routes?.length || referral.via) ||
    rows(data.locations).some(([, place]) => "address" in place)
  );
}

function takesSevere(data) {
  const severity = group(group(data.criteria).severity);
  const rank = (code) => vocabulary("severity_bands").findIndex((term) => term.code === code);
  if (!Object.keys(severity).length) return false;
  return severity.to === undefined || rank(severity.to) >= rank("severe");
}

/** A postcode has a form that none has; whether it is listed, only the pull request's check knows. */
export function postcodesNotFormed(entry) {
  return texts(entry, "postcode")
    .filter(([, postcode]) => !POSTCODE.test(postcode))
    .map(([path, postcode]) => {
      const tidy = postcode.toUpperCase().replace(/\s/g, "");
      const spaced = `${tidy.slice(0, -3)} ${tidy.slice(-3)}`;
      const tip = POSTCODE.test(spaced) ? `Type: ${spaced}` : "Type it as in SW1A 1AA: capitals, one space in the middle.";
      const message = `The postcode ${postcode} does not have the form of a postcode.`;
      return warning("postcode-unknown", path, message, tip);
    });
}

/** @param {string} postcode @returns {boolean | null} whether it begins as no real one does; null where it has not the form */
export function isMadeUpPostcode(postcode) {
  const form = POSTCODE.exec(postcode);
  return form && !POSTCODE_AREAS.includes(form[1]);
}
