/** Every place where an entry names another record, and what is wrong with the name: as `missing_reference`. */

import { putRight } from "../forms.js";
import { closeMatches } from "../nearest.js";
import { isMadeUp } from "./dates.js";
import { error, everywhere, group, listed, rows } from "./frame.js";

const LIMITS = ["age", "severity", "area", "time_since_event"];
const ROWS = ["only", "does_not_take", "check_first", "takes_despite"];
const PLURALS = { service: "services", organization: "organizations", area: "areas" };
const SHORTEST_PART = 4;

/** @param {import("./frame.js").Entry} entry @returns {{kind: string, id: string, path: (string | number)[]}[]} what it names */
export function references(entry) {
  const { kind, data } = entry;
  const named = (of, path, id) => (typeof id === "string" ? [{ kind: of, id, path }] : []);
  const several = (of, path, ids) => listed(ids).map(([index, id]) => ({ kind: of, id, path: [...path, index] }));
  if (kind === "organization") return several("organization", ["commissioned_by"], data.commissioned_by);
  return [
    ...named("organization", ["organization"], data.organization),
    ...several("service", ["related"], data.related),
    ...everywhere(entry).flatMap(([prefix, here]) => [
      ...(prefix.length ? named("area", prefix, prefix[1]) : []),
      ...referOn(group(here.criteria)).flatMap(([path, ids]) => several("service", [...prefix, "criteria", ...path], ids)),
      ...several("area", [...prefix, "criteria", "area", "areas"], group(group(here.criteria).area).areas),
      ...named("service", [...prefix, "referral", "via"], group(here.referral).via),
      ...several("service", [...prefix, "referral", "if_declined"], group(here.referral).if_declined),
    ]),
  ];
}

function referOn(criteria) {
  return [
    ...LIMITS.map((name) => [[name, "refer_to"], group(criteria[name]).refer_to]),
    ...ROWS.flatMap((name) => rows(criteria[name]).map(([index, row]) => [[name, index, "refer_to"], row.refer_to])),
  ];
}

/** An entry names another record that does not exist. */
export function missingReferences(entry) {
  const { world, id: own, kind: ownKind } = entry;
  const known = (kind, id) => world[PLURALS[kind]].some((each) => each.id === id) || (kind === ownKind && id === own);
  return references(entry)
    .filter(({ kind, id }) => world[PLURALS[kind]] && !known(kind, id))
    .map(({ kind, id, path }) => error("missing-reference", path, ...said(kind, id, world)));
}

function said(kind, id, world) {
  const [former, gone] = kind === "service" ? [world.former?.[id], world.tombstones?.[id]] : [];
  if (former) return [`${id} is a former id.`, `Type: ${former}`];
  if (gone) {
    const tip = gone.use_instead?.length ? `Type: ${gone.use_instead[0]}` : "Delete it, or name another service.";
    return [`The service ${id} is not listed any more. ${gone.why}`, tip];
  }
  const meant = nearest(kind, id, world[PLURALS[kind]]);
  return [`There is no ${kind} ${id}.`, meant ? `Did you mean ${meant}?` : writeFirst(kind, id)];
}

function writeFirst(kind, id) {
  if (kind === "service") return "Write the record of this service first, or delete the name here.";
  return `Write directory/${kind}s/${id}.yaml first, from schema/templates/${kind}.yaml, or delete the name here.`;
}

/** The id most like a misspelt one, or of the record that is called so. */
function nearest(kind, id, records) {
  const ids = records.map((each) => each.id);
  const named = records.find((each) => [each.name, ...(each.also_known_as ?? [])].some((name) => putRight(name, "id") === id));
  const like = named?.id ?? closeMatches(id, ids, 5, 0.7).find((each) => differLittle(id, each));
  if (like || kind !== "organization" || id.length < SHORTEST_PART) return like;
  const holding = ids.filter((each) => `-${each}-`.includes(`-${id}-`) || `-${id}-`.includes(`-${each}-`));
  const apart = (each) => Math.abs(each.length - id.length);
  return holding.sort((one, other) => apart(one) - apart(other) || (one < other ? -1 : 1))[0];
}

/** Whether two ids are alike also without the parts they share, which are often only the name of a place. */
function differLittle(id, other) {
  const [ours, theirs] = [id.split("-"), other.split("-")];
  while (ours.length && theirs.length && ours[0] === theirs[0]) [ours, theirs].forEach((each) => each.shift());
  while (ours.length && theirs.length && ours[ours.length - 1] === theirs[theirs.length - 1]) {
    [ours, theirs].forEach((each) => each.pop());
  }
  return !ours.length || !theirs.length || closeMatches(ours.join("-"), [theirs.join("-")], 1, 0.7).length > 0;
}

/** A real entry names a fictional one. */
export function realNamesFictional(entry) {
  if (isMadeUp(entry)) return [];
  const { world } = entry;
  const madeUp = {
    service: world.fictional?.services ?? [],
    organization: world.fictional?.organizations ?? [],
    area: (world.areas ?? []).filter((each) => each.fictional).map((each) => each.id),
  };
  return references(entry)
    .filter(({ kind, id }) => madeUp[kind].includes(id))
    .map(({ kind, id, path }) =>
      error(
        "real-names-fictional",
        path,
        `This entry is real, but the ${kind} ${id} is fictional.`,
        `Name a real ${kind}.`,
      ),
    );
}

/** An id that had another meaning is used again. */
export function idsUsedAgain({ kind, id, data, world }) {
  if (kind !== "service") return [];
  const tip = "Every id keeps its meaning for ever: choose another, or delete the one that does not belong.";
  const places = new Map((world.services ?? []).map((each) => [each.id, `the id of ${fileOf(each)}`]));
  const known = (alias) =>
    world.tombstones?.[alias] ? "the id of a service that closed (tombstones.yaml)" : places.get(alias) ?? formerOf(alias);
  const order = (world.services ?? []).map((each) => each.id);
  // Of two that have the same former id, the later one is told.
  const isEarlier = (other) => other >= 0 && (order.indexOf(id) < 0 || other < order.indexOf(id));
  const formerOf = (alias) => {
    const other = order.indexOf(world.former?.[alias]);
    return isEarlier(other) && `a former id of ${fileOf(world.services[other])}`;
  };
  const again = world.tombstones?.[id]
    ? [error("id-used-again", [], `The id ${id} belonged to a service that closed (tombstones.yaml).`, tip)]
    : [];
  return [
    ...again,
    ...listed(data.aliases)
      .filter(([, alias]) => known(alias))
      .map(([index, alias]) =>
        error("id-used-again", ["aliases", index], `The former id ${alias} is also ${known(alias)}.`, tip),
      ),
  ];
}

function fileOf({ id, folder }) {
  return `directory/services/${folder}/${id}.yaml`;
}
