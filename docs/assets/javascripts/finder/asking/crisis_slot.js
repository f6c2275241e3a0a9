/** Crisis help above everything else, while any field holds words of crisis or an answer speaks of one. */

import { element } from "../../common/dom.js";
import { CRISIS_FIRST } from "../context.js";
import { crisisHelp } from "../results/crisis_first.js";

const TITLE = "Is somebody in crisis now?";

/**
 * @param {object} context
 * @returns {{$root: HTMLElement, from: (field: string, told: boolean | string) => void, tell: (speaks: boolean) => void}}
 *   `from`: whether a field holds words of crisis, or the text in it, to be looked at once the directory is there;
 *   `tell`: whether the answers speak of a crisis, at each change of theirs
 */
export function crisisSlot(context) {
  const $root = element("div", { class: "rd-finder__crisis" });
  const typed = new Map();
  let answered = false;
  let begun = false;
  let shownFor = null;

  /** The text itself while nothing can be known of it. */
  function read(told) {
    if (typeof told !== "string") return told;
    return Boolean(told.trim()) && (context.directory ? context.directory.speaksOfCrisis(told) : told);
  }

  function put() {
    typed.forEach((told, field) => typed.set(field, read(told)));
    const wanted = Boolean(context.world) && (answered || [...typed.values()].includes(true));
    if (wanted && shownFor !== context.world) context.say(CRISIS_FIRST);
    if (shownFor === (wanted ? context.world : null)) return;
    shownFor = wanted ? context.world : null;
    if (!wanted) context.say("");
    $root.replaceChildren(...(wanted ? [crisisHelp(context.world, TITLE)] : []));
    // The card pushes the field down that somebody is typing in.
    document.activeElement?.scrollIntoView({ block: "nearest" });
    // Who has just answered a question further down must see it, whatever takes the focus next.
    if (answered && begun) setTimeout(() => $root.scrollIntoView({ block: "nearest" }));
  }

  return {
    $root,
    from: (field, told) => (typed.set(field, told), put()),
    tell(speaks) {
      answered = speaks;
      put();
      begun = true;
    },
  };
}
