/** Entry of `built/pack.js`: the one script of an offline pack. First it says how old the pack is, then it starts the finder. */

import { ageFacts } from "../common/ageing.js";
import { searchable } from "../directory/search.js";
import { startCompare } from "../finder/compare/index.js";
import { makeContext } from "../finder/context.js";
import { startFinder } from "../finder/home.js";
import { startRefused } from "../finder/refused/index.js";
import { makeStore } from "../finder/store.js";
import { sayAge } from "./old.js";
import { followPlaces } from "./places.js";
import { unpack } from "./unpack.js";

const STARTS = Object.freeze({ "[data-rd-finder]": startFinder, "[data-rd-refused]": startRefused, "[data-rd-compare]": startCompare });

document.documentElement.classList.replace("no-js", "js");
sayAge();
ageFacts();
// A pack that stays open on a shared computer grows old there.
document.addEventListener("visibilitychange", () => {
  sayAge();
  ageFacts();
});

function startTools() {
  const store = makeStore();
  for (const [where, start] of Object.entries(STARTS)) {
    const $mount = document.querySelector(where);
    const context = makeContext($mount, store, async () => searchable);
    start($mount, context);
    context.start();
  }
}

followPlaces();
unpack().then(startTools, () => (document.getElementById("rd-pack-trouble").hidden = false));
