/** Words that differ only in whom they speak of: "end her life" and "end my life", "lost my wife" and "lost my partner". */

/** @param {string} spaced words @param {string} stands what all of them are read as */
const each = (spaced, stands) => spaced.split(" ").map((word) => [word, stands]);

/** "Himself", "herself" and "themselves", also with a slip: "herslef". */
const SELF = /^(?:my|hi|him|his|her|your|them|our|it)[self]{3,5}$|selves$/;
const PARTNER = each("husband wife boyfriend girlfriend spouse ex fiance fiancee hubby bf gf", "partner");
const SHARED = [...PARTNER, ...each("his their your our", "my"), ...each("him them us you", "me")];

/** "Her" is read both ways: as in "her life" and as in "hits her". */
const READINGS = Object.freeze([new Map([...SHARED, ["her", "my"]]), new Map([...SHARED, ["her", "me"]])]);

function readBy(reading, folded) {
  return folded.split(" ").map((word) => reading.get(word) ?? (SELF.test(word) ? "myself" : word)).join(" ");
}

/** @param {string} folded what was typed @returns {string[]} itself, and the ways it reads when persons count alike */
export function readings(folded) {
  if (!folded.includes(" ")) return [folded];
  return [...new Set([folded, ...READINGS.map((reading) => readBy(reading, folded))])];
}

/** @param {string} folded a phrase of the vocabulary @returns {string} the same with persons alike; one word stays: "HIS", "ME" */
export function alike(folded) {
  return folded.includes(" ") ? readBy(READINGS[0], folded) : folded;
}
