/** What a correction changes, field by field, in the words of the form. */

import { isGroup, same, valueAt } from "./paths.js";
import { nameOf } from "./problems.js";

const LONGEST = 60;
const UNKNOWN = "not known";

/**
 * @param {object} before what the entry says @param {object} after what the form says
 * @param {import("./scope.js").Spot[]} spots @returns {string[]} such as "Does it take referrals now: Open → Closed"
 */
export function changesOf(before, after, spots) {
  const lines = new Set();
  const shut = [];
  for (const { path, $field } of spots) {
    const [was, is] = [valueAt(before, path), valueAt(after, path)];
    const inside = shut.some((outer) => outer.every((name, at) => name === path[at]));
    if (inside || same(was, is) || isWhole($field, was, is)) continue;
    if ($field.dataset.field === undefined) shut.push(path);
    lines.add(line($field, was, is));
  }
  return [...lines];
}

/** Whether what stands inside a question or in its rows says what changed, and not itself. */
function isWhole($field, was, is) {
  if ($field.dataset.either !== undefined) return typeof was !== "string" && typeof is !== "string" && was !== undefined && is !== undefined;
  if ($field.dataset.rows === undefined) return false;
  if ($field.hasAttribute("data-keyed")) return same(keys(was), keys(is));
  return Array.isArray(was) && Array.isArray(is) && was.length === is.length;
}

const keys = (value) => (isGroup(value) ? Object.keys(value).filter((name) => isGroup(value[name])).sort() : []);

function line($field, was, is) {
  const name = [$field.closest(".rd-form__row")?.querySelector("legend").textContent, nameOf($field)].filter(Boolean).join(", ");
  const [from, to] = [worded($field, was), worded($field, is)];
  return from && to ? `${name}: ${from} → ${to}` : `${name}: changed`;
}

/** A single short value as the form says it; "" for what is more than that. */
function worded($field, value) {
  if (value === undefined) return UNKNOWN;
  if (typeof value === "object" || $field.dataset.field === undefined || String(value).length > LONGEST) return "";
  const code = CSS.escape(String(value));
  const $option = $field.querySelector(`option[value="${code}"]`);
  const $choice = $field.querySelector(`.rd-form__choice input[value="${code}"]`);
  return ($option ?? $choice?.parentElement.querySelector("label"))?.textContent.trim() ?? String(value);
}
