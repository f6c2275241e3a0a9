/** A button that copies the link to the comparison; where the browser does not let it, the link is shown to be copied. */

import { copyText } from "../../common/copy.js";
import { element } from "../../common/dom.js";
import { inPack } from "../links.js";
import { linkToShare } from "./link.js";

const COPIED = "Link copied.";
const BARE = "It holds the services and the area, and nothing that was answered about a person.";
const WITH_ANSWERS = "It holds the answers too: send it only to somebody who may know them.";
const BY_HAND = "The browser does not let this page copy. Copy the link from the box.";

let count = 0;

/** The link in a field, chosen whole, so that one key copies it. */
function byHand(link) {
  count += 1;
  const id = `rd-copy-${count}`;
  const $link = element("input", { id, type: "text", readonly: "", class: "rd-copy__link" });
  $link.value = link;
  const $box = element("span", { class: "rd-copy__box" }, element("label", { for: id }, BY_HAND), $link);
  return { $box, $link };
}

/**
 * @param {string} words on the button @param {object} context of the finder
 * @param {() => boolean} [withAnswers] whether the link is to hold the answers; without it, never
 * @returns {{$root: HTMLElement, forget: () => void}} the button, with a place for what came of it; `forget` empties that
 *   place, since what was copied is no longer what is shown
 */
export function copyButton(words, context, withAnswers = () => false) {
  const $button = element("button", { type: "button", class: "rd-button" }, words);
  const $result = element("span", { class: "rd-copy__result" });
  $button.addEventListener("click", async () => {
    const answers = withAnswers();
    const link = linkToShare(context, answers);
    const said = `${COPIED} ${answers ? WITH_ANSWERS : BARE}`;
    if (await copyText(link)) {
      $result.textContent = said;
      context.say(said);
      return;
    }
    const { $box, $link } = byHand(link);
    $result.replaceChildren($box);
    $link.focus();
    $link.select();
  });
  // In the pack there is no address that would mean anything to anybody else.
  const $root = element("span", { class: "rd-copy", ...(inPack() ? { hidden: "" } : {}) }, $button, $result);
  return { $root, forget: () => $result.replaceChildren() };
}
