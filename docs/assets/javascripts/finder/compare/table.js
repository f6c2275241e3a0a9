/**
 * The table of a comparison. On a wide screen and on paper the services stand side by side; on a narrow one they stand
 * below one another in each row (docs/decisions/0135-compare.md). The roles are written out because browsers forget that
 * a table is one when its parts are no longer displayed as such.
 */

import { element } from "../../common/dom.js";
import { aboutRow } from "../../directory/compare/about.js";
import { cellNodes } from "./cells.js";

/** What is printed above the column of a service whose name must not lie about. */
const NEUTRAL = "Support service";

/** The name stays in sight while a reader goes down the rows. */
function nameOf({ id, name, discreet }, { links }) {
  const $neutral = discreet ? [element("span", { class: "rd-compare__neutral" }, NEUTRAL)] : [];
  const $name = element("a", { class: discreet ? "rd-discreet" : "", href: links.service(id) }, name);
  return element("th", { scope: "col", role: "columnheader", class: "rd-compare__name" }, ...$neutral, $name);
}

/** What the service is and what must be seen before anything else, with the button that takes it out. */
function aboutOf({ id, name, discreet }, cell, context, remove) {
  const $again = element("a", { class: "rd-compare__again", href: context.links.service(id) }, name);
  const $remove = element("button", { type: "button", class: "rd-compare__remove rd-button rd-button--quiet", "data-id": id }, "Remove", element("span", { class: "rd-hidden" }, ` ${name}`));
  $remove.addEventListener("click", () => remove(id));
  const $about = element("div", {}, ...cellNodes(cell, context));
  return element("td", { role: "cell", class: discreet ? "rd-compare__about--discreet" : "" }, $again, $about, $remove);
}

function headOf({ cells, label }, services, context, remove) {
  const $names = element("tr", { role: "row", class: "rd-compare__heads" }, element("td", { role: "cell" }), ...services.map((each) => nameOf(each, context)));
  const $label = element("th", { scope: "row", role: "rowheader" }, label);
  const $about = element("tr", { role: "row", class: "rd-compare__about" }, $label, ...cells.map((cell, at) => aboutOf(services[at], cell, context, remove)));
  return [element("thead", { role: "rowgroup" }, $names), element("tbody", { role: "rowgroup" }, $about)];
}

function rowOf({ label, cells, differs }, services, context) {
  const $cells = cells.map((cell, at) => {
    const $cell = element("td", { role: "cell", "data-label": services[at].name }, element("div", {}, ...cellNodes(cell, context)));
    if (cell.stance) $cell.className = `rd-compare__cell--${cell.stance}`;
    return $cell;
  });
  return element("tr", { role: "row", ...(differs ? {} : { "data-same": "" }) }, element("th", { scope: "row", role: "rowheader" }, label), ...$cells);
}

function bodyOf(group, services, context) {
  const $title = element("th", { scope: "rowgroup", role: "rowheader", colspan: String(services.length + 1) }, group.label);
  const $rows = group.rows.map((each) => rowOf(each, services, context));
  return element("tbody", { role: "rowgroup", "data-group": group.code }, element("tr", { role: "row", class: "rd-compare__group" }, $title), ...$rows);
}

/** On paper a discreet service is named at the end, where a glance does not fall. */
function namesOf(services) {
  if (!services.some(({ discreet }) => discreet)) return [];
  const $cells = services.map(({ name }) => element("td", { role: "cell" }, name));
  const $row = element("tr", { role: "row" }, element("th", { scope: "row", role: "rowheader" }, "Service"), ...$cells);
  return [element("tbody", { role: "rowgroup", class: "rd-compare__names" }, $row)];
}

/**
 * @param {import("../../directory/compare/cells.js").Group[]} groups @param {object[]} services @param {object} context
 * @param {{remove: (id: string) => void, $foot: HTMLElement}} parts `$foot` is printed at the foot of every sheet
 * @returns {HTMLTableElement}
 */
export function comparisonTable(groups, services, context, { remove, $foot }) {
  const $caption = element("caption", { class: "rd-hidden" }, "Services side by side, one row for each criterion");
  const $heads = headOf(aboutRow(services, context.world), services, context, remove);
  const $place = element("td", { role: "cell", colspan: String(services.length + 1) }, $foot);
  const $print = element("tfoot", { role: "rowgroup" }, element("tr", { role: "row" }, $place));
  const $bodies = groups.map((group) => bodyOf(group, services, context));
  const size = `rd-compare__table rd-compare__table--${services.length}`;
  return element("table", { class: size, role: "table" }, $caption, ...$heads, ...$bodies, ...namesOf(services), $print);
}

/**
 * Shows all rows, or only those in which the services differ.
 *
 * @param {HTMLTableElement} $table @param {boolean} onlyDiffering @returns {number} how many rows are left out
 */
export function showRows($table, onlyDiffering) {
  const $same = [...$table.querySelectorAll("tr[data-same]")];
  $same.forEach(($row) => ($row.hidden = onlyDiffering));
  for (const $body of $table.querySelectorAll("tbody[data-group]")) {
    $body.hidden = onlyDiffering && !$body.querySelector("tr:not(.rd-compare__group):not([data-same])");
  }
  return onlyDiffering ? $same.length : 0;
}
