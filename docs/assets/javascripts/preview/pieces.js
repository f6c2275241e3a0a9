/** Links and phone numbers, of which a page has dozens: the twin of `rightdoor.pages.pieces` and of `rightdoor.pages.links`. */

import { element } from "../common/dom.js";
import { own } from "../matching/table.js";

const NO_ENTRY = (id) => ({ words: `${id} (no entry)`, address: "" });

/** The functions that the template of a page may call; `root` leads from the page that is open to the root of the site. */
export function pieces(root) {
  const to = (address) => root + address || "./";

  function link({ words, address, note }) {
    const made = [address ? element("a", { href: to(address) }, words) : words];
    if (note) made.push(" ", element("strong", { class: "rd-shut" }, `(${note})`));
    return together(made);
  }

  function links(items, word) {
    const between = (at) => (at === 0 ? "" : at === items.length - 1 ? ` ${word} ` : ", ");
    return together(items.flatMap((each, at) => [between(at), link(each)]));
  }

  return { to, link, links, phone };
}

function together(parts) {
  const $whole = document.createDocumentFragment();
  $whole.append(...parts);
  return $whole;
}

function phone(number) {
  return element("a", { class: "rd-phone", href: `tel:${number.replace(/[^0-9+]/g, "")}` }, number);
}

/** The address when a reader may be sent there, else "". */
export function safeHref(address, { href }) {
  return address && new RegExp(`^(?:${href})`, "i").test(address) ? address : "";
}

/** A service by name; one that takes nobody just now says so beside the link. */
export function serviceLink(id, words) {
  const found = own(words.services, id);
  return found ? { words: found.name, address: `services/${id}/`, note: found.note } : NO_ENTRY(id);
}

/** Services by name, in the order given. */
export function serviceLinks(ids, words) {
  return ids.map((id) => serviceLink(id, words));
}

/** An area by name. */
export function areaLink(id, words) {
  const found = own(words.areas, id);
  return found ? { words: found.name, address: `areas/${id}/` } : NO_ENTRY(id);
}

/** An organization by name; one that is not yet in the directory has no page to go to. */
export function organizationLink(id, words, name) {
  const found = own(words.organizations, id);
  if (found) return { words: found, address: `organizations/${id}/` };
  if (name) return { words: name, address: "" };
  return id ? NO_ENTRY(id) : { words: "nobody who is known yet", address: "" };
}
