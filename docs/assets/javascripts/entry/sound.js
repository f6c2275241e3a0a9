/** What of a broken entry can be looked at further: everything but the places that break the grammar. */

/**
 * @param {*} data @param {{path: (string | number)[], missing?: boolean}[]} problems of the grammar
 * @returns {*} the same data without what is at fault; a row that lacks something, or is wrong, is nothing in its list
 */
export function sound(data, problems) {
  const copy = JSON.parse(JSON.stringify(data));
  for (const { path, missing } of problems) remove(copy, missing ? path.slice(0, -1) : path);
  return copy;
}

function remove(data, path) {
  if (!path.length) return;
  const last = path[path.length - 1];
  const holder = path.slice(0, -1).reduce((held, step) => held?.[step], data);
  if (holder === null || typeof holder !== "object") return;
  // Rows keep their numbers, because problems are told by them.
  if (Array.isArray(holder)) holder[last] = null;
  else delete holder[last];
}
