/** Entry of `built/finder.js`: starts the finder. */

import { sayWhenOld } from "../common/age.js";
import { makeContext } from "./context.js";
import { startFinder } from "./home.js";
import { scriptOfSearch } from "./searching.js";
import { makeStore } from "./store.js";

// The home page has no search box, whose bundle does this on every other page.
if (document.documentElement.classList.replace("no-js", "js")) sayWhenOld();

const store = makeStore();
const readSearch = scriptOfSearch(document.currentScript);
document.querySelectorAll("[data-rd-finder]").forEach(($mount) => {
  const context = makeContext($mount, store, readSearch);
  startFinder($mount, context);
  context.start();
});
