// Answers searches outside a browser: reads {vocabulary, national, area, today, queries}, prints what each query finds.
import { readFileSync } from "node:fs";
import { nationalFor } from "../../docs/assets/javascripts/directory/load.js";
import { searchable } from "../../docs/assets/javascripts/directory/search.js";

const { vocabulary, national, area, today, queries } = JSON.parse(readFileSync(0, "utf-8"));
const routes = area.crisis.map((route) => route.id);
const { look } = searchable(vocabulary, { local: area.services, national: nationalFor(area, national.services), routes, today });
const told = queries.map((query) => {
  const found = look(query);
  return {
    crisis: found.crisis,
    read: found.mended.map((each) => each.read).join(" "),
    place: found.place,
    choices: found.choices.flatMap((each) => each.choices),
    former: found.former.map((each) => each.now),
    terms: found.terms.map((each) => `${each.kind}:${each.code}`),
    services: found.services.map((each) => each.id),
  };
});
console.log(JSON.stringify(told));
