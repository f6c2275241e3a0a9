/** Words that the NHS asks us not to use, and curly quotation marks that hold nothing together. */

import { vocabulary } from "../nearest.js";
import { error, texts, warning } from "./frame.js";
import { FIELDS } from "./sentences.js";

const OURS = ["summary", "description", "note", "how", "then", "phone_note", "text_note", "crisis_note", "why"];
const THEIRS = ["words"];
const PAIRS = { "“": "”", "‘": "’", "„": "“" };
const QUOTED = [...FIELDS, "name", "also_known_as", "address", "title", "by", "story", "hours"];

/** A text uses words that the NHS asks us not to use: an error in our own sentences, a warning in those of others. */
export function wording(entry) {
  const copied = entry.data?.checked?.how === "other-directory";
  const ours = avoidedIn(texts(entry, ...OURS), false, copied ? warning : error);
  return [...ours, ...avoidedIn(texts(entry, ...THEIRS), true, warning)];
}

function avoidedIn(leaves, quoted, problem) {
  const who = quoted ? "The service's own words say" : "The text says";
  const advice = quoted ? "Leave that part of the quotation out, if the rest still tells the truth." : "";
  const phrases = avoided();
  return leaves.flatMap(([path, text]) => {
    const said = [];
    return phrases.flatMap(([phrase, say]) => {
      const found = find(phrase, text);
      if (!found || said.some(([from, to]) => from <= found[0] && found[1] <= to)) return [];
      said.push(found);
      return problem("wording", path, `${who} “${text.slice(...found)}”.`, advice || `Say instead: ${say}.`);
    });
  });
}

/** What to say instead of each phrase, the longest first, so that a part of one is not said again. */
function avoided() {
  const phrases = vocabulary("wording").flatMap((term) => (term.never ?? []).map((each) => [each.toLowerCase(), term.say ?? ""]));
  return phrases.sort(([one], [other]) => other.length - one.length);
}

/** Where a phrase stands in a text as whole words. */
function find(phrase, text) {
  const lower = text.toLowerCase();
  const isLetter = (letter) => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);
  for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
    if (!isLetter(lower[at - 1]) && !isLetter(lower[at + phrase.length])) return [at, at + phrase.length];
  }
  return null;
}

/** A text that begins and ends with curly marks, and has none of them between. */
export function curlyQuotes(entry) {
  return texts(entry, ...QUOTED).flatMap(([path, text]) => {
    const end = PAIRS[text[0]];
    const within = text.slice(1, -1);
    if (!end || !text.endsWith(end) || text.length < 2 || within.includes(text[0]) || within.includes(end)) return [];
    const message = `The curly marks ${text[0]} and ${end} are part of this text.`;
    return error("curly-quotes", path, message, `Type straight ones: "${within}"`);
  });
}
