// The browser's engine as a long-running answerer: a line of JSON in, a line of JSON out.
// {files: {name, matching, national, areas, words, today}} keeps a set of data files; {name, asked: [{answers, service?}]}
// answers each question of it: one service, or (without one) the whole list in order.
import { createInterface } from "node:readline";
import { worldOf } from "../../docs/assets/javascripts/directory/world.js";
import { answersFrom } from "../../docs/assets/javascripts/matching/answers.js";
import { explain } from "../../docs/assets/javascripts/matching/explain.js";
import { askFirst, speaksOfCrisis } from "../../docs/assets/javascripts/matching/first.js";
import { named } from "../../docs/assets/javascripts/matching/instead.js";
import { match, matchAll } from "../../docs/assets/javascripts/matching/match.js";
import { ageWords, dateWords, spanWords } from "../../docs/assets/javascripts/matching/measure.js";

const kept = new Map();
const worlds = new Map();

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

function answer(name, { service, answers, state }) {
  const asked = answers ?? answersFrom(state);
  const world = worldFor(name, asked.areas);
  const before = { crisis: speaksOfCrisis(asked, world), ask_first: askFirst(asked, world) };
  const found = service ? [match(world.find(service), asked, world)] : matchAll(world, asked);
  return { ...before, matches: found.map((each) => told(each, asked, world)) };
}

function reply({ files, name, asked, words }) {
  if (files) {
    kept.set(files.name, files);
    [...worlds.keys()].filter((key) => key.startsWith(`${files.name} `)).forEach((key) => worlds.delete(key));
    return {};
  }
  if (words) return { ages: words.ages.map(ageWords), days: words.days.map(dateWords), spans: words.spans.map(spanWords) };
  return asked.map((each) => answer(name, each));
}

createInterface({ input: process.stdin }).on("line", (line) => console.log(JSON.stringify(reply(JSON.parse(line)))));
