/**
 * How long people wait, as a card says it: the words of each wait and under them a bar, on a scale of one year from the
 * referral. The twin of `rightdoor.pages.waits` and of the macro in `components/wait/wait.html`.
 */

import { element } from "../../common/dom.js";
import { capital } from "../../common/text.js";
import { drawn } from "./shapes.js";

const STEP = /^(?:about ([0-9]+) weeks?|less than a week) from (.+) to (.+)$/i;
const YEAR = 52;

/** A wait of days still has to be seen. */
const LEAST = 0.6;

/** Where a bar begins whose end lies beyond the year, at most. */
const LAST_START = 48;

/**
 * The outline of a bar; "" where nobody has said what comes before, since its place is not known then.
 *
 * @param {number | undefined} start @param {number} weeks
 */
export function outline(start, weeks) {
  if (start === undefined) return "";
  const length = Math.max(weeks, LEAST);
  if (start + weeks <= YEAR) return `M${Math.min(start, YEAR - length)} 0h${length}v8h-${length}z`;
  const from = Math.min(start, LAST_START);
  return `M${from} 0H50.5l1.5 2-1.5 2 1.5 2-1.5 2H${from}z`;
}

/** After how many weeks from the referral each step is reached, as far as the waits before it say, in whatever order they stand. */
export function endsOf(waits) {
  let ends = new Map([["referral", 0]]);
  for (let left = waits, known; left.length; left = left.filter((each) => !known.includes(each))) {
    known = left.filter(({ from }) => ends.has(from));
    if (!known.length) break;
    ends = new Map([...known.map(({ from, to, number }) => [to, ends.get(from) + number]), ...ends]);
  }
  return ends;
}

/**
 * The waits of a line such as "about 4 weeks from referral to assessment, about 12 weeks from assessment to treatment (on 31
 * October 2026)", with the bar of each and the day.
 *
 * @param {string} line @returns {{steps: {weeks: string, rest: string, bar: string}[], on: string}}
 */
export function waitsIn(line) {
  const [, waits, on] = line.match(/^(.*) \(on (.*)\)$/);
  const told = waits.split(", ").map((words) => {
    const [, number = "0", from, to] = words.match(STEP);
    return { words, number: Number(number), from, to };
  });
  const ends = endsOf(told);
  const steps = told.map(({ words, number, from }) => {
    const [weeks, rest] = words.split(/ (?=from )/);
    return { weeks: capital(weeks), rest, bar: outline(ends.get(from), number) };
  });
  return { steps, on };
}

function bar(d, scaled = true) {
  const $bar = drawn("svg", { class: "rd-wait__bar", viewBox: "0 0 52 8", preserveAspectRatio: "none", "aria-hidden": "true" });
  if (scaled) $bar.append(drawn("path", { class: "rd-wait__scale", d: "M0 8h52M13 4v4M26 4v4M39 4v4M52 4v4" }));
  $bar.append(d ? drawn("path", { class: "rd-wait__time", d }) : drawn("path", { class: "rd-wait__open", d: "M0 4h52" }));
  return $bar;
}

function step({ weeks, rest, bar: d }) {
  return element("p", { class: "rd-wait__step" }, element("span", {}, element("strong", {}, weeks), ` ${rest}`), bar(d));
}

/** @param {{line: string, old: boolean} | null} wait null is not known @returns {HTMLElement} */
export function waitOf(wait) {
  if (!wait) return element("p", { class: "rd-wait rd-wait--small rd-wait--unknown" }, element("span", { class: "rd-unknown" }, "Not known"), bar("", false));
  const { steps, on } = waitsIn(wait.line);
  const $on = element("p", { class: "rd-wait__on" }, `On ${on}${wait.old ? ", not confirmed lately" : ""}`);
  return element("div", { class: `rd-wait rd-wait--small${wait.old ? " rd-wait--old" : ""}` }, ...steps.map(step), $on);
}
