// Compares services outside a browser: reads {files, areas, asked: [{ids, answers}]}, prints the rows of each.
import { readFileSync } from "node:fs";
import { comparison } from "../../docs/assets/javascripts/directory/compare/index.js";
import { labelled } from "../../docs/assets/javascripts/directory/load.js";
import { worldOf } from "../../docs/assets/javascripts/directory/world.js";
import { answersFrom } from "../../docs/assets/javascripts/matching/answers.js";

const { files, areas, today, asked } = JSON.parse(readFileSync(0, "utf-8"));
const byTie = Object.fromEntries(Object.entries(areas).map(([tie, id]) => [tie, files[`area/${id}`]]));
const words = Object.entries(files).flatMap(([name, file]) => (name.startsWith("words/") ? [file] : []));
const world = worldOf({ matching: labelled(files.matching, files.vocabulary), national: files.national, areas: byTie, words, today });
const told = asked.map(({ ids, answers }) => {
  const services = ids.map((id) => world.services.get(id));
  return comparison(services, answers ? answersFrom({ areas, ...answers }) : null, world);
});
console.log(JSON.stringify(told));
