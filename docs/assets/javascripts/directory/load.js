/** Fetches the directory's data files, each once, and makes the chosen area searchable. */

import { todayInLondon } from "../common/freshness.js";
import { searchable } from "./search.js";

/**
 * @param {string} base path from the page to the root of the site, such as "../../"
 * @returns {(name: string) => Promise<any>} reads `data/search/<name>.json`; rejects when it cannot be read
 */
export function loader(base) {
  const asked = new Map();
  return (name) => {
    if (!asked.has(name)) {
      const answer = fetch(`${base}data/search/${name}.json`, { credentials: "omit" }).then((response) => {
        if (!response.ok) throw new Error(`data/search/${name}.json: ${response.status}`);
        return response.json();
      });
      // A failed request is forgotten, so that the next key press asks again.
      answer.catch(() => asked.delete(name));
      asked.set(name, answer);
    }
    return asked.get(name);
  };
}

/**
 * The national services for an area: those that say they serve a place around it, or have not said, without those that
 * the area tells of itself, since their rules differ there. All of them where no area is chosen.
 */
export function nationalFor(area, services) {
  if (!area) return services;
  const own = new Set((area.services ?? []).map((service) => service.id));
  const around = new Set(area.chain);
  return services.filter(({ id, areas }) => !own.has(id) && (!areas || areas.some((each) => around.has(each))));
}

/** Reads what a search needs for an area: the words, the national services, and the area's own if one is chosen. */
export async function readDirectory(read, id) {
  const [vocabulary, national, area] = await Promise.all([read("vocabulary"), read("national"), id ? read(`area/${id}`) : null]);
  const routes = (area ?? national).crisis.map((route) => route.id);
  const services = { local: area?.services ?? [], national: nationalFor(area, national.services), routes, today: todayInLondon() };
  // A code that two vocabularies share means the first of need, kind of service and therapy: the later ones are set first.
  const byCode = new Map([...vocabulary.terms].reverse().map((term) => [term.code, term]));
  return { search: searchable(vocabulary, services), vocabulary, byCode, national, area };
}
