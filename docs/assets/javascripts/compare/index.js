/** Entry of `built/compare.js`: the page with services side by side, apart from the finder to keep that small. */

import { startCompare } from "../finder/compare/index.js";
import { makeContext } from "../finder/context.js";
import { makeStore } from "../finder/store.js";

const store = makeStore();
document.querySelectorAll("[data-rd-compare]").forEach(($mount) => {
  const context = makeContext($mount, store);
  startCompare($mount, context);
  context.start();
});
