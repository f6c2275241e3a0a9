/** What is said of a word that is not one of a controlled list: as `rightdoor.records.grammar_codes`. */

import { lastField } from "./findings.js";
import { foundElsewhere, guess, nearestWord, vocabulary } from "./nearest.js";
import { shown } from "./refusals.js";

const MANY = 12;
const CALLED = {
  needs: "a need",
  service_types: "a type of service",
  therapies: "a therapy",
  reasons: "a reason not to take somebody",
  groups: "a group of people",
  delivery: "a way of giving a service",
  access: "a word of access",
  referral_who: "somebody who refers",
};

/** @param {import("./findings.js").Finding} finding the words for a word that is not one of those allowed */
export function notACode(finding) {
  const { path, isName, limit, node } = finding;
  // In a list the word is held; where it is a whole value it is what the field says. Python's `str` of a flag has a capital.
  const value = typeof finding.value === "boolean" ? (finding.value ? "True" : "False") : String(finding.value);
  const verb = isName || typeof path[path.length - 1] === "number" ? "holds" : "is";
  const name = node["x-vocabulary"];
  return {
    code: "unknown-word",
    message: `${lastField(path)} ${verb} “${shown(value)}”, which is not one of the words allowed here.`,
    tip: name ? tipOfVocabulary(value, name) : tipOfWords(value, Array.isArray(limit) ? limit : [limit]),
  };
}

/** @param {string[]} words @returns {string} the words of a short list */
export function allowed(words) {
  return `Use one of: ${words.join(", ")}.`;
}

function tipOfWords(value, words) {
  const near = nearestWord(value, words);
  return near ? `Did you mean ${near}?` : allowed(words);
}

function tipOfVocabulary(value, name) {
  const meant = guess(value, name);
  const home = foundElsewhere(value, name);
  if (meant.codes.length) {
    const asked = `Did you mean ${anyOf(meant.codes, name)}?`;
    return home && !meant.sure ? `${value} is ${CALLED[home]}. ${asked}` : asked;
  }
  const words = vocabulary(name).map((term) => term.code);
  const listed = words.length <= MANY ? allowed(words) : `All words are in schema/vocabularies/${name}.yaml.`;
  return home ? `${value} is ${CALLED[home]}. ${listed}` : listed;
}

function anyOf(codes, name) {
  const labels = new Map(vocabulary(name).map((term) => [term.code, term.label]));
  const labelled = codes.map((code) => `${code} (${labels.get(code) ?? code})`);
  return [labelled.slice(0, -1).join(", "), labelled[labelled.length - 1]].filter(Boolean).join(" or ");
}
