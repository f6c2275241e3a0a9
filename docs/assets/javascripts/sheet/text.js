/** The text of a sheet as it is copied on a day; no DOM. */

import { dateWords } from "../common/dates.js";
import { fold } from "../common/text.js";

/**
 * @param {string} built the text as the site was built with it, ending in "Copied on:"
 * @param {string[]} warnings what the page warns of today; those that the text has already are left out
 * @param {string} day such as "2026-11-23"
 * @returns {string}
 */
export function textOn(built, warnings, day) {
  const known = fold(built);
  const more = [...new Set(warnings)].filter((warning) => !known.includes(fold(warning)));
  const at = built.indexOf("\n\n");
  const head = at < 0 ? built : built.slice(0, at);
  const lines = more.map((warning) => `\n!! ${warning}`).join("");
  return `${head}${lines}${built.slice(head.length).trimEnd()} ${dateWords(day)}\n`;
}
