/**
 * Days that may be bank holidays, by the rules for them; one more may always be proclaimed, or one moved.
 *
 * England and Wales: https://www.gov.uk/bank-holidays (read 23 November 2026); Scotland and Northern Ireland add some.
 */

const MONDAY = 0;
const TUESDAY = 1;
const FRIDAY = 4;

/** Days from Easter Sunday. */
const GOOD_FRIDAY = -2;
const EASTER_MONDAY = 1;

/** Easter Sunday of a year, as a time (the anonymous Gregorian computus). */
function easter(year) {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - skipped - correction + 15) % 30;
  const rest = year % 100;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * late + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}

function atEaster({ year, month, day }) {
  const days = (Date.UTC(year, month - 1, day) - easter(year)) / 86_400_000;
  return days === GOOD_FRIDAY || days === EASTER_MONDAY;
}

/** A day of the year, or the first working days after it when it falls on a weekend. */
function onOrAfter({ month, day, weekday }, [inMonth, first, last]) {
  if (month !== inMonth || day < first) return false;
  return day === first || (day <= last && (weekday === MONDAY || weekday === TUESDAY));
}

function mondayOf({ month, day, weekday }, [inMonth, from, to]) {
  return weekday === MONDAY && month === inMonth && from <= day && day <= to;
}

/** Month, the day itself, and the last day that may stand in for it. */
const EVERYWHERE = Object.freeze([[1, 1, 3], [12, 25, 28], [12, 26, 28]]);
/** Month, and the days between which its Monday lies. */
const MONDAYS = Object.freeze([[5, 1, 7], [5, 25, 31], [8, 25, 31]]);

/** Those of Scotland or Northern Ireland. */
const ELSEWHERE = Object.freeze([[1, 2, 4], [3, 17, 19], [7, 12, 14], [11, 30, 30], [12, 1, 2]]);
const MONDAYS_ELSEWHERE = Object.freeze([[8, 1, 7]]);

/**
 * @param {{year: number, month: number, day: number, weekday: number}} date Monday is 0
 * @param {boolean} uk whether those of any nation count, and not only those of England and Wales
 * @returns {boolean}
 */
export function mayBeBankHoliday(date, uk) {
  const days = uk ? [...EVERYWHERE, ...ELSEWHERE] : EVERYWHERE;
  const mondays = uk ? [...MONDAYS, ...MONDAYS_ELSEWHERE] : MONDAYS;
  return atEaster(date) || days.some((each) => onOrAfter(date, each)) || mondays.some((each) => mondayOf(date, each));
}
