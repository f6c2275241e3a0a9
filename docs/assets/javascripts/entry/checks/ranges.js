/** Ends of a range that are the wrong way round, so that nobody fits: of ages, severity, time and numbers. */

import { vocabulary } from "../nearest.js";
import { error, group, limitsOf } from "./frame.js";

const HOURS = { h: 1, d: 24, w: 168, m: 730, y: 8760 };

/** @param {string} text such as "17y9m" @returns {number} months */
export function monthsOf(text) {
  const [, years = 0, months = 0] = /^(?:([0-9]+)y)?(?:([0-9]+)m)?$/.exec(text);
  return Number(years) * 12 + Number(months);
}

/** The youngest age is higher than the oldest. */
export function ages(entry) {
  return limitsOf(entry, "age").flatMap(([path, limit]) => {
    const end = ["to", "under"].find((each) => each in limit);
    if (!end || !limit.from || !limit[end]) return [];
    const [youngest, oldest] = [monthsOf(limit.from), monthsOf(limit[end])];
    if (youngest < oldest + (end === "to" ? 12 : 0)) return [];
    const equal = youngest === oldest;
    return error(
      "age-range-reversed",
      [...path, "from"],
      `The youngest age (${limit.from}) is ${equal ? "not lower" : "higher"} than the oldest age (${limit[end]}).`,
      equal ? "Type the higher age after under." : `Type: age: {from: ${limit[end]}, ${end}: ${limit.from}}`,
    );
  });
}

/** The mildest severity is higher than the most severe. */
export function severities(entry) {
  const rank = (code) => vocabulary("severity_bands").findIndex((term) => term.code === code);
  return limitsOf(entry, "severity").flatMap(([path, { from, to }]) =>
    rank(from) >= 0 && rank(to) >= 0 && rank(from) > rank(to)
      ? error(
          "severity-range-reversed",
          [...path, "from"],
          `The mildest severity (${from}) is more severe than the highest one (${to}).`,
          `Type: severity: {from: ${to}, to: ${from}}`,
        )
      : [],
  );
}

/** The shortest time since the event is longer than the longest. */
export function times(entry) {
  const hours = (text) => Number(text.slice(0, -1)) * HOURS[text.slice(-1)];
  return limitsOf(entry, "time_since_event").flatMap(([path, { from, to }]) =>
    from && to && hours(from) > hours(to)
      ? error(
          "time-range-reversed",
          [...path, "from"],
          `The shortest time since the event (${from}) is longer than the longest one (${to}).`,
          `Type: time_since_event: {from: ${to}, to: ${from}}`,
        )
      : [],
  );
}

/** The lower number of sessions is higher than the upper one. */
export function sessions({ data }) {
  const { from, to } = group(data.sessions);
  if (!(from > to)) return [];
  return error(
    "number-range-reversed",
    ["sessions", "from"],
    `The lower number of sessions (${from}) is higher than the upper one (${to}).`,
    `Type: from: ${to}, to: ${from}`,
  );
}
