/**
 * Entry of `built/coverage.js`: a question about some people narrows the tables, and a link to a need opens the part about it.
 */

import { startNarrow } from "./narrow.js";

/** Opens the folded part that the address names: a browser goes there, but may leave it folded up. */
function open() {
  const $part = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if ($part instanceof HTMLDetailsElement) $part.open = true;
}

document.querySelectorAll("[data-rd-coverage]").forEach(($form) => startNarrow($form));
addEventListener("hashchange", open);
open();
