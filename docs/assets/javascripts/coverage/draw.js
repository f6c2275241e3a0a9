/** Draws the answer as the page draws its tables: shapes and bars are taken from the key below them. */

import { element } from "../common/dom.js";

const BOUNDS = Object.freeze([1, 2, 3, 5, 9]);
const MOST = 9;

function picture(kind) {
  const $svg = document.querySelector(`.rd-heat__legend .rd-heat__cell--${kind} svg`);
  return $svg ? [$svg.cloneNode(true)] : [];
}

/** A number of open services, or of severities; without a number the word of the state. */
function inside({ state, amount, of }, label) {
  if (!amount) return [...(state === "covered" ? [] : picture(state)), element("span", { class: "rd-heat__word" }, label(state))];
  const words = of ? ` of ${of} ` : amount === MOST ? " or more open " : " open ";
  return [element("strong", { class: "rd-heat__number" }, String(amount)), words, ...picture(stepOf({ amount, of }))];
}

function stepOf({ amount, of }) {
  return of ? amount : BOUNDS.filter((bound) => bound <= amount).length;
}

function drawCell(cell, span, ages, label) {
  const step = cell.amount ? ` rd-heat__cell--${stepOf(cell)}` : cell.state === "covered" ? " rd-heat__cell--2" : "";
  return element("td", { class: `rd-heat__cell rd-heat__cell--${cell.state}${step}`, colspan: String(span), "data-label": ages }, ...inside(cell, label));
}

/** The words of bands beside one another: "5 to 10" and "11 to 15" are 5 to 15; "65 to 74" and "75 and over" are 65 and over. */
function together(first, last) {
  if (first === last) return first;
  const [from, to] = [first.split(" ")[0], last.split(" ")];
  return to.includes("over") ? `${from} and over` : `${from} to ${to[to.length - 1]}`;
}

/** Neighbours alike in one cell. */
function drawCells(cells, ages, label) {
  const same = (a, b) => a && a.state === b.state && a.amount === b.amount && a.of === b.of;
  const runs = [];
  cells.forEach((cell, at) => (same(runs[runs.length - 1]?.cell, cell) ? (runs[runs.length - 1].last = at) : runs.push({ cell, first: at, last: at })));
  return runs.map(({ cell, first, last }) => drawCell(cell, last - first + 1, together(ages[first], ages[last]), label));
}

function drawRow(row, ages, words) {
  const severity = row.severity ? [" ", element("span", { class: "rd-line rd-small" }, words.severity(row.severity))] : [];
  const $head = element("th", { scope: "row" }, element("a", { href: `#need-${row.need}` }, words.need(row.need)), ...severity);
  return element("tr", {}, $head, ...drawCells(row.cells, ages, words.state));
}

/**
 * @param {ReturnType<import("./rows.js").rowsOf>} rows @param {string[]} ages the words of the bands shown
 * @param {{need: Function, severity: Function, state: Function}} words the words of codes @param {string} caption
 */
export function drawTable(rows, ages, words, caption) {
  const $heads = ["Need", ...ages].map((head) => element("th", { scope: "col" }, head));
  return element(
    "table",
    { class: "rd-heat__table" },
    element("caption", {}, element("span", { class: "rd-heat__caption" }, caption)),
    element("thead", {}, element("tr", {}, ...$heads)),
    element("tbody", {}, ...rows.map((row) => drawRow(row, ages, words))),
  );
}
