/** Records out of a table of columns: the twin of `rightdoor.pages.browser_table`, which says how it is made. */

/** The values of a column, one for each record. */
function valuesOf(column) {
  if (Array.isArray(column)) return column;
  if (column.of) return column.at.map((place) => column.of[place]);
  const parts = column.table ? recordsOf(column.table) : valuesOf(column.parts);
  let next = 0;
  return valuesOf(column.counts).map((count) => (count === null ? null : parts.slice(next, (next += count))));
}

/** The part of a record that holds the last name of a path. */
function partOf(record, names) {
  return names.reduce((part, name) => (part[name] ??= {}), record);
}

/** @param {{rows: number, columns: Record<string, any>}} table @returns {object[]} */
function recordsOf({ rows, columns }) {
  const records = Array.from({ length: rows }, () => ({}));
  for (const [path, column] of Object.entries(columns)) {
    const names = path.split(".");
    const last = names.pop();
    valuesOf(column).forEach((value, at) => {
      // What nobody has said is no part of a record. Equal values are shared, and nothing changes them.
      if (value !== null) partOf(records[at], names)[last] = value;
    });
  }
  return records;
}

/** @param {any} file as it was read @returns {any} the same with every table in it read as records */
export function opened(file) {
  const parts = Object.entries(file).map(([name, part]) => [name, part?.columns ? recordsOf(part) : part]);
  return Array.isArray(file) ? file : Object.fromEntries(parts);
}
