/** Entry of `built/search.js`: starts every search box of the page, and lets "/" reach the first. */

import { sayWhenOld } from "../common/age.js";
import { ageFacts } from "../common/ageing.js";
import { slashGoesTo } from "../common/slash.js";
import { loader } from "../directory/load.js";
import { startBox } from "./box.js";

document.documentElement.classList.replace("no-js", "js");
sayWhenOld();
ageFacts();

const boxes = [...document.querySelectorAll("[data-rd-search]")].map(($mount) => startBox($mount, loader($mount.dataset.base ?? "")));

if (boxes.length) slashGoesTo(boxes[0].$input);
