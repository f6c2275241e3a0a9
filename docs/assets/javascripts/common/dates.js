/** A date in words: the twin of `rightdoor.model.measure.words_for_date`. */

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** @param {string} day such as "2026-08-14" @returns {string} "14 August 2026", whatever language the browser is set to */
export function dateWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}
