/** The facts of an area as one directory: its terms by code, whether words speak of a crisis, and a search over all of it. */

import { todayInLondon } from "../common/freshness.js";
import { labelsOf } from "./load.js";
import { crisisIn, crisisPhrases } from "./phrases.js";

/** A record with its summary, whom it takes and its other names; where rules differ by area, those words have its id too. */
function worded(words) {
  return (service) => {
    const { summary, takes, also = service.also } = words[service.place ? `${service.id}@${service.place}` : service.id] ?? {};
    return { ...service, summary, takes, also };
  };
}

/** Of long words only the other names. */
function namesIn(words) {
  return Object.fromEntries(Object.entries(words).map(([key, { also }]) => [key, { also }]));
}

/**
 * The national services for an area: those that say they serve a place around it, or have not said, without those that
 * the area tells of itself, since their rules differ there. All of them where no area is chosen.
 */
function nationalFor(area, services) {
  if (!area) return services;
  const own = new Set((area.services ?? []).map((service) => service.id));
  const around = new Set(area.chain);
  return services.filter(({ id, areas }) => !own.has(id) && (!areas || areas.some((each) => around.has(each))));
}

/**
 * Makes a directory of facts. Its index is built when it is first wanted, so that results need not wait for it.
 *
 * @param {{vocabulary: object, national: object, area: object | null, words?: object}} files without `words` no summary is
 *   searched or shown
 * @param {Function} [searchable] of `search.js`; the finder reads it after its first answer and hands it over with `searchWith`
 * @returns {object} `search` is null until then; `speaksOfCrisis(text)` never waits for it; `addNames` adds the other names of
 *   services, from words that came later
 */
export function directoryOf({ vocabulary, national, area, words = {} }, searchable = null) {
  const routes = (area ?? national).crisis.map((route) => route.id);
  const ofNation = nationalFor(area, national.services);
  let told = words;
  const services = () => {
    const [local, nationwide] = [area?.services ?? [], ofNation].map((each) => each.map(worded(told)));
    return { local, national: nationwide, routes, today: todayInLondon() };
  };
  const labelled = { ...vocabulary, labels: { ...vocabulary.labels, type: labelsOf("type", vocabulary) } };
  // A code that two vocabularies share means the first of need, kind of service and therapy: the later ones are set first.
  const byCode = new Map([...vocabulary.terms].reverse().map((term) => [term.code, term]));
  const phrases = crisisPhrases(vocabulary);
  let search = null;
  return {
    vocabulary: labelled,
    byCode,
    national,
    area,
    searchWith: (given) => (searchable ??= given),
    addNames(more) {
      told = { ...told, ...namesIn(more) };
      search = null;
    },
    get search() {
      return (search ??= searchable?.(labelled, services()) ?? null);
    },
    speaksOfCrisis(text) {
      return this.search ? this.search.look(text).crisis : crisisIn([text], phrases).length > 0;
    },
  };
}
