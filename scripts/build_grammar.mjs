/**
 * Makes the grammar of an entry for the browser: `node scripts/build_grammar.mjs <checkout> <folder>`.
 *
 * ajv turns the JSON Schemas into plain functions here, so that the browser neither compiles nor evaluates anything (the
 * pages forbid it). With them go the schemas themselves and the words of the vocabularies, to explain what is wrong.
 * Writes `grammar.js`, one module without imports, and `packages.json`, the npm packages of which it holds code.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import nextVocabulary from "ajv/dist/vocabularies/next.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { parse } from "yaml";

const KINDS = ["service", "organization"];
/** What is kept of a term: what it is called, and what the checks ask about. */
const KEPT = ["code", "label", "synonyms", "clinical", "choices", "target", "never", "say", "discreet", "revealing", "days"];
/** Vocabularies that no field names, but that say what a word may mean, or may not be said. */
const ASKED = ["ambiguous", "legacy_names", "wording", "fact_groups"];
/** What a schema says to people in the page itself: of no use to the functions, nor to the explanations. */
const TOLD = ["$schema", "title", "description"];
/** What ajv notes of a fault: the functions only decide, and the explanations look for themselves. */
const NOTED = /\{instancePath.*?,params:\{.*?\}\}(?=\]?;)/g;
const [root, folder] = process.argv.slice(2);

const schemas = Object.fromEntries(
  KINDS.map((kind) => [kind, JSON.parse(readFileSync(join(root, "schema", `${kind}.schema.json`), "utf-8"))]),
);
const source = `${validators()}
export const vocabularies = ${JSON.stringify(vocabularies())};
`;
const made = await build({
  stdin: { contents: source, resolveDir: root, sourcefile: "grammar.js" },
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  target: "es2020",
  charset: "utf8",
  metafile: true,
  write: false,
});
writeFileSync(join(folder, "grammar.js"), made.outputFiles[0].contents);
writeFileSync(join(folder, "packages.json"), JSON.stringify(Object.keys(made.metafile.inputs)));

/** The code of `service(data)` and `organization(data)`, true where the grammar is kept; and of the schemas, which it holds. */
function validators() {
  // The plain class and the newer keywords by name: that of the whole draft makes code for `$dynamicRef`, which we lack.
  const ajv = new Ajv.default({
    messages: false,
    inlineRefs: false,
    loopEnum: 2,
    loopRequired: 2,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addVocabulary(nextVocabulary.default);
  ajv.addKeyword("x-vocabulary");
  for (const kind of KINDS) ajv.addSchema(untold(schemas[kind]), kind);
  const code = standaloneCode.default(ajv, Object.fromEntries(KINDS.map((kind) => [kind, kind])));
  const held = KINDS.map((kind) => `${kind}: ${nameIn(code, untold(schemas[kind]))}`);
  return `${code.replace(NOTED, "0")}\nexport const schemas = {${held.join(", ")}};`;
}

/** A field may be called title all the same: then it is a group, and no text. */
function untold(schema) {
  const isTold = (name, value) => TOLD.includes(name) && typeof value === "string";
  return JSON.parse(JSON.stringify(schema, (name, value) => (isTold(name, value) ? undefined : value)));
}

/** What the code calls a schema that it holds; the schema itself where it holds it not. */
function nameIn(code, schema) {
  const text = JSON.stringify(schema);
  return code.match(/(?<=const )schema\d+(?= = )/g)?.find((name) => code.includes(`const ${name} = ${text};`)) ?? text;
}

/** The terms of the vocabularies that entries use, or that say what was meant, in the order of their files. */
function vocabularies() {
  const used = [...JSON.stringify(schemas).matchAll(/"x-vocabulary":"(\w+)"/g)].map((found) => found[1]);
  return Object.fromEntries([...new Set([...used, ...ASKED])].sort().map((name) => [name, terms(name)]));
}

function terms(name) {
  const file = join(root, "schema", "vocabularies", `${name}.yaml`);
  // Python reads these files by the rules of YAML 1.1, in which `no` without quotes is not a word.
  const read = parse(readFileSync(file, "utf-8"), { version: "1.1" });
  return read.terms.map((term) => Object.fromEntries(KEPT.filter((key) => key in term).map((key) => [key, term[key]])));
}
