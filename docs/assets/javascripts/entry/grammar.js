/**
 * Whether an entry keeps to the grammar, and in plain words why not: the twin of `rightdoor.records.grammar_explain`.
 *
 * The functions that ajv made from the JSON Schemas decide; only what they refuse is explained.
 */

import { organization, service } from "./built/grammar.js";
import { findings, placeOf } from "./findings.js";
import { meantBy, missingField, notTogether, unknown, unknownField } from "./say_fields.js";
import { sayValue } from "./say_values.js";

const DECIDE = { service, organization };
const OF_FIELDS = ["additionalProperties", "required", "not"];
/** Of a place that breaks several rules only the first of these is said. */
const RANK = ["type", "anyOf", "minLength", "minItems", "minProperties", "enum", "const", "pattern", "maxLength"];
const MOST = 50;

/**
 * @param {Object} data @param {string} kind
 * @returns {{path: (string | number)[], field?: boolean, missing?: boolean, code: string, message: string, tip: string}[]}
 *   the problems, one for each cause; `field` where the name of the field is at fault and not its value, `missing` where
 *   the field that the path names is not there
 */
export function judgeGrammar(data, kind) {
  if (DECIDE[kind](data)) return [];
  const found = findings(data, kind);
  const ofFields = found.filter((each) => OF_FIELDS.includes(each.rule));
  const ofValues = found.filter((each) => !OF_FIELDS.includes(each.rule));
  return [...sayFields(ofFields, kind), ...sayValues(ofValues)].slice(0, MOST);
}

function sayValues(found) {
  const rank = ({ rule }) => (RANK.includes(rule) ? RANK.indexOf(rule) : RANK.length);
  const best = new Map();
  for (const each of [...found].sort((one, other) => rank(one) - rank(other))) {
    const place = JSON.stringify(placeOf(each));
    if (!best.has(place)) best.set(place, { path: placeOf(each), field: each.isName, ...sayValue(each) });
  }
  return [...best.values()];
}

/** Unknown and missing fields; a missing field is not said where an unknown one is its misspelling. */
function sayFields(found, kind) {
  const meant = new Set();
  const unknowns = found.flatMap((finding) =>
    unknown(finding).map((name) => {
      const guess = meantBy(name, finding);
      meant.add(JSON.stringify([...finding.path, guess]));
      return { path: [...finding.path, name], field: true, ...unknownField(name, guess, finding, kind) };
    }),
  );
  const others = found
    .filter(({ rule, path, missing }) => rule !== "required" || !meant.has(JSON.stringify([...path, missing])))
    .filter(({ rule }) => rule !== "additionalProperties")
    .map((each) =>
      each.rule === "not"
        ? { path: each.path, field: true, ...notTogether(each) }
        : { path: [...each.path, each.missing], missing: true, ...missingField(each, kind) },
    );
  return [...unknowns, ...others];
}
