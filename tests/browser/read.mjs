// Reads data as the loader of a page does: {files, carried, read} in, what each name gives (or why not) out.
import { readFileSync } from "node:fs";
import { loader, readFacts } from "../../docs/assets/javascripts/directory/load.js";
import { readDirectory } from "../../docs/assets/javascripts/directory/read.js";

const { files, carried, read: names, facts, search } = JSON.parse(readFileSync(0, "utf-8"));
const asked = [];
globalThis.fetch = async (address) => {
  asked.push(address);
  const text = files[address];
  return { ok: text !== undefined, status: text === undefined ? 404 : 200, json: async () => JSON.parse(text) };
};
if (carried) globalThis.document = { getElementById: (id) => (id === "rd-pack" ? { textContent: carried } : null) };

const read = loader("../");
const told = {};
for (const name of names ?? []) told[name] = await read(name).catch((fault) => ({ fault: fault.message }));
for (const name of names ?? []) await read(name).catch(() => null);
if (facts) told.facts = await readFacts(read, facts);
if (search) told.search = (await readDirectory(read, search.area)).search.look(search.typed).services;
console.log(JSON.stringify({ told, asked }));
