// Goes on journeys outside a browser: reads {files, asked: [{state}]}, prints the questions, answers, order and help.
import { readFileSync } from "node:fs";
import { worldOf } from "../../docs/assets/javascripts/directory/world.js";
import { answersFrom } from "../../docs/assets/javascripts/matching/answers.js";
import { carersHelp, griefHelp } from "../../docs/assets/javascripts/matching/journey_help.js";
import { journeyAgeLabel, journeyAnswers, journeyOrder, journeyQuestions } from "../../docs/assets/javascripts/matching/journeys.js";
import { matchAll } from "../../docs/assets/javascripts/matching/match.js";

const { files, asked } = JSON.parse(readFileSync(0, "utf-8"));
const ids = (matches) => matches.map(({ service }) => service.id);

function told({ state }) {
  const areas = Object.fromEntries(Object.entries(state.areas).map(([tie, id]) => [tie, files[`area/${id}`]]));
  const world = worldOf({ matching: files.matching, national: files.national, areas, today: "2026-11-23" });
  const answers = journeyAnswers(answersFrom(state), world);
  const matches = journeyOrder(matchAll(world, answers), answers, world);
  const grief = griefHelp(matches, answers, world);
  const care = carersHelp(matches, answers, world);
  return {
    questions: journeyQuestions(answers, world),
    needs: answers.needs,
    people: answers.people,
    age: journeyAgeLabel(answers, world),
    order: matches.map(({ service, outcome }) => [service.id, outcome, service.type]),
    grief: grief && { ...grief, local: ids(grief.local), national: ids(grief.national) },
    care: care && { ...care, support: ids(care.support), assessments: care.assessments.map((each) => ({ ...each, ask: each.ask.map(({ id }) => id) })) },
  };
}

console.log(JSON.stringify(asked.map(told)));
