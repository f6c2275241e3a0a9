// Answers refusals outside a browser: reads {files, areas, asked: [{service, why, state}]}, prints what each comes to.
import { readFileSync } from "node:fs";
import { worldOf } from "../../docs/assets/javascripts/directory/world.js";
import { answersFrom } from "../../docs/assets/javascripts/matching/answers.js";
import { refusalChoices } from "../../docs/assets/javascripts/matching/refusal.js";
import { refused } from "../../docs/assets/javascripts/matching/refused.js";
import { adviceSaid, standingSaid, toSay } from "../../docs/assets/javascripts/matching/refused_said.js";

const { files, asked } = JSON.parse(readFileSync(0, "utf-8"));

function world(areas) {
  const told = Object.fromEntries(Object.entries(areas).map(([tie, id]) => [tie, files[`area/${id}`]]));
  const words = [files["words/national"], ...Object.values(areas).map((id) => files[`words/${id}`])];
  return worldOf({ matching: files.matching, national: files.national, areas: told, words, today: "2026-11-23" });
}

function said({ service: id, why, state }) {
  const here = world(state.areas);
  const service = here.find(id);
  const choices = refusalChoices(service, here, files.refusals);
  const found = refused({ service, why }, answersFrom(state), here, files.refusals);
  if (!found) return { choices };
  const ids = (matches) => matches.map((each) => each.service.id);
  const { fits, check, refuses } = found.others;
  return {
    choices,
    standing: found.standing,
    said: standingSaid(found, here, files.refusals),
    bridges: found.bridges.map((each) => [each.why, each.match.service.id, each.match.outcome]),
    others: { fits: ids(fits), check: ids(check), refuses: ids(refuses) },
    say: toSay(found, here, files.refusals),
    advice: adviceSaid(found, here, files.refusals),
    crisis: found.crisis,
  };
}

console.log(JSON.stringify(asked.map(said)));
