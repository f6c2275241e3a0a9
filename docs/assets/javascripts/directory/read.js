/** Reads what a search needs, for a page that is there to search. */

import { directoryOf } from "./directory.js";
import { NATIONAL } from "./load.js";
import { searchable } from "./search.js";

/**
 * The directory for an area. Summaries are searched too, so it waits for them: results that move while somebody reads them
 * are worse than late ones. Where they cannot be read, names and words still find.
 *
 * @param {(name: string) => Promise<any>} read @param {string} id of the area, or ""
 */
export async function readDirectory(read, id) {
  const names = ["vocabulary", NATIONAL, ...(id ? [`area/${id}`] : [])];
  const late = [NATIONAL, ...(id ? [id] : [])].map((each) => read(`words/${each}`).catch(() => ({})));
  const [vocabulary, national, area = null] = await Promise.all(names.map(read));
  return directoryOf({ vocabulary, national, area, words: Object.assign({}, ...(await Promise.all(late))) }, searchable);
}
