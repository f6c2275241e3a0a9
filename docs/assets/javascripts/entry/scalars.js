/** What an unquoted value means, as the strict reader has it: the twin of `rightdoor.records.scalars`. */

const NOT_TEXT = new Map([["true", true], ["false", false], ["null", null], ["", null]]);
const NUMBER = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;
const MAX_WHOLE_DIGITS = 15;
const MAX_DECIMAL_DIGITS = 20;

/** A number with more digits than can be kept exactly. */
export class NumberTooLong extends Error {}

/**
 * @param {string} typed @returns {string | number | boolean | null} the value of an unquoted scalar
 * @throws {NumberTooLong}
 */
export function plainValue(typed) {
  if (NOT_TEXT.has(typed)) return NOT_TEXT.get(typed);
  const number = NUMBER.exec(typed);
  if (!number) return typed;
  const [, sign, whole, decimals = ""] = number;
  if (whole.length > MAX_WHOLE_DIGITS || decimals.length > MAX_DECIMAL_DIGITS) throw new NumberTooLong(typed);
  return sign && whole === "0" && !decimals ? typed : Number(typed);
}
