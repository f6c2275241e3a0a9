/** The three answers that a list of matches gives, and how they are counted in words. No DOM. */

/** The groups in the order shown. `outcomes` are the engine's codes; `key` names the shape, the edge and the colour. */
export const GROUPS = Object.freeze([
  { key: "fits", title: "Fits so far", outcomes: ["meets_published_criteria", "fits_so_far"] },
  { key: "check", title: "Check first", outcomes: ["check_first"] },
  { key: "refuses", title: "Does not take", outcomes: ["does_not_fit"] },
]);

const KEY_OF = new Map(GROUPS.flatMap(({ key, outcomes }) => outcomes.map((outcome) => [outcome, key])));

/** @param {string} outcome @returns {"fits" | "check" | "refuses"} */
export function keyOf(outcome) {
  return KEY_OF.get(outcome);
}

/**
 * Parts matches by their answer; the order within each is kept.
 *
 * @param {object[]} matches @returns {{fits: object[], check: object[], refuses: object[]}}
 */
export function grouped(matches) {
  const found = { fits: [], check: [], refuses: [] };
  for (const match of matches) found[keyOf(match.outcome)].push(match);
  return found;
}

/** @param {number} number @param {string} one @param {string} [many] @returns {string} such as "1 service", "12 services" */
export function counted(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/**
 * What a screen reader says of the whole list, once.
 *
 * @param {{fits: object[], check: object[], refuses: object[]}} groups
 */
export function countsSaid({ fits, check, refuses }) {
  if (!fits.length && !check.length && !refuses.length) return "No service is listed for these answers. Other ways in are shown.";
  const some = fits.length ? `${counted(fits.length, "service fits", "services fit")} so far` : "No service fits so far";
  return `${some}, ${check.length} to check first, ${counted(refuses.length, "does", "do")} not take this person.`;
}

/** What each criterion asks, as it is named in a tally. */
const ASKS = Object.freeze({
  age: "the age",
  severity: "how severe it is",
  area: "where the person lives or is registered",
  only: "being for particular people only",
  time_since_event: "how long ago it happened",
  does_not_take: "something else that was answered",
  recently: "how recently something happened",
  risk: "the risk",
});

/**
 * What stands in the way most often: a service that refuses for two reasons counts in both.
 *
 * @param {object[]} refused matches that do not fit
 * @returns {{what: string, number: number}[]} most often first
 */
export function inTheWay(refused) {
  const tally = new Map();
  for (const { reasons } of refused) {
    const found = new Set(reasons.filter(({ state }) => state === "not_met").map(({ criterion }) => ASKS[criterion] ?? criterion));
    for (const what of found) tally.set(what, (tally.get(what) ?? 0) + 1);
  }
  return [...tally].map(([what, number]) => ({ what, number })).sort((a, b) => b.number - a.number);
}
