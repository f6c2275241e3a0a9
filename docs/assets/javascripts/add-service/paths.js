/** Values within an entry, by the names and numbers that lead to them. Nothing empty is ever left behind. */

/** @param {object} data @param {(string | number)[]} path @returns {unknown} undefined where there is nothing */
export function valueAt(data, path) {
  return path.reduce((inner, name) => (inner !== null && typeof inner === "object" ? inner[name] : undefined), data);
}

/** @param {unknown} value @returns {boolean} whether it is a group of fields */
export function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Puts a value where a path leads, making the groups on the way; undefined takes it away, with groups left empty by that.
 *
 * @param {object} data changed in place @param {string[]} path @param {unknown} value
 */
export function put(data, path, value) {
  const [name, ...rest] = path;
  if (!rest.length) {
    if (value === undefined) delete data[name];
    else data[name] = value;
    return;
  }
  if (!isGroup(data[name])) {
    if (value === undefined) return;
    data[name] = {};
  }
  put(data[name], rest, value);
  if (!Object.keys(data[name]).length) delete data[name];
}

/** @param {string} key such as "criteria.age" @returns {string[]} */
export function pathOf(key) {
  return key.split(".");
}

/** @template T @param {T} value plain data @returns {T} */
export function copyOf(value) {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/** @param {unknown} one @param {unknown} other @returns {boolean} whether they hold the same in the same order */
export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
