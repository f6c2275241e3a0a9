/** The rows that answer a question, from the letters of the grid (`rightdoor/pages/coverage_cells.py`). No DOM here. */

/** The states by letter, best first; a digit is the number of open services, and "." is not asked. */
export const STATES = Object.freeze({ "+": "covered", k: "check", c: "closed", s: "stale", n: "none", u: "unknown" });

const LETTERS = Object.keys(STATES);

/** @param {string} letter @returns {string} the code of its state; "unasked" where it has none */
export function stateOf(letter) {
  return /[1-9]/.test(letter) ? "covered" : (STATES[letter] ?? "unasked");
}

/** The letters of a need in a situation: one text for each severity. */
function levels(cells, need, { situation, bands }) {
  const letters = (situation && cells.in[situation]?.[need]) || cells.needs[need];
  const plain = situation ? letters.replace(/[1-9]/g, "+") : letters;
  return Array.from({ length: plain.length / bands }, (_, at) => plain.slice(at * bands, (at + 1) * bands));
}

/** How many severities are covered at a band; the best that there is where none is. */
function together(told) {
  const asked = told.filter((letter) => letter !== ".");
  const amount = asked.filter((letter) => stateOf(letter) === "covered").length;
  if (amount) return { state: "covered", amount, of: asked.length };
  const best = Math.min(...asked.map((letter) => LETTERS.indexOf(letter)));
  return { state: asked.length ? STATES[LETTERS[best]] : "unasked" };
}

function cellOf(letter) {
  return { state: stateOf(letter), ...(/[1-9]/.test(letter) ? { amount: Number(letter) } : {}) };
}

/** The lines of a need: all severities in one, or each on its own where one need or one state is asked about. */
function lines(cells, need, choices, { severities, bands }) {
  const told = levels(cells, need, { situation: choices.situation, bands });
  const line = (text, severity = "") => ({ need, severity, cells: [...text].map(cellOf) });
  if (told.length === 1) return [line(told[0])];
  if (choices.severity) return [line(told[severities.indexOf(choices.severity)])];
  if (choices.need || choices.state) return told.map((text, at) => line(text, severities[at]));
  return [{ need, severity: "", cells: Array.from({ length: bands }, (_, at) => together(told.map((text) => text[at]))) }];
}

/**
 * @param {{needs: Record<string, string>, in: Record<string, Record<string, string>>}} cells
 * @param {import("./choices.js").Choices} choices @param {{severities: string[], ages: string[]}} axes
 * @returns {{need: string, severity: string, cells: {state: string, amount?: number, of?: number}[]}[]} one cell for each age chosen
 */
export function rowsOf(cells, choices, { severities, ages }) {
  const places = ages.map((_, at) => at).filter((at) => !choices.age || ages[at] === choices.age);
  return Object.keys(cells.needs)
    .filter((need) => !choices.need || need === choices.need)
    .flatMap((need) => lines(cells, need, choices, { severities, bands: ages.length }))
    .map((row) => ({ ...row, cells: places.map((at) => row.cells[at]) }))
    .filter((row) => row.cells.some(({ state }) => (choices.state ? state === choices.state : state !== "unasked")));
}

/** @returns {number} the groups of people in some rows that are in a state, or are asked about at all */
export function groupsIn(rows, state) {
  return rows.flatMap((row) => row.cells).filter((cell) => (state ? cell.state === state : cell.state !== "unasked")).length;
}
