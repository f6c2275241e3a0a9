/** What an answer to a question puts into the state. No DOM here. */

/**
 * @param {{kind: string, code?: string, tie?: string, choices: {value: string, people?: object}[]}} question
 * @param {string} value @param {import("../state.js").State} state @returns {object} a patch for the store
 */
export function patchFor({ kind, code, tie, choices }, value, state) {
  if (kind === "flag") return { flags: { ...state.flags, [code]: value } };
  if (kind === "area") return { areas: { ...state.areas, [tie]: value } };
  if (kind === "people") {
    // One answer may say of several groups whether the person is of them: who died, for one.
    const told = choices.find((choice) => choice.value === value)?.people ?? { [code]: value };
    return { people: { ...state.people, ...told } };
  }
  return { [kind]: value };
}
