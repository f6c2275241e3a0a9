/**
 * Opening hours as lines of days and times, and in the form of OpenStreetMap. A later rule there takes the place of an
 * earlier one for the same day, so lines are put together day by day before they are written.
 *
 * @typedef {object} Line
 * @property {string[]} days such as ["Mo", "Tu"] @property {string} opens "09:00" @property {string} closes "17:00"
 */

export const DAYS = Object.freeze(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]);
const PART = /^([A-Z][a-z](?:[-,][A-Z][a-z])*) ([0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}(?:,[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2})*)$/;
const HOLIDAYS = "PH off";
const MIDNIGHT = "24:00";

/** @param {Line[]} lines @param {boolean} holidays whether it is closed on bank holidays @returns {string} "" where nothing is said */
export function hoursOf(lines, holidays) {
  const spans = new Map(DAYS.map((day) => [day, []]));
  for (const { days, opens, closes } of lines) {
    for (const day of days) spans.get(day).push(`${opens}-${closes === "00:00" ? MIDNIGHT : closes}`);
  }
  const groups = new Map();
  for (const [day, times] of spans) {
    const said = [...new Set(times)].sort().join(",");
    if (said) groups.set(said, [...(groups.get(said) ?? []), day]);
  }
  const parts = [...groups].map(([said, days]) => `${ranges(days)} ${said}`);
  return parts.length && holidays ? [...parts, HOLIDAYS].join("; ") : parts.join("; ");
}

/** "Mo-We,Fr": three days or more in a row are a range, and so are two. */
function ranges(days) {
  const runs = [];
  for (const day of days) {
    const last = runs[runs.length - 1];
    if (last && DAYS.indexOf(last[last.length - 1]) + 1 === DAYS.indexOf(day)) last.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}-${run[run.length - 1]}` : run[0])).join(",");
}

/** @param {string} text @returns {{lines: Line[], holidays: boolean} | null} null where it says more than lines can */
export function linesOf(text) {
  const parts = text.split("; ");
  const holidays = parts.length > 1 && parts[parts.length - 1] === HOLIDAYS;
  const rules = (holidays ? parts.slice(0, -1) : parts).map((part) => PART.exec(part));
  if (!rules.every(Boolean)) return null;
  const lines = rules.flatMap(([, days, spans]) => spans.split(",").map((span) => lineOf(daysOf(days), span)));
  return hoursOf(lines, holidays) === text ? { lines, holidays } : null;
}

function lineOf(days, span) {
  const [opens, closes] = span.split("-");
  return { days, opens, closes: closes === MIDNIGHT ? "00:00" : closes };
}

function daysOf(text) {
  return text.split(",").flatMap((run) => {
    const [first, last = first] = run.split("-").map((day) => DAYS.indexOf(day));
    return DAYS.slice(first, last + 1);
  });
}
