/** Sentences cut to what a hurried reader takes in, always saying how much was left for the second look. No DOM. */

/** Two kinds of people say what sort of service it is; the rest is one press away. */
const PEOPLE_AT_ONCE = 2;

/**
 * The people of a sentence such as "Also not for: people with psychosis; people with bipolar disorder."
 *
 * @param {string} sentence @returns {string[]}
 */
export function peopleIn(sentence) {
  const from = sentence.indexOf(": ");
  return sentence ? sentence.slice(from + 2).replace(/\.$/, "").split("; ") : [];
}

/** @param {string} sentence @returns {[string, string]} the first kinds of people, and how many more are named below */
export function cutShort(sentence) {
  const people = peopleIn(sentence);
  const left = people.length - PEOPLE_AT_ONCE;
  if (left < 1) return [sentence, ""];
  const opening = sentence.slice(0, sentence.indexOf(": ") + 2);
  return [`${opening}${people.slice(0, PEOPLE_AT_ONCE).join("; ")};`, `and ${left} more.`];
}

/**
 * The weeks in a line of waits stand out, since they are what is looked for.
 *
 * @param {string} line @returns {{text: string, strong: boolean}[]}
 */
export function waitParts(line) {
  const parts = line.split(/((?:about )?[0-9]+ weeks?|less than a week)/i);
  return parts.map((text, at) => ({ text, strong: at % 2 === 1 })).filter(({ text }) => text);
}

/**
 * A sentence with a gap, cut where links go: "Refer instead to {services}." is "Refer instead to " and ".".
 *
 * @param {string} sentence @param {string} gap @returns {[string, string]}
 */
export function around(sentence, gap) {
  const [before, after = ""] = sentence.split(`{${gap}}`);
  return [before, after];
}
