/**
 * Whether a service is open now, by the minutes of the week that its record says.
 *
 * The days of bank holidays are not in the data, and some are proclaimed late. So a day that may be one is treated as
 * either: what would be closed on a bank holiday, or may be, is then neither open nor closed but not known.
 */

import { mayBeBankHoliday } from "./bank_holidays.js";

const DAY = 1440;
const WEEK = 7 * DAY;
const DAYS = Object.freeze(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);

const LONDON = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  weekday: "short",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/**
 * A moment as clocks in the United Kingdom show it.
 *
 * @param {Date} now @returns {{weekday: number, minute: number, year: number, month: number, day: number}} Monday is 0
 */
export function clockOf(now) {
  const parts = Object.fromEntries(LONDON.formatToParts(now).map(({ type, value }) => [type, value]));
  const minute = Number(parts.hour) * 60 + Number(parts.minute);
  return { weekday: DAYS.indexOf(parts.weekday), minute, year: Number(parts.year), month: Number(parts.month), day: Number(parts.day) };
}

/** The stretch of time that holds a minute; none where it is in none. */
function holding(ranges, minute) {
  return (ranges ?? []).find(([start, end]) => start <= minute && minute < end);
}

/** Whether a service says that it is shut from one day of the year to another, both included: "24 December to 1 January". */
function isOff(off, { month, day }) {
  const today = `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return (off ?? []).some(([first, last]) => (first <= last ? first <= today && today <= last : first <= today || today <= last));
}

/** What the hours of an ordinary week say. */
function inWeek({ at, maybe }, minute) {
  if (holding(at, minute)) return true;
  return holding(maybe, minute) ? null : false;
}

/** What they say of a bank holiday; where nobody has said, being open is in doubt and being closed is not. */
function onHoliday({ ph }, minute, usual) {
  if (!ph) return usual === false ? false : null;
  return holding(ph, minute) !== undefined;
}

/** Whether today, and whether yesterday may be a bank holiday, for each clock: all services ask the same. */
const holidays = new WeakMap();

function holidaysAt(clock) {
  if (!holidays.has(clock)) {
    const days = [clock, dayBefore(clock)];
    holidays.set(clock, [false, true].map((uk) => days.map((day) => mayBeBankHoliday(day, uk))));
  }
  return holidays.get(clock);
}

/** Whether a bank holiday may bear on now: today, or the day before where the doors have been open since then. */
function holidayBears({ at, maybe, uk }, clock, minute) {
  const [today, yesterday] = holidaysAt(clock)[uk ? 1 : 0];
  if (today) return true;
  const since = (holding(at, minute) ?? holding(maybe, minute))?.[0] ?? minute;
  const fromYesterday = since < clock.weekday * DAY || (since === 0 && clock.weekday === 0);
  return fromYesterday && yesterday;
}

function dayBefore({ year, month, day, weekday }) {
  const before = new Date(Date.UTC(year, month - 1, day - 1));
  return { year: before.getUTCFullYear(), month: before.getUTCMonth() + 1, day: before.getUTCDate(), weekday: (weekday + 6) % 7 };
}

/**
 * @param {{at: number[][], maybe?: number[][], ph?: number[][], off?: string[][], uk?: boolean} | undefined} open as in a record
 * @param {ReturnType<typeof clockOf>} clock
 * @returns {boolean | null} null where it is not known; unknown hours are never open
 */
export function isOpen(open, clock) {
  if (!open) return null;
  if (isOff(open.off, clock)) return false;
  const minute = (clock.weekday * DAY + clock.minute) % WEEK;
  const usual = inWeek(open, minute);
  if (!holidayBears(open, clock, minute)) return usual;
  const holiday = onHoliday(open, clock.minute, usual);
  return usual === holiday ? usual : null;
}
