/** Entry of `built/finder.js`: starts the finder, and the pages that ask and compare with the same answers. */

import { sayWhenOld } from "../common/age.js";
import { startCompare } from "./compare/index.js";
import { makeContext } from "./context.js";
import { startFinder } from "./home.js";
import { makeStore } from "./store.js";

const STARTS = Object.freeze({ "[data-rd-finder]": startFinder, "[data-rd-compare]": startCompare });

/** The home page has no search box, whose bundle does this on every other page. */
function beginPage() {
  if (!document.documentElement.classList.replace("no-js", "js")) return;
  sayWhenOld();
}

beginPage();
const store = makeStore();
for (const [where, start] of Object.entries(STARTS)) {
  document.querySelectorAll(where).forEach(($mount) => {
    const context = makeContext($mount, store);
    start($mount, context);
    context.start();
  });
}
