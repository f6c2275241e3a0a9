// Asks functions of the finder's results outside a browser: a list of [module, name, ...arguments] in, what each answers out.
import { readFileSync } from "node:fs";

const asked = JSON.parse(readFileSync(0, "utf-8"));
const answered = [];
for (const [module, name, ...given] of asked) {
  const functions = await import(`../../docs/assets/javascripts/finder/results/${module}.js`);
  answered.push(functions[name](...given));
}
console.log(JSON.stringify(answered));
