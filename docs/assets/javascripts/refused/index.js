/** Entry of `built/refused.js`: the page for people whom a service has not taken, apart from the finder to keep that small. */

import { searchable } from "../directory/search.js";
import { makeContext } from "../finder/context.js";
import { startRefused } from "../finder/refused/index.js";
import { makeStore } from "../finder/store.js";

const store = makeStore();
document.querySelectorAll("[data-rd-refused]").forEach(($mount) => {
  const context = makeContext($mount, store, async () => searchable);
  startRefused($mount, context);
  context.start();
});
