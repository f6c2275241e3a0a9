/**
 * Neutral words for codes that must not stand in an address, where a history, a shared screen or a print would show them
 * to whoever must not know. The vocabularies have the words; until they are read nobody can have chosen such a code here.
 */

import { own } from "../matching/table.js";

let addresses = Object.freeze({});

/** @param {{addresses: Record<string, string>}} grammar of `matching.json`, whose words are written from now on */
export function speakNeutrally(grammar) {
  ({ addresses } = grammar);
}

/** @param {string} code @returns {string} what stands for it in an address */
export function neutral(code) {
  return own(addresses, code) ?? code;
}

/** @param {string} hash @returns {boolean} whether it holds a code that should not be seen */
export function reveals(hash) {
  const told = [...new URLSearchParams(hash.replace(/^#/, "")).values()];
  return told.flatMap((each) => each.split(/[,:]/)).some((code) => own(addresses, code) !== undefined);
}

/** @param {{addresses: Record<string, string>}} grammar @returns {(word: string) => string} the code of a neutral word, and of any other the same */
export function meantIn(grammar) {
  const codes = new Map(Object.entries(grammar.addresses).map((pair) => pair.reverse()));
  return (word) => codes.get(word) ?? word;
}
