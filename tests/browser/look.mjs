// Answers searches outside a browser: reads {files, queries}, prints what each query finds in Northvale.
import { readFileSync } from "node:fs";
import { readDirectory } from "../../docs/assets/javascripts/directory/read.js";

const { files, queries } = JSON.parse(readFileSync(0, "utf-8"));
const { search } = await readDirectory(async (name) => files[name], "northvale");
const told = queries.map((query) => {
  const [text, byName] = [query].flat();
  const found = search.look(text, byName);
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
