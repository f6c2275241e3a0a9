/** A service by name wherever somebody is sent on to it: a link, with a word beside it where it takes nobody just now. */

import { element } from "../common/dom.js";
import { shutWords } from "../matching/flags.js";

/** @param {string} id @param {object} context @returns {(Node | string)[]} the id alone where the service is not there */
export function serviceLink(id, { world, links }) {
  const found = world.find(id);
  if (!found) return [id];
  const shut = shutWords(found, world);
  return [element("a", { href: links.service(id) }, found.name), ...(shut ? [` (${shut.toLowerCase()})`] : [])];
}

/** @param {string[]} ids @param {object} context @returns {(Node | string)[]} "A, B or C" */
export function serviceLinks(ids, context) {
  const between = (at) => (at === 0 ? [] : [at === ids.length - 1 ? " or " : ", "]);
  return ids.flatMap((id, at) => [...between(at), ...serviceLink(id, context)]);
}
