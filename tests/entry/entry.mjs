// The browser's judge, reader and writer outside a browser: one question a line, one answer a line.
import { createInterface } from "node:readline";
import { isReadable } from "../../docs/assets/javascripts/entry/checks/hours.js";
import { isValid, spaced } from "../../docs/assets/javascripts/entry/checks/telephone.js";
import { nameOf, refusedIn } from "../../docs/assets/javascripts/entry/characters.js";
import * as entry from "../../docs/assets/javascripts/entry/entry.js";
import { Unreadable } from "../../docs/assets/javascripts/entry/read.js";
import "../../docs/assets/javascripts/entry-text/index.js";

const { readEntry, splice } = globalThis.rightdoorEntryText;
const worlds = {};
const ANSWERS = {
  world: ({ name, world }) => void (worlds[name] = world) ?? null,
  judge: ({ data, world, today, told }) => entry.judge(data, worlds[world] ?? {}, today, told),
  write: ({ data, told }) => entry.writeEntry(data, { ...told, splice }),
  read: (text) => read(text),
  id: (name) => entry.idOf(name),
  file: ({ kind, data, folder }) => entry.fileOf(kind, data, folder),
  addresses: ({ world, file, text }) => [entry.newFileAddress(world, file, text), entry.mailAddress(world, file, text)],
  clean: (data) => entry.clean(data),
  hours: (hours) => isReadable(hours),
  phone: ({ number, world }) => (isValid(number, worlds[world]) ? spaced(number, worlds[world]) : null),
  characters: (text) => refusedIn(text).map(({ at }) => at),
  named: (letter) => nameOf(letter),
};

function read(text) {
  try {
    return { data: readEntry(text) };
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault;
    return { problems: fault.problems };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  console.log(JSON.stringify(asked.map(([what, told]) => ANSWERS[what](told))));
}
