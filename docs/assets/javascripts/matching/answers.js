/** What was answered, as the finder keeps it, read as what is compared: ages in months, times in hours. */

import { readAge, readSpan } from "./measure.js";

/** Only what was answered: an absent name was not asked. */
function stated(told) {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null && value !== undefined && value !== ""));
}

function mapped(told, read) {
  return stated(Object.fromEntries(Object.entries(told ?? {}).map(([code, said]) => [code, read(said)])));
}

function flag(said) {
  return said === "yes" || said === "no" ? said : readSpan(said);
}

function yes(said) {
  return said === true || said === "yes" ? true : said === false || said === "no" ? false : null;
}

/**
 * @param {{areas?: Record<string, string>, needs?: string[], age?: string, severity?: string, flags?: Record<string, string>,
 *   since?: string, route?: string, people?: Record<string, string | boolean>}} state
 * @returns {{needs: string[], areas: object, flags: object, people: object, age?: [number, number], severity?: string,
 *   since_event?: number, route?: string}} what cannot be read counts as not asked
 */
export function answersFrom(state) {
  return {
    needs: [...(state.needs ?? [])],
    areas: stated(state.areas ?? {}),
    flags: mapped(state.flags, flag),
    people: mapped(state.people, yes),
    ...stated({
      age: state.age ? readAge(state.age) : null,
      severity: state.severity,
      since_event: state.since ? readSpan(state.since) : null,
      route: state.route,
    }),
  };
}
