/** The forms that text may have to keep, and what somebody who wrote another form meant: as `rightdoor.records.grammar_forms`. */

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const DAY_FIRST = /^([0-9]{1,2})(?:st|nd|rd|th)?[-/. ]([0-9]{1,2}|[a-z]{3,9})[-/. ]([0-9]{4})$/;
const YEAR_FIRST = /^([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?:[t ].{0,40})?$/;
const AGE = /^(?:aged )?([0-9]{1,3}) ?(?:years?|yrs?|y)?(?:(?: and)? ?([0-9]{1,2}) ?(?:months?|mths?|m))?$/;
const MONTHS_ONLY = /^([0-9]{1,2}) ?(?:months?|mths?|m)$/;
const SPAN = /^([0-9]{1,4}) ?(hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mths?|m|years?|yrs?|y)$/;
const AT = / ?(?:\[at\]|\(at\)| at |@) ?/gi;
const DOT = / ?(?:\[dot\]|\(dot\)| dot ) ?/gi;
const EMAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;
const QUOTES = /^[ “”‘’"']+|[ “”‘’"']+$/g;

/** What each form is, in words. */
export const FORMS = {
  line: "it must be one line that neither begins nor ends with a blank",
  word: "it must be one word, without blanks",
  id: "an id has only small letters, digits and single hyphens",
  date: "a date is written year-month-day",
  years: "this age is written in whole years",
  age: "an age is written in years and months",
  span: "a length of time is a number and a letter",
  flag: "the answer is yes, no or how long ago",
};
/** A form is known by what its pattern lets through: the first of these that it does. */
const SAMPLES = Object.entries({
  line: "A b",
  word: "A:b",
  id: "ab-c",
  date: "2026-08-14",
  age: "17y9m",
  flag: "yes",
  span: "4w",
  years: "25y",
});
const EXAMPLES = {
  id: "Type it like this: northvale-talking-therapies",
  date: "Type the year, the month and the day in figures, with hyphens: YYYY-MM-DD",
  age: "Type it like this: 18y, or 17y9m for 17 years and 9 months.",
  years: "Type whole years, such as 25y; for years and months use under instead.",
  span: "Type it like this: 4h, 2d, 4w, 6m or 1y.",
  flag: "Type yes or no, or a time such as 3w.",
  word: "Delete the blanks.",
};

/** @param {string} [pattern] @returns {keyof FORMS} the form that a pattern of our schemas asks for */
export function formOf(pattern) {
  return SAMPLES.find(([, sample]) => pattern && new RegExp(pattern, "u").test(sample))?.[0] ?? "line";
}

/** @param {keyof FORMS} form @param {string} value @returns {string} what to do where nobody can tell what was meant */
export function looksLike(form, value) {
  if (form !== "line") return EXAMPLES[form];
  if (value.endsWith("\n") && !value.slice(0, -1).includes("\n")) {
    return "Write it on one line; where it begins with > or |, type >- instead.";
  }
  return "Write it on one line, without blanks at the beginning or the end.";
}

/** @param {string} value @param {keyof FORMS} form @returns {string | null} the value in its right form, where it is plain */
export function putRight(value, form) {
  const typed = value.toLowerCase().replace(QUOTES, "").split(/\s+/).filter(Boolean).join(" ");
  if (form === "date") return dateOf(typed);
  if (form === "id") return idFrom(typed);
  if (form === "age" || form === "years") {
    const age = ageOf(typed);
    return age?.endsWith("m") && form === "years" ? null : age;
  }
  if (form === "word" && EMAIL.test(asEmail(value))) return asEmail(value);
  const span = form === "span" && SPAN.exec(typed);
  return span ? `${span[1]}${span[2][0]}` : null;
}

function idFrom(typed) {
  const id = typed.replace(/\.yaml$/, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return id.slice(0, 60) || null;
}

/** @param {string} value @returns {string} an email address with its @ and dots, where they were written as words */
export function asEmail(value) {
  return value.trim().replace(/^mailto:/, "").replace(AT, "@").replace(DOT, ".");
}

/** A date that can be read in one way only; the day comes first, as is usual here. */
function dateOf(typed) {
  const year = YEAR_FIRST.exec(typed);
  if (year) return iso(year[1], year[2], year[3]);
  const day = DAY_FIRST.exec(typed.replace(/,/g, ""));
  return day ? iso(day[3], day[2], day[1]) : null;
}

function iso(year, month, day) {
  const number = /^[0-9]+$/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) + 1;
  if (number < 1 || number > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(number).padStart(2, "0")}-${String(Number(day)).padStart(2, "0")}`;
}

function ageOf(typed) {
  const months = MONTHS_ONLY.exec(typed);
  if (months) return `${months[1]}m`;
  const years = AGE.exec(typed);
  return years ? `${years[1]}y${years[2] ? `${years[2]}m` : ""}` : null;
}
