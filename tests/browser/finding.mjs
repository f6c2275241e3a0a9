// Runs the finder's own logic outside a browser: reads {files, today}, then {area, asked: [[name, …arguments]]} line by line.
import { createInterface } from "node:readline";
import { directoryOf } from "../../docs/assets/javascripts/directory/directory.js";
import { labelled } from "../../docs/assets/javascripts/directory/load.js";
import { searchable } from "../../docs/assets/javascripts/directory/search.js";
import { worldOf } from "../../docs/assets/javascripts/directory/world.js";
import { asksFor } from "../../docs/assets/javascripts/finder/asking/asks.js";
import { patchFor } from "../../docs/assets/javascripts/finder/asking/patch.js";
import { placesFor } from "../../docs/assets/javascripts/finder/asking/places.js";
import { suggestionsFor } from "../../docs/assets/javascripts/finder/asking/suggestions.js";
import { startAgain, toldIn } from "../../docs/assets/javascripts/finder/asking/told.js";
import { foundFor } from "../../docs/assets/javascripts/finder/found.js";
import { known } from "../../docs/assets/javascripts/finder/known.js";
import { reveals, speakNeutrally } from "../../docs/assets/javascripts/finder/neutral.js";
import { canShow, hashOf, stateOf } from "../../docs/assets/javascripts/finder/state.js";
import { DOES_NOT_FIT, CHECK_FIRST, match } from "../../docs/assets/javascripts/matching/match.js";
import { keyOf, withAnswer } from "../../docs/assets/javascripts/matching/questions.js";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { files, today } = JSON.parse((await lines.next()).value);
const listed = new Map(files.areas.areas.map((area) => [area.id, area]));
let world, directory, here, words;

/** Puts the finder where the practice is. */
function goTo(area) {
  const file = files[`area/${area}`];
  speakNeutrally(files.matching);
  world = worldOf({ matching: labelled(files.matching, files.vocabulary), national: files.national, areas: { practice: file }, today });
  directory = directoryOf({ vocabulary: files.vocabulary, national: files.national, area: file }, searchable);
  directory.addNames(files[`words/${area}`]);
  here = listed.get(area);
  words = { grammar: world.grammar, byCode: directory.byCode, nameOf: (id) => listed.get(id)?.name ?? id };
}

function groupOf(service, answers) {
  const { outcome } = match(service, answers, world);
  return [DOES_NOT_FIT, CHECK_FIRST].includes(outcome) ? outcome : "fits";
}

/** Whether a service stands elsewhere after one answer than after another, by brute force over a wide set of answers. */
function moved(question, state) {
  const { answers, matches } = foundFor(state, world);
  const spans = [0, 24, 168, 672, 730, 2190, 4380, 4381, 8760, 8761, 17520, 50000];
  const values = {
    severity: world.grammar.severities.map(({ code }) => code),
    flag: ["yes", "no", ...spans],
    people: ["yes", "no"],
    since: spans,
    route: Object.keys(world.grammar.who),
    area: [...listed.keys(), "elsewhere"],
  }[question.kind];
  const tried = values.map((value) => withAnswer(answers, question, value));
  return matches.some(({ service }) => new Set(tried.map((told) => groupOf(service, told))).size > 1);
}

/** The rows of the services still possible to which some answer would move them. */
function left(state) {
  const { answers, matches } = foundFor(state, world);
  const open = matches.filter(({ outcome }) => outcome !== DOES_NOT_FIT);
  return open.flatMap(({ service }) => {
    const rows = ["only", "not", "first"].flatMap((name) => (service.criteria ?? {})[name] ?? []);
    const asks = rows.map(({ r }) => ({ kind: r in world.grammar.reasons ? "flag" : "people", code: r }));
    const told = (code) => code in answers.flags || code in answers.people;
    const unasked = asks.filter(({ code }) => !told(code) && !told(world.grammar.reasons[code]?.opposite));
    return unasked
      .filter((ask) => new Set(["yes", "no"].map((value) => groupOf(service, withAnswer(answers, ask, value)))).size > 1)
      .map(({ code }) => `${service.id}: ${code}`);
  });
}

/** Answers every question in turn, the way `pick` says, until none is left. */
function interview(hash, pick) {
  let state = stateOf(hash);
  const skipped = new Set();
  const steps = [];
  for (let turn = 0; turn < 80; turn += 1) {
    const { answers, matches } = foundFor(state, world);
    const { first, end } = asksFor(matches, answers, world, { skipped, here });
    if (!first) return { steps, end, left: left(state), hash: hashOf(state) };
    const step = { key: keyOf(first), text: first.text, choices: first.choices.map(({ label }) => label) };
    const journey = world.grammar.journeys.questions.some(({ code }) => code === first.code);
    steps.push({ ...step, journey, moves: moved(first, state) });
    const { value } = first.choices[(pick + turn * (pick % 2)) % Math.max(first.choices.length, 1)] ?? {};
    if (pick < 0 || value === undefined) skipped.add(keyOf(first));
    else state = { ...state, ...patchFor(first, value, state) };
  }
  return { steps, end: "never", left: [] };
}

const can = {
  hash: (hash) => hashOf(stateOf(hash)),
  state: stateOf,
  known: (hash) => hashOf(known(stateOf(hash), world.grammar)),
  reveals,
  discreet: (hash) => toldIn(known(stateOf(hash), world.grammar), words).map(({ discreet }) => discreet),
  found: (hash) => foundFor(known(stateOf(hash), world.grammar), world).matches.map(({ service }) => service.id),
  canShow: (hash) => canShow(stateOf(hash)),
  chips: (hash) => toldIn(stateOf(hash), words).map(({ words: said }) => said),
  without: (hash, at) => hashOf({ ...stateOf(hash), ...toldIn(stateOf(hash), words)[at].patch }),
  again: (hash) => hashOf({ ...stateOf(hash), ...startAgain(stateOf(hash)) }),
  places: (text) => placesFor(text, listed, files.places).map(({ id, label, note }) => [id, label, note]),
  suggest: (text) => suggestionsFor(text, directory.search.look(text), directory),
  ask: (hash, aside = []) => {
    const { answers, matches } = foundFor(stateOf(hash), world);
    const { first, all, end } = asksFor(matches, answers, world, { skipped: new Set(aside), here });
    return { first: first && { ...first, key: keyOf(first) }, all: all().map(keyOf), end };
  },
  interview,
};
for await (const line of lines) {
  const { area, asked } = JSON.parse(line);
  if (here?.id !== area) goTo(area);
  console.log(JSON.stringify(asked.map(([name, ...told]) => can[name](...told))));
}
