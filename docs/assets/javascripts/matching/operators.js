/**
 * The closed set of questions a criterion may ask of an answer: the twin of `rightdoor.matching.operators`.
 *
 * An answer is null when nobody was asked; a limit is null when the service has never said. Missing is looked at first,
 * always: in JavaScript a missing value compares as 0, so that "under 18" is true of a person whose age is unknown.
 * Nothing unknown is ever met.
 */

export const MET = "met";
export const NOT_MET = "not_met";
export const CHECK = "check";
export const UNKNOWN_SERVICE = "unknown_service";
export const NOT_ASKED = "not_asked";

const missing = (value) => value === null || value === undefined;

/** What is said when either side is missing: only something that was asked can find a service silent. */
function unsaid(answer) {
  return missing(answer) ? NOT_ASKED : UNKNOWN_SERVICE;
}

/**
 * Whether every number the answer may stand for (both ends included) lies within the limit: from (included) and below
 * (not included), null at an end where the service states there is none.
 *
 * @param {[number, number] | null} answer @param {[number | null, number | null] | null} limit
 */
export function between(answer, limit) {
  if (!missing(limit) && limit[0] === null && limit[1] === null) return MET;
  if (missing(answer) || missing(limit)) return unsaid(answer);
  const [least, most] = answer;
  const [from, below] = limit;
  if ((from !== null && most < from) || (below !== null && least >= below)) return NOT_MET;
  return (from === null || least >= from) && (below === null || most < below) ? MET : CHECK;
}

/** @param {number | null} answer @param {number | null} limit whether the answer is the limit or more */
export function atLeast(answer, limit) {
  if (missing(answer) || missing(limit)) return unsaid(answer);
  return answer >= limit ? MET : NOT_MET;
}

/**
 * Whether a word is among those of the limit. The answer holds the word and then the wider ones it lies within; of
 * `partly` only a part is within the limit, so that it has to be checked.
 *
 * @param {string[] | null} answer @param {string[] | null} limit @param {string[]} partly
 */
export function oneOf(answer, limit, partly = []) {
  if (missing(answer) || missing(limit)) return unsaid(answer);
  if (answer.some((each) => limit.includes(each))) return MET;
  return partly.includes(answer[0]) ? CHECK : NOT_MET;
}

/** @param {string | null} answer @param {string[] | null} limit whether a word is none of those refused */
export function noneOf(answer, limit) {
  if (missing(answer) || missing(limit)) return unsaid(answer);
  return limit.includes(answer) ? NOT_MET : MET;
}

/** @param {boolean | null} answer @param {boolean | null} limit whether yes or no is the answer that is wanted */
export function is(answer, limit) {
  if (missing(answer) || missing(limit)) return unsaid(answer);
  return answer === limit ? MET : NOT_MET;
}
