/** Rows of the criteria that repeat or deny one another: as `rightdoor.records.checks.rows_contradict`. */

import { criteriaOf, error, rows } from "./frame.js";

const CODE = "rows-contradict";
const LISTS = ["only", "does_not_take", "check_first", "takes_despite"];
const OPPOSITES = [["does_not_take", "takes_despite"], ["check_first", "takes_despite"], ["does_not_take", "check_first"]];

/** Once for each pair of lists. */
export function rowsContradict(entry) {
  return criteriaOf(entry).flatMap((fields) => [
    ...LISTS.filter((name) => fields.own.includes(name)).flatMap((name) => repeated(fields, name)),
    ...OPPOSITES.filter((pair) => pair.some((name) => fields.own.includes(name))).flatMap((pair) => opposed(fields, ...pair)),
  ]);
}

function repeated({ values, places }, name) {
  const seen = new Set();
  return rows(values[name]).flatMap(([index, { reason }]) => {
    const twice = seen.has(reason);
    seen.add(reason);
    const message = `The reason ${reason} stands twice in ${name}.`;
    const tip = "Keep one row, with everything that is said in both.";
    return twice ? error(CODE, [...places[name], index], message, tip) : [];
  });
}

function opposed({ values, places }, first, second) {
  const graded = second === "check_first";
  const narrowed = (row) => graded && ("within" in row || "except_via" in row);
  const refused = rows(values[first]).filter(([, row]) => !narrowed(row)).map(([, row]) => row.reason);
  return rows(values[second])
    .filter(([, { reason }]) => refused.includes(reason))
    .map(([index, { reason }]) =>
      error(
        CODE,
        [...places[second], index],
        `The reason ${reason} stands in ${first} and in ${second}, which cannot both be true.`,
        `Delete it from ${first} or from ${second}.${graded ? " If it is refused only for a time, type within: 4w in does_not_take." : ""}`,
      ),
    );
}
