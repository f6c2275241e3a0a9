/**
 * What one service says in one row, as plain values: lines of words, whether anything is known, and where it is about
 * being taken, a stance.
 *
 * @typedef {"takes" | "check" | "refuses" | "silent"} Stance
 *
 * @typedef {object} Line
 * @property {string} text
 * @property {"own" | "how" | "small" | "stop" | "warn" | "instead"} [as] `own` are the service's own words
 * @property {string[]} [to] ids of services that the line leads to
 *
 * @typedef {object} Cell
 * @property {Line[]} lines @property {boolean} known @property {Stance} [stance] @property {string} [word] of the stance
 *
 * @typedef {object} Row
 * @property {string} code @property {string} label @property {Cell[]} cells @property {boolean} differs
 *
 * @typedef {object} Group
 * @property {string} code @property {string} label @property {Row[]} rows
 */

const NOBODY_SAID = "Not known: nobody has said.";
export const NOT_READ = "Cannot be read just now: see the service's page.";

/** @param {(Line | string | false | undefined | null)[]} lines what is empty is left out @returns {Cell} */
export function said(...lines) {
  const told = lines.filter(Boolean).map((line) => (typeof line === "string" ? { text: line } : line));
  return told.length ? { lines: told, known: true } : silent();
}

/** @param {string} [words] @returns {Cell} a cell that says that nothing is known: never blank, and never a yes */
export function silent(words = NOBODY_SAID) {
  return { lines: [{ text: words }], known: false };
}

/** The service's own words, unless they only repeat ours. */
export function ownWords(words, ours) {
  const repeats = words && words.replace(/\.$/, "").toLowerCase() === ours.toLowerCase();
  return words && !repeats ? { text: words, as: "own" } : null;
}

/** Where to go instead. */
export function instead(ids, text = "Others, go instead:") {
  return ids?.length ? { text, as: "instead", to: ids } : null;
}

/** What a row is compared by: what we say of each, and neither quotations nor where else to go, which nearly always differ. */
function meaning({ lines, stance, word, known }) {
  return JSON.stringify([stance, word, known, lines.filter(({ as }) => as !== "own" && as !== "instead")]);
}

/** @param {string} code @param {string} label @param {Cell[]} cells one for each service @returns {Row} */
export function row(code, label, cells) {
  return { code, label, cells, differs: new Set(cells.map(meaning)).size > 1 };
}
