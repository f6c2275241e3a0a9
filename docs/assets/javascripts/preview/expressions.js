/** What an expression of a page's template comes to, as Jinja has it: `rightdoor.pages.preview_template` made it data. */

import { own } from "../matching/table.js";

/** Whether a value counts as something: an empty list and an empty table do not, as in Python. */
export function isSomething(value) {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Node || typeof value !== "object" || value === null) return Boolean(value);
  return Object.keys(value).length > 0;
}

const isIn = (part, whole) => (whole instanceof Set ? whole.has(part) : (whole ?? []).includes(part));

const PLAIN = Object.freeze({
  part: (whole, name) => own(whole ?? undefined, name),
  not: (value) => !isSomething(value),
  add: (left, right) => (Array.isArray(left) ? [...left, ...right] : left + right),
  together: (...parts) => parts.map((each) => each ?? "").join(""),
  row: (...parts) => parts,
  eq: (left, right) => left === right,
  in: isIn,
  notin: (part, whole) => !isIn(part, whole),
});

const LAZY = Object.freeze({
  const: (_, value) => value,
  name: (scope, name) => scope.get(name),
  and: (scope, left, right) => (isSomething(valueOf(left, scope)) ? valueOf(right, scope) : valueOf(left, scope)),
  or: (scope, left, right) => (isSomething(valueOf(left, scope)) ? valueOf(left, scope) : valueOf(right, scope)),
  either: (scope, test, yes, no) => (isSomething(valueOf(test, scope)) ? valueOf(yes, scope) : no && valueOf(no, scope)),
  table: (scope, ...rows) => Object.fromEntries(rows.map((row) => row.map((each) => valueOf(each, scope)))),
  filter: (scope, name, ...parts) => own(scope.filters, name)(...parts.map((each) => valueOf(each, scope))),
  test: (scope, name, value) => own(scope.tests, name)(valueOf(value, scope)),
  call: (scope, name, given, named) => {
    const byName = Object.entries(named).map(([key, each]) => [key, valueOf(each, scope)]);
    return scope.call(name, given.map((each) => valueOf(each, scope)), Object.fromEntries(byName));
  },
});

/**
 * @param {[string, ...any[]]} expression its name and its parts @param {object} scope what names stand for (`template.js`)
 * @returns {any} its value; what has no name is nothing
 */
export function valueOf([name, ...parts], scope) {
  if (name in LAZY) return LAZY[name](scope, ...parts);
  return PLAIN[name](...parts.map((each) => valueOf(each, scope)));
}
