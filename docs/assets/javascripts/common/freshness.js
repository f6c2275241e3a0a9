/**
 * How far a fact may still be believed today: the twin of `rightdoor.model.freshness`, for a site built some time ago.
 */

const DAY = 86_400_000;

/** The way of checking that confirms nothing, however lately a fact was copied. */
export const COPIED = "other-directory";

/** The rungs of the ladder, best first. */
export const LADDER = Object.freeze(["current", "due", "overdue", "not-confirmed", "never"]);

/** @param {string} day such as "2026-11-23" @returns {number} whole days since 1970 */
function days(day) {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

/** @param {string} earlier @param {string} later @returns {number} whole days from one to the other */
export function daysBetween(earlier, later) {
  return days(later) - days(earlier);
}

/** @returns {string} today's date in the United Kingdom, such as "2026-11-23" */
export function todayInLondon() {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date());
}

/**
 * @param {{how: string, on?: string}} check @param {number} limit in days @param {string} today
 * @returns {"current" | "due" | "overdue" | "not-confirmed" | "never"}
 */
export function standing(check, limit, today) {
  if (check.how === "never" || !check.on) return "never";
  const age = daysBetween(check.on, today);
  if (check.how === COPIED || age >= 2 * limit) return "not-confirmed";
  if (age > limit + Math.floor(limit / 4)) return "overdue";
  return age >= limit ? "due" : "current";
}
