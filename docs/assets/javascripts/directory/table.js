/** Records out of a table of columns: the twin of `rightdoor.pages.browser_table`, which says how it is made. */

/** Letters begin behind the quotation mark, and leave out the backslash. */
const FIRST = 35;
const BACKSLASH = 92;
const FIRST_CAPITAL = 65;

/** The names under which a record names others: by id, or by the row of one in the same table. */
const NAMING = new Set(["to", "declined", "via"]);

function placeOf(letter) {
  const code = letter.charCodeAt(0);
  return code - FIRST - (code > BACKSLASH ? 1 : 0);
}

/** The values of a column, one for each record. */
function valuesOf(column, ids) {
  if (Array.isArray(column)) return column;
  if (column.by) return ids;
  if (column.of) return [...column.at].map((letter) => column.of[placeOf(letter)]);
  const parts = column.table ? recordsOf(column.table, ids) : valuesOf(column.parts);
  let next = 0;
  return valuesOf(column.counts).map((count) => (count === null ? null : parts.slice(next, (next += count))));
}

/** The part of a record that holds the last name of a path. */
function partOf(record, names) {
  return names.reduce((part, name) => (part[name] ??= {}), record);
}

/** The ids that a value of a naming column stands for. */
function named(value, ids) {
  if (Array.isArray(value)) return value.map((each) => named(each, ids));
  return typeof value === "number" ? ids[value] : value;
}

/** An id out of the words of its service's name: a capital letter stands for each of them. */
function idOf(shortened, name) {
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  const parts = shortened.match(/[A-Z]|[^A-Z]+/g);
  return parts.map((part) => (/[A-Z]/.test(part) ? words[part.charCodeAt(0) - FIRST_CAPITAL].toLowerCase() : part)).join("-");
}

function idsOf({ id = [], name }) {
  if (!id.by) return valuesOf(id);
  const names = valuesOf(name);
  return id.by.map((shortened, at) => idOf(shortened, names[at]));
}

/** @param {{rows: number, columns: [string, any][]}} table @param {string[]} [ids] of the rows of the outermost table @returns {object[]} */
function recordsOf({ rows, columns }, ids = idsOf(Object.fromEntries(columns))) {
  const records = Array.from({ length: rows }, () => ({}));
  for (const [path, column] of columns) {
    const names = path.split(".");
    const last = names.pop();
    const values = valuesOf(column, ids);
    (NAMING.has(last) ? named(values, ids) : values).forEach((value, at) => {
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
