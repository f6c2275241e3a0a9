/**
 * What the finder's views are handed, for one box of the components page: answers that stand in no address, the made-up
 * directory, and links that lead nowhere but to the box.
 */

import { directoryOf } from "../directory/directory.js";
import { readFacts } from "../directory/load.js";
import { searchable } from "../directory/search.js";
import { opened } from "../directory/table.js";
import { worldOf } from "../directory/world.js";
import { known } from "../finder/known.js";
import { speakNeutrally } from "../finder/neutral.js";
import { makeStore } from "../finder/store.js";

/** A window as far as a store asks for one: a box has an address of its own. */
function ownWindow(answers) {
  const history = { pushState: () => undefined, replaceState: () => undefined };
  return { location: { hash: `#${answers}`, pathname: "", search: "" }, history, addEventListener: () => undefined };
}

/** Every link of the finder, leading to the box. */
function linksTo(id) {
  const here = () => `#${id}`;
  const names = ["service", "refer", "patient", "area", "need", "type", "home", "compare", "refused"];
  return Object.freeze(Object.fromEntries(names.map((name) => [name, here])));
}

/** @param {string} address @returns {Promise<(name: string) => any>} reads the files of the made-up directory by name */
export async function readExamples(address) {
  const response = await fetch(address, { credentials: "omit" });
  const files = await response.json();
  return (name) => opened(files[name]);
}

/** The world and the directory for the areas that are answered. */
async function placeFor(file, areas) {
  const facts = await readFacts(async (name) => file(name), areas);
  speakNeutrally(facts.matching);
  const words = ["national", ...new Set(Object.values(areas))].map((name) => file(`words/${name}`));
  const files = { ...facts, area: facts.areas.practice ?? null };
  return { directory: directoryOf({ ...files, words: Object.assign({}, ...words) }, searchable), world: worldOf({ ...facts, words }) };
}

/**
 * @param {HTMLElement} $box @param {(name: string) => any} file @param {string} answers as after the "#" of an address
 * @returns {Promise<object>} the context of a finder
 */
export async function exampleContext($box, file, answers) {
  const store = makeStore(ownWindow(answers));
  const { world, directory } = await placeFor(file, store.get().areas);
  store.amend(known(store.get(), world.grammar));
  return Object.freeze({
    base: "",
    read: async (name) => file(name),
    store,
    links: linksTo($box.id),
    say: () => undefined,
    world,
    directory,
    areas: new Map(file("areas").areas.map((area) => [area.id, area])),
  });
}
