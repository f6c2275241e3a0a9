/** Facts that were changed while the day on which they were true, and how one knows it, were left as they stood. */

import { same, valueAt } from "./paths.js";

/** Of these the row itself says when it was true and which page says so. */
const DATED = Object.freeze({ waits: ["as_of", "source"] });
const CHECKED = ["on", "how", "by"];

/**
 * @typedef {{code: string, words: string, covers: string[]}} Facts a group of facts that are confirmed together
 * @typedef {{path: (string | number)[], $field: HTMLElement, message: string}} Asked
 */

/**
 * @param {object} data @param {object} before what the entry said @param {import("./scope.js").Spot[]} spots
 * @param {Facts[]} groups @param {boolean} whole whether it leads to where the answer stands, also on another step
 * @returns {Asked[]} one for each group of facts
 */
export function undated(data, before, spots, groups, whole) {
  return groups.flatMap((group) => {
    const changed = group.covers.filter((name) => !same(valueAt(data, [name]), valueAt(before, [name])));
    if (!changed.length || isTold(group, changed, data, before)) return [];
    const path = placeOf(changed, data, before, spots);
    const asked = DATED[path[0]] && path.length > 1 ? path : ["checked"];
    const $field = fieldAt(whole ? asked : path, spots);
    return $field ? [{ path, $field, message: `You changed ${group.words}. On which day was this true, and how do you know?` }] : [];
  });
}

/** Whether somebody said anew who checked it, which page says it, or the day of each row that is not as it was. */
function isTold({ code }, changed, data, before) {
  const own = valueAt(data, ["checked", code]);
  const said = own ?? valueAt(data, ["checked"]);
  const earlier = own ? valueAt(before, ["checked", code]) : valueAt(before, ["checked"]);
  if (CHECKED.some((name) => !same(said?.[name], earlier?.[name]))) return true;
  if (!same(pages(data, code), pages(before, code))) return true;
  return changed.every((name) => DATED[name] && !staleRows(name, data, before).length);
}

function pages(data, code) {
  return (data.evidence ?? []).filter(({ covers }) => [covers].flat().includes(code));
}

/** The places of rows that are not as they were and yet have the day and the page of the row that was there. */
function staleRows(name, data, before) {
  const [rows, earlier] = [data[name] ?? [], before[name] ?? []];
  const dated = (row) => DATED[name].map((each) => row[each]);
  return [...rows.keys()].filter((at) => {
    const known = earlier.some((each) => same(each, rows[at]));
    return !known && earlier[at] !== undefined && same(dated(earlier[at]), dated(rows[at]));
  });
}

/** Where the first change stands: of dated rows the day of the row. */
function placeOf(changed, data, before, spots) {
  const dated = changed.find((name) => DATED[name] && staleRows(name, data, before).length);
  if (dated) return [dated, staleRows(dated, data, before)[0], DATED[dated][0]];
  const at = spots.find(({ path }) => changed.includes(path[0]) && !same(valueAt(data, path), valueAt(before, path)));
  return at?.path ?? [changed[0]];
}

function fieldAt(path, spots) {
  const exact = spots.find((spot) => same(spot.path, path));
  return (exact ?? spots.find((spot) => spot.path[0] === path[0]))?.$field;
}
