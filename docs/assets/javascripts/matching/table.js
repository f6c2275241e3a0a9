/** Looks a code up in a table: only what the table itself holds, never what every object has, such as "constructor". */

const has = Object.prototype.hasOwnProperty;

/** @param {Record<string, any> | undefined} table @param {string} code @returns {any} undefined where there is none */
export function own(table, code) {
  return table && has.call(table, code) ? table[code] : undefined;
}

/** @param {Record<string, {chain: string[]}>} table @param {string} code @returns {string[]} the code and every wider one */
export function chainOf(table, code) {
  return own(table, code)?.chain ?? [code];
}
