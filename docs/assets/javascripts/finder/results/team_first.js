/** Whom to ask before anybody is referred anywhere: that a team sees the person already, and which teams of the area it may be. */

import { element } from "../../common/dom.js";
import { askFirst, teamsFirst } from "../../matching/first.js";
import { serviceLink } from "../service_link.js";
import { withNumbers } from "./telling_numbers.js";

/** Whom a referrer may phone there; nothing until the longer texts are there, since not to have read it is not to know it. */
function numberOf(words) {
  if (!words) return [];
  if (words.advice) return [". Advice line: ", ...withNumbers(words.advice.replace(": ", ", "))];
  return [". ", ...(words.phone ? withNumbers(`Phone ${words.phone}`) : [element("span", { class: "rd-unknown" }, "Phone not known")])];
}

/**
 * @param {object} answers @param {object} context
 * @returns {[string, () => Node[]]} what it hangs on, and how to make it: nothing where no team sees the person
 */
export function teamFirst(answers, context) {
  const { world } = context;
  const said = askFirst(answers, world);
  if (!said) return ["", () => []];
  const teams = teamsFirst(answers, world).map(({ id }) => [id, world.words.get(id)]);
  const line = ([id, words], at) => element("span", { class: "rd-results__team" }, at ? "Or " : "It may be ", ...serviceLink(id, context), ...numberOf(words));
  return [JSON.stringify([said, teams]), () => [element("p", { class: "rd-results__first" }, said, ...teams.map(line))]];
}
