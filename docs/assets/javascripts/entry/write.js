/** An entry as the text of its file. */

import { orderedEntry } from "./order.js";
import { fields } from "./written.js";

/**
 * The text of an entry's file, which the strict reader reads back to the same data.
 *
 * @param {Object} data exactly what the file is to hold
 * @param {{kind?: string, original?: string, splice?: typeof import("./splice.js").splice}} [told] with the text that the
 *   entry had, and with `splice`, only what changed is touched
 * @returns {string}
 */
export function writeEntry(data, { kind = "service", original, splice } = {}) {
  const wanted = orderedEntry(data, kind);
  const changed = original === undefined ? null : splice(original, wanted);
  return changed ?? `${fields(wanted, 0).join("\n") || "{}"}\n`;
}
