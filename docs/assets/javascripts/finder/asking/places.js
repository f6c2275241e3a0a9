/** Areas by what a practice knows of itself: the area's name, its own name, the beginning of a postcode. No DOM here. */

import { fold } from "../../common/text.js";

const MOST = 8;
const POSTCODE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;

/** @param {string} text @returns {string} "NV1" of "nv1 1aa", "NV1 1" and "NV1"; "" where it is no beginning of a postcode */
export function districtOf(text) {
  const typed = text.trim().toUpperCase();
  const whole = POSTCODE.exec(typed.replace(/\s+/g, ""));
  if (whole) return whole[1];
  const [outward] = typed.split(/\s+/);
  return /^[A-Z]{1,2}[0-9][A-Z0-9]?$/.test(outward) ? outward : "";
}

/** @param {string} text @returns {boolean} whether it is one whole postcode: "NV3 1JT" */
export function isWholePostcode(text) {
  return POSTCODE.test(text.toUpperCase().replace(/\s+/g, ""));
}

/** Every word that was typed begins a word of the name. */
function matches(name, typed) {
  const spaced = ` ${fold(name)}`;
  return typed.split(" ").every((word) => spaced.includes(` ${word}`));
}

/** The districts that were meant: the very one, or those that begin so while it is being typed. */
function byDistrict(text, districts) {
  const district = districtOf(text);
  if (!district) return [];
  if (districts[district]) return districts[district].map((id) => ({ id, note: district }));
  return Object.keys(districts).filter((each) => each.startsWith(district)).flatMap((each) => districts[each].map((id) => ({ id, note: each })));
}

/**
 * @param {string} text as typed @param {Map<string, {id: string, name: string}>} areas
 * @param {{districts: Record<string, string[]>, practices: [string, string, string][]} | null} places
 * @returns {{id: string, label: string, note: string}[]} areas by name, then by postcode, then practices
 */
export function placesFor(text, areas, places) {
  const typed = fold(text);
  if (!typed) return [];
  const { districts = {}, practices = [] } = places ?? {};
  const named = [...areas.values()].filter(({ name }) => matches(name, typed)).map(({ id, name }) => ({ id, label: name, note: "Area" }));
  const near = byDistrict(text, districts).map(({ id, note }) => ({ id, label: areas.get(id)?.name, note: `Postcode ${note}` }));
  const known = practices
    .filter(([name, , id]) => areas.has(id) && matches(name, typed))
    .map(([name, district, id]) => ({ id, label: name, note: ["Practice", district, areas.get(id).name].filter(Boolean).join(", ") }));
  const starts = ({ label }) => (fold(label).startsWith(typed) ? 0 : 1);
  return [...near.filter(({ label }) => label), ...named.sort((a, b) => starts(a) - starts(b)), ...known].slice(0, MOST);
}
