/** Crisis help among the results, in the words and numbers of its records. Numbers can be pressed, but never that of life at risk. */

import { element } from "./dom.js";

/** A note that says what to send, such as "text the word SHOUT", goes before the number, any other after it. */
function byText({ text, text_note: note }) {
  if (!note) return `text ${text}`;
  return note.toLowerCase().startsWith("text") ? `${note} to ${text}` : `text ${text} (${note})`;
}

/** @returns {string} the ways to reach a crisis route, in words */
export function ways(route) {
  const phone = route.phone && (route.phone_note ? `${route.phone}, ${route.phone_note}` : route.phone);
  return [phone, route.text && byText(route)].filter(Boolean).join("; ");
}

function pressed(scheme, number) {
  return element("a", { class: "rd-phone", href: `${scheme}:${number.replace(/[^0-9+]/g, "")}` }, number);
}

/** Words about a number, with the number in them as a link. */
function linked(words, scheme, number) {
  const at = words.lastIndexOf(number);
  return [words.slice(0, at), pressed(scheme, number), words.slice(at + number.length)];
}

/** @returns {(Node | string)[]} the ways to reach a crisis route, with numbers to press; 999 is plain text */
export function waysToPress(route) {
  const { phone, phone_note: note, text } = route;
  if (route.emergency) return [element("span", { class: "rd-phone" }, ways(route))];
  const byPhone = phone ? [pressed("tel", phone), note ? `, ${note}` : ""] : [];
  return [...byPhone, phone && text ? "; " : "", ...(text ? linked(byText(route), "sms", text) : [])];
}

function crisisLine(route) {
  return element("li", {}, route.name, ways(route) ? ": " : "", element("span", { class: "rd-calls" }, ...waysToPress(route)));
}

/** The card that stands above everything else when what was typed speaks of a crisis. */
export function crisisCard(routes, note) {
  const heading = element("p", { class: "rd-search__crisis-title" }, "Is somebody in crisis now?");
  const list = element("ul", {}, ...routes.map(crisisLine));
  return element("section", { class: "rd-search__crisis", "aria-label": "Crisis help for what was typed" }, heading, list, note ? element("p", {}, note) : "");
}

/** The numbers alone in one line, for the foot of a sheet whose first page holds them in full. */
export function crisisLineSmall(routes) {
  const parts = routes.flatMap((route) => {
    const number = route.phone || (route.text && byText(route));
    return number ? [`${route.name} `, element("strong", { class: "rd-phone" }, number), "; "] : [];
  });
  return element("span", {}, "In a crisis: ", ...parts.slice(0, -1), ".");
}

/** The same in small, for results that lie over the strip at the top of the page. */
export function crisisSmall(routes) {
  const parts = routes.filter((route) => ways(route)).flatMap((route) => [route.name, ": ", element("strong", { class: "rd-phone" }, ways(route)), "; "]).slice(0, -1);
  return element("p", { class: "rd-search__strip" }, "In a crisis: ", ...parts);
}
