/**
 * Telephone numbers as digits, and which of them can be rung in the United Kingdom.
 *
 * Which ranges exist comes with the data of the site (`world.phones`), from the very library that the command line asks.
 */

const DRAMA =
  /^0(?:11[3-8]4960|1[2-6]14960|1914980|1632960|2079460|2896496|2890180|2920180|3069990|7700900|8081570|9098790)[0-9]{3}$/;
const WRITTEN = /^\+?[0-9 ()-]+$/;
export const TEXT_RELAY = "18001";
export const SHORT = ["101", "111", "112", "999", "116000", "116006", "116111", "116123"];
export const SHORT_TEXTS = ["999", "85258"];

/** @param {string} number @returns {string} its digits in their form within the country: `+44 20…` becomes `020…` */
export function digitsOf(number) {
  const digits = number.replace(/[^0-9]/g, "");
  const prefix = ["0044", "44"].find((each) => digits.startsWith(each) && digits.length > 11);
  return prefix ? `0${digits.slice(prefix.length).replace(/^0/, "")}` : digits;
}

/** @param {string} number @returns {boolean} whether it is kept for stories, so that it never rings at anybody's home */
export function isDrama(number) {
  return DRAMA.test(withoutRelay(digitsOf(number)));
}

/** @param {string} digits @returns {string} without the number of the text relay before them */
export function withoutRelay(digits) {
  return digits.startsWith(TEXT_RELAY) ? digits.slice(TEXT_RELAY.length) : digits;
}

/** @param {string} number @param {Object} world @returns {boolean} whether a full number (not a short one) can exist */
export function isValid(number, { phones }) {
  if (!WRITTEN.test(number)) return false;
  if (isDrama(number) || (!phones && /[0-9]/.test(number))) return true;
  return phones !== undefined && national(number, phones) !== null;
}

/** @param {string} number @returns {boolean} whether it is a mobile's: 07, but not 070 (forwarding) or 076 (pagers) */
export function isMobile(number) {
  const digits = digitsOf(number);
  return digits.length === 11 && digits.startsWith("07") && !"06".includes(digits[2]);
}

/** @param {string} number a valid one @param {Object} world @returns {string} with the spaces that its area code asks for */
export function spaced(number, { phones }) {
  const digits = (phones && national(number, phones)) ?? digitsOf(number).replace(/^0/, "");
  for (const [pattern, format, leading] of phones?.formats ?? []) {
    if (new RegExp(`^(?:${leading})`).test(digits) && new RegExp(`^(?:${pattern})$`).test(digits)) {
      return `0${digits.replace(new RegExp(`^(?:${pattern})$`), format)}`;
    }
  }
  return `0${digits}`;
}

/** The digits behind the first 0, or behind +44; null where no such number is given out. */
function national(number, phones) {
  const digits = number.replace(/[^0-9]/g, "");
  const abroad = number.trim().startsWith("+") || digits.startsWith("00");
  const ways = abroad
    ? [digits.replace(/^00/, "").match(/^44(.*)$/)?.[1] ?? ""]
    : [digits, digits.startsWith("44") ? digits.slice(2) : digits];
  const exists = (each) => phones.numbers.some((pattern) => new RegExp(`^(?:${pattern})$`).test(each));
  return ways.flatMap((each) => [each.replace(/^0/, ""), each.replace(/^180020/, "")]).find(exists) ?? null;
}
