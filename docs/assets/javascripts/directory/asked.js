/** What was typed, in the forms in which it is compared. */

import { fold } from "../common/text.js";
import { readings } from "./alike.js";
import { apartFromArea, withoutPerson } from "./query.js";

/** The words that the speller reads otherwise, each once. */
function mendedOf(typed, spell) {
  return [...new Set(typed.split(" "))].map((word) => ({ typed: word, read: spell(word) })).filter((each) => each.read !== each.typed);
}

/**
 * `text` keeps its capitals; `whole` is folded and its spelling mended, for names of services; `bare` has no area's name
 * in it and `core` no age either; `forms` are the ways these read when persons count alike, for words of the vocabulary.
 *
 * @param {string} query @param {{spell: (word: string) => string, areas: {folded: string, code: string}[]}} known
 */
export function understood(query, { spell, areas }) {
  const typed = fold(query);
  const whole = typed.split(" ").map(spell).join(" ");
  const { place, bare } = apartFromArea(whole, areas);
  const core = withoutPerson(bare);
  const forms = [...new Set([bare, core].flatMap(readings))];
  return { text: whole === typed ? query : whole, whole, bare, core, forms, place, mended: mendedOf(typed, spell) };
}
