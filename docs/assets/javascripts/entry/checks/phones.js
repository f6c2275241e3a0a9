/** Phone and text numbers that cannot be rung, or are hard to read: as `phone_not_valid` and `phone_not_spaced`. */

import { error, texts, warning } from "./frame.js";
import { digitsOf, isValid, SHORT, SHORT_TEXTS, spaced, TEXT_RELAY } from "./telephone.js";

const LONGEST_RUN = 8;

/** A phone or text number cannot be rung in the United Kingdom. */
export function phonesNotValid(entry) {
  const { world } = entry;
  const wrong = (name, short) =>
    texts(entry, name)
      .filter(([, number]) => !short.includes(digitsOf(number)) && !isValid(number, world))
      .map(([path, number]) => notAPhone(path, number));
  const relay = texts(entry, "text_relay").filter(([, number]) => !isRelay(number, world));
  return [
    ...wrong("phone", SHORT),
    ...wrong("text", SHORT_TEXTS),
    ...relay.map(([path, number]) =>
      error(
        "phone-not-valid",
        path,
        `The number ${number} is not a text relay number.`,
        "Type 18001, a space and the phone number: 18001 01632 960 110",
      ),
    ),
  ];
}

function isRelay(number, world) {
  const digits = digitsOf(number);
  return digits.startsWith(TEXT_RELAY) && isValid(digits.slice(TEXT_RELAY.length), world);
}

function notAPhone(path, number) {
  const digits = digitsOf(number);
  const message = `The number ${number} is not a UK phone number.`;
  if (/\p{L}/u.test(number)) {
    const tip = "Type the number alone. Words about it go into phone_note or text_note.";
    return error("phone-not-valid", path, message, tip);
  }
  if (/^(?:\+|00)/.test(number.trim()) && !digits.startsWith("0")) {
    const tip = "Numbers of other countries are not listed. Type the number to ring from the United Kingdom.";
    return error("phone-not-valid", path, message, tip);
  }
  const tip = `It has ${digits.length} digits; most UK numbers have 11, beginning with 0. Copy it again from the source.`;
  return error("phone-not-valid", path, message, tip);
}

/** A phone number is written without spaces. */
export function phonesNotSpaced(entry) {
  const { world } = entry;
  const run = (number) => Math.max(0, ...number.split(/\s+/).map((each) => each.length));
  return texts(entry, "phone", "text")
    .filter(([, number]) => run(number) > LONGEST_RUN && isValid(number, world))
    .map(([path, number]) =>
      warning(
        "phone-not-spaced",
        path,
        `The number ${number} is written without spaces.`,
        `Type: ${spaced(number, world)}`,
      ),
    );
}
