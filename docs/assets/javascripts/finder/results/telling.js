/** Sentences cut to what a hurried reader takes in, always saying how much was left for the second look. No DOM. */

/** As many letters as a line of a card holds beside the day of the facts; whoever is left out is one press away. */
const LETTERS = 84;

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
  if (sentence.length <= LETTERS) return [sentence, ""];
  const people = peopleIn(sentence);
  const opening = sentence.slice(0, sentence.indexOf(": ") + 2);
  const firsts = people.map((_, at) => `${opening}${people.slice(0, at + 1).join("; ")};`);
  const fitting = Math.max(1, firsts.filter(({ length }) => length <= LETTERS).length);
  return fitting === people.length ? [sentence, ""] : [firsts[fitting - 1], `and ${people.length - fitting} more.`];
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
