/** Dates that no calendar has, and dates of things that were done which lie in the future. */

import { error, everywhere, group, listed, rows, texts } from "./frame.js";

const FIELDS = ["on", "as_of", "seen", "checked", "since", "contract_ends", "story_date"];
const [FIRST, LAST] = [2000, 2099];

/** A date does not exist, or lies far outside the time of these services. */
export function impossibleDates(entry) {
  return texts(entry, ...FIELDS).flatMap(([path, text]) => {
    const form = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
    if (!form) return [];
    if (!exists(text)) {
      const tip = "Type the right day: year, month and day, with hyphens.";
      return error("impossible-date", path, `The date ${text} is not in the calendar.`, tip);
    }
    if (form[1] >= FIRST && form[1] <= LAST) return [];
    const message = `The date ${text} is not between ${FIRST} and ${LAST}.`;
    return error("impossible-date", path, message, "Check the year; it is typed first.");
  });
}

/** @param {string} text year-month-day @returns {boolean} whether the calendar has it */
export function exists(text) {
  const [year, month, day] = text.split("-").map(Number);
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Something is said to have happened on a day that has not come yet; a fictional place has a day of its own. */
export function futureDates(entry) {
  const today = dayOf(entry);
  const usual = new Set(datesOf(entry.data).map(([, on]) => on));
  return everywhere(entry).flatMap(([prefix, here]) =>
    datesOf(here)
      .filter(([, on]) => (prefix.length === 0 || !usual.has(on)) && on > today && exists(on))
      .map(([path, on]) =>
        error(
          "date-in-future",
          [...prefix, ...path],
          `The date ${on} lies after ${today}, the day this is measured from.`,
          "Type the day on which it was really checked.",
        ),
      ),
  );
}

function datesOf(data) {
  const checked = group(data.checked);
  return [
    [["checked", "on"], checked.on],
    ...Object.entries(checked).map(([name, check]) => [["checked", name, "on"], group(check).on]),
    ...rows(data.waits).map(([index, wait]) => [["waits", index, "as_of"], wait.as_of]),
    ...rows(data.evidence).map(([index, page]) => [["evidence", index, "seen"], page.seen]),
  ].filter(([, on]) => typeof on === "string");
}

/** The day that a service's dates are measured from: today, or where everything is made up the day of its story. */
export function dayOf(entry) {
  const { data, folder, world, today } = entry;
  const told = isMadeUp(entry) ? [...listed(group(group(data.criteria).area).areas).map(([, area]) => area), folder] : [];
  const stories = told.flatMap((area) => chainOf(area, world)).map(({ id }) => world.stories?.[id]);
  return stories.find(Boolean) ?? today;
}

/** Whether an entry is made up: it says so, or the area does in whose folder it stands. */
export function isMadeUp({ data, folder, world }) {
  return data.fictional === true || chainOf(folder, world).some((area) => area.fictional);
}

/** @param {string} id @returns {Object[]} an area and those around it, the nearest first; none where it is not known */
export function chainOf(id, world) {
  const area = (world.areas ?? []).find((each) => each.id === id);
  if (!area) return [];
  const wider = { ...world, areas: world.areas.filter((each) => each !== area) };
  return [area, ...chainOf(area.within, wider)];
}
