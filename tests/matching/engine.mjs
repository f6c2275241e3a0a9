// The browser's engine as a long-running answerer: a line of JSON in, a line of JSON out.
// {files: {name, matching, national, areas, words, today}} keeps a set of data files; {name, asked: [{answers, service?}]}
// answers each question of it: one service, or (without one) the whole list in order; {words: [[reader, text]]} reads,
// {compared: [[operator, ...]]} and {combined: [[state]]} ask the operators and the table; {name, helps: areas} tells of
// the front door and crisis help.
import { createInterface } from "node:readline";
import { dateWords } from "../../docs/assets/javascripts/common/dates.js";
import { opened } from "../../docs/assets/javascripts/directory/table.js";
import { worldOf } from "../../docs/assets/javascripts/directory/world.js";
import { answersFrom } from "../../docs/assets/javascripts/matching/answers.js";
import { explain } from "../../docs/assets/javascripts/matching/explain.js";
import { askFirst, speaksOfCrisis } from "../../docs/assets/javascripts/matching/first.js";
import { named } from "../../docs/assets/javascripts/matching/instead.js";
import { match, matchAll, outcomeOf } from "../../docs/assets/javascripts/matching/match.js";
import { ageCode, ageWords, isUnclearAge, readAge, readSpan, spanCode, spanWords } from "../../docs/assets/javascripts/matching/measure.js";
import * as operators from "../../docs/assets/javascripts/matching/operators.js";
import { lowerFirst } from "../../docs/assets/javascripts/matching/phrases.js";

const READERS = { ageCode, ageWords, answersFrom, dateWords, isUnclearAge, lowerFirst, readAge, readSpan, spanCode, spanWords };
const kept = new Map();
const worlds = new Map();

/** Files as the loader gives them. */
function open({ matching, national, areas, ...rest }) {
  const each = Object.entries(areas).map(([id, file]) => [id, opened(file)]);
  return { ...rest, matching: opened(matching), national: opened(national), areas: Object.fromEntries(each) };
}

function worldFor(name, ties) {
  const key = `${name} ${JSON.stringify(ties)}`;
  if (!worlds.has(key)) {
    const { areas, ...files } = kept.get(name);
    const near = Object.entries(ties).map(([tie, area]) => [tie, areas[area] ?? null]);
    worlds.set(key, worldOf({ ...files, areas: Object.fromEntries(near) }));
  }
  return worlds.get(key);
}

function told(found, answers, world) {
  const { service, outcome, reasons, flags } = found;
  const rows = reasons.map(({ criterion, state, code, to, place }) => [criterion, state, code, to, place]);
  return { service: service.id, outcome, reasons: rows, flags, named: named(found), said: explain(found, answers, world) };
}

function answer(name, { service, answers }) {
  const world = worldFor(name, answers.areas);
  const before = { crisis: speaksOfCrisis(answers, world), ask_first: askFirst(answers, world) };
  const found = service ? [match(world.find(service), answers, world)] : matchAll(world, answers);
  return { ...before, matches: found.map((each) => told(each, answers, world)) };
}

/** Where to ask when nothing fits, crisis help, and the areas beside. */
function help(name, areas) {
  const { crisis, frontDoor, neighbours } = worldFor(name, areas);
  return { front_door: frontDoor?.id ?? null, crisis: crisis.map(({ id }) => id), beside: neighbours.map(({ id }) => id) };
}

function reply({ files, name, asked, helps, words, compared, combined }) {
  if (files) {
    kept.set(files.name, open(files));
    [...worlds.keys()].filter((key) => key.startsWith(`${files.name} `)).forEach((key) => worlds.delete(key));
    return {};
  }
  if (words) return words.map(([reader, text]) => READERS[reader](text));
  if (compared) return compared.map(([operator, ...sides]) => operators[operator](...sides));
  if (combined) return combined.map((states) => outcomeOf(states.map((state) => ({ state }))));
  if (helps) return help(name, helps);
  return asked.map((each) => answer(name, each));
}

createInterface({ input: process.stdin }).on("line", (line) => console.log(JSON.stringify(reply(JSON.parse(line)))));
