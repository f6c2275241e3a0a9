/** Entry of `built/search.js`: starts every search box of the page, and lets "/" reach the first. */

import { sayWhenOld } from "../common/age.js";
import { ageFacts } from "../common/ageing.js";
import { loader } from "../directory/load.js";
import { startBox } from "./box.js";

document.documentElement.classList.replace("no-js", "js");
sayWhenOld();
ageFacts();

const boxes = [...document.querySelectorAll("[data-rd-search]")].map(($mount) => startBox($mount, loader($mount.dataset.base ?? "")));

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey || !boxes.length) return;
  event.preventDefault();
  boxes[0].$input.focus();
});
