/** All that matching needs to know of where a person is, put together of the files of their areas. No DOM here. */

import { todayInLondon } from "../common/freshness.js";
import { ranked } from "../matching/order.js";
import { prepared } from "../matching/prepared.js";

/** The rules of a service that hold: those of the first answered tie its basis asks about where they differ, else the usual. */
function ruling(variants, files, { grammar, usual }) {
  const [{ ties }] = variants.values();
  const asked = ties.filter((tie) => tie in files);
  const order = asked.length ? asked : grammar.places.filter((tie) => tie in files);
  return order.map((tie) => variants.get(files[tie]?.id)).find(Boolean) ?? usual;
}

/** The services of all files by id, each under the rules that hold for these ties. */
function servicesOf(files, national, grammar) {
  const usual = new Map(national.services.map((record) => [record.id, record]));
  const differing = new Map();
  for (const file of Object.values(files).filter(Boolean)) {
    for (const record of file.services ?? []) {
      if (!record.place) usual.set(record.id, record);
      else if (record.otherwise) usual.set(record.id, record.otherwise);
      if (record.place) differing.set(record.id, (differing.get(record.id) ?? new Map()).set(file.id, record));
    }
  }
  const rules = [...differing].map(([id, variants]) => [id, ruling(variants, files, { grammar, usual: usual.get(id) })]);
  return new Map([...usual, ...rules]);
}

/** The first file that has something to say, by tie in their usual order. */
function first(files, { places }, name) {
  return places.map((tie) => files[tie]?.[name]).find((told) => (Array.isArray(told) ? told.length : told));
}

/** The texts under the rules that hold here: those of an area where rules differ stand under `id@area` in their file. */
function wordsOf(words, services) {
  const split = words.flatMap((each) => Object.entries(each ?? {})).map(([key, texts]) => [...key.split("@"), texts]);
  const told = split.map((parts) => (parts.length === 3 ? parts : [parts[0], "", parts[1]]));
  return new Map(told.filter(([id, place]) => (services.get(id)?.place ?? "") === place).map(([id, , texts]) => [id, texts]));
}

/**
 * @param {{matching: object, national: object, areas: Record<string, object | null>, words?: object[], today?: string}} files
 *   `areas`: the file of each tie that was answered (practice, home…), null where it could not be had; `words`: files of
 *   long texts, which may be added later with `addWords`
 * @returns {object} `services`: records by id under the rules that hold here; `find(id)`: one of them, or one that is
 *   elsewhere but is named as a place to go; `areas`: the files by tie; `today`, `crisis`, `crisisNote`, `frontDoor`, `neighbours`, `chains`, `grammar`
 */
export function worldOf({ matching: grammar, national, areas = {}, words = [], today = todayInLondon() }) {
  const files = Object.values(areas).filter(Boolean);
  const services = servicesOf(areas, national, grammar);
  const elsewhere = new Map([national, ...files].flatMap((file) => file.elsewhere ?? []).map((record) => [record.id, record]));
  const world = {
    grammar,
    areas,
    services,
    find: (id) => services.get(id) ?? elsewhere.get(id),
    chains: Object.fromEntries(files.map(({ id, chain }) => [id, chain])),
    words: wordsOf(words, services),
    addWords: (more) => wordsOf([more], services).forEach((texts, id) => world.words.set(id, texts)),
    today,
    crisis: first(areas, grammar, "crisis") ?? national.crisis ?? [],
    crisisNote: first(areas, grammar, "crisis_note"),
    frontDoor: first(areas, grammar, "front_door") ?? null,
    neighbours: first(areas, grammar, "neighbours") ?? [],
    ready: new Map(),
  };
  world.ranks = ranked([...services.values()], world);
  services.forEach((record) => world.ready.set(record, prepared(record, world)));
  return world;
}
