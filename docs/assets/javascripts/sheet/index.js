/** Entry of `built/sheet.js`: buttons to copy and to print a service's sheet. Without it the text is copied by hand. */

import { copyButton } from "./copy.js";
import { printButton } from "./print.js";

for (const $tools of document.querySelectorAll("[data-rd-tools]")) {
  const $text = document.getElementById($tools.dataset.rdTools);
  if ($text) $tools.append(...copyButton($text));
  $tools.prepend(printButton());
}
