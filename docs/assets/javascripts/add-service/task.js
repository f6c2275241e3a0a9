/** What the form is opened for: a new entry, one to correct, or one to confirm; and what stands in it then. */

import { fileOf, idOf, judge, writeEntry } from "../entry/entry.js";
import { clockOf } from "../directory/hours.js";
import { copyOf, same } from "./paths.js";
import { readScope } from "./scope.js";

/** @returns {string} today's date in the United Kingdom */
export function today() {
  const { year, month, day } = clockOf(new Date());
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * @typedef {object} Entry what an existing entry holds
 * @property {string} id @property {string} folder @property {string} text @property {object} data
 * @property {typeof import("../entry/splice.js").splice} splice changes the text
 */

/**
 * Everything that the form says at this moment.
 *
 * @param {object} form its parts: $form, organization, own (folder and id), world @param {Entry | null} entry
 */
export function readWhole({ $form, organization, $folder, $id, world }, entry) {
  const data = copyOf(entry?.data ?? {});
  const spots = readScope($form, data);
  const added = organization.read();
  if (added && added.id) data.organization = added.id;
  const id = entry?.id ?? ($id.value.trim() || idOf(String(data.name ?? "")));
  const folder = entry?.folder ?? $folder.value;
  if (added && isMadeUpArea(world, folder)) added.data.fictional = true;
  return { data, spots, added, id, folder, known: added ? withNew(world, added) : world };
}

/** @param {object} world @param {string} folder @returns {boolean} whether what stands in a folder is made up, as its area is */
export function isMadeUpArea(world, folder) {
  for (let area = areaOf(world, folder), left = world.areas.length; area && left; area = areaOf(world, area.within), left--) {
    if (area.fictional) return true;
  }
  return false;
}

const areaOf = (world, id) => world.areas.find((each) => each.id === id);

function withNew(world, { id, data }) {
  return { ...world, organizations: [...world.organizations, { id, name: data.name ?? id }] };
}

/**
 * @param {ReturnType<typeof readWhole>} whole @param {Entry | null} entry
 * @returns {import("../entry/judge.js").Problem[]} of the service, and of an organisation that is new
 */
export function judged({ data, id, folder, known }, entry) {
  return judge(data, known, today(), { kind: "service", id, folder }).concat(entry ? [] : taken(id, known));
}

/** An id is never used twice: whoever names a service as another is named is led to that one. */
function taken(id, known) {
  const other = known.services.find((each) => each.id === id);
  if (!other) return [];
  const message = `There is an entry of this name already: ${other.name}. Correct that one, or give this one a name that tells them apart.`;
  return [{ path: ["name"], code: "duplicate", level: "error", message, tip: "" }];
}

/** @param {ReturnType<typeof readWhole>} whole @param {Entry | null} entry @returns {import("./send.js").Finished[]} */
export function files({ data, id, folder, added }, entry) {
  const text = writeEntry(data, { kind: "service", original: entry?.text, splice: entry?.splice });
  const service = { file: fileOf("service", data, folder || "area", id || "name"), text, there: Boolean(entry) };
  if (!added) return [service];
  const organization = { file: fileOf("organization", added.data, "", added.id || "name"), text: writeEntry(added.data, { kind: "organization" }), there: false };
  return [organization, service];
}

/** @param {object} data @param {Entry | null} entry @returns {boolean} whether it says anything that the entry does not */
export function isChanged(data, entry) {
  return !entry || !same(data, entry.data);
}
