/**
 * What is asked about, as it stands in the address after the "#": a browser sends that part to nobody.
 *
 * @typedef {Record<"need" | "severity" | "age" | "situation" | "state", string>} Choices codes; "" is any
 */

export const NAMES = Object.freeze(["need", "severity", "age", "situation", "state"]);

/** @param {string} hash @param {(name: string, code: string) => boolean} known @returns {Choices} what nobody knows is any */
export function choicesOf(hash, known) {
  const told = new URLSearchParams(hash.includes("=") ? hash.replace(/^#/, "") : "");
  return Object.fromEntries(NAMES.map((name) => [name, known(name, told.get(name) ?? "") ? told.get(name) : ""]));
}

/** @param {Choices} choices @returns {string} without "#"; "" where nothing is chosen */
export function hashOf(choices) {
  return new URLSearchParams(NAMES.filter((name) => choices[name]).map((name) => [name, choices[name]])).toString();
}
