/** The parts of the answer to a refusal: what it means, where to go, whom to phone and what to say. */

import { ways, waysToPress } from "../../common/crisis.js";
import { copyText } from "../../common/copy.js";
import { element } from "../../common/dom.js";
import { adviceSaid, standingSaid, toSay, whyNamed } from "../../matching/refused_said.js";

const COPIED = "Copied. It says nothing about the person.";
const BY_HAND = "The browser does not let this page copy. The text is chosen: copy it with the keyboard.";

/** The words of each standing, with the edge that it has on the page. */
const TONES = Object.freeze({ depends: "check", contradicts: "wrong", not_published: "check" });

function heading(id, words) {
  return element("h2", { id, class: "rd-refused__title" }, words);
}

/** A section that is named by its heading. */
export function section(name, words, ...children) {
  const id = `rd-refused-${name}`;
  return element("section", { class: `rd-refused__part rd-refused__part--${name}`, "aria-labelledby": id }, heading(id, words), ...children);
}

function rule({ text, own }) {
  return element("li", {}, text, ...(own ? [" ", element("q", { class: "rd-own" }, own)] : []));
}

/** What the reason means, and whether the service publishes it. */
export function meaning(found, { world, links }, refusals) {
  const { service, refusal, standing } = found;
  const { line, rules } = standingSaid(found, world, refusals);
  const $name = element("a", { href: links.service(service.id) }, service.name);
  const $line = line ? [element("p", { class: "rd-refused__standing" }, line)] : [];
  const $rules = rules.length ? [element("ul", { class: "rd-refused__rules" }, ...rules.map(rule))] : [];
  const $about = refusal.description ? [element("p", {}, refusal.description)] : [];
  const $told = element("div", { class: `rd-refused__told rd-refused__told--${TONES[standing] ?? "plain"}` }, ...$line, ...$rules);
  const $heard = element("p", { class: "rd-refused__heard" }, $name, `: “${refusal.label}”`);
  return section("meaning", "What this reason means", $heard, ...($line.length ? [$told] : []), ...$about);
}

/** Places that are named for the same reason stand together under it. */
export function bridgeGroups(found, refusals) {
  const whys = [...new Set(found.bridges.map(({ why }) => why))];
  const matches = (why) => found.bridges.filter((each) => each.why === why).map(({ match }) => match);
  return whys.map((why) => ({ title: whyNamed({ why }, found, refusals), matches: matches(why) }));
}

/** Whom to phone before anybody refers again; nothing until the longer texts are there. */
export function advice(found, { world }, refusals) {
  const said = adviceSaid(found, world, refusals);
  return said ? [section("advice", "Before you refer again", element("p", {}, said))] : [];
}

/** What to say, and a button that copies it. */
export function saying(found, { world, say }, refusals) {
  const sentences = toSay(found, world, refusals);
  const $list = element("ul", { class: "rd-refused__say", tabindex: "-1" }, ...sentences.map((text) => element("li", {}, text)));
  const $button = element("button", { type: "button", class: "rd-button" }, "Copy these sentences");
  const $result = element("p", { class: "rd-refused__copied" });
  $button.addEventListener("click", async () => {
    const copied = await copyText(sentences.join("\n"));
    $result.textContent = copied ? COPIED : BY_HAND;
    if (!copied) window.getSelection().selectAllChildren($list);
    say($result.textContent);
  });
  return section("say", "What to say to the service", $list, $button, $result);
}

/** Whom to phone meanwhile. */
export function meanwhile({ crisis, crisisNote }, { sentences }) {
  const line = (route) => element("li", {}, route.name, ways(route) ? ": " : "", element("span", { class: "rd-calls" }, ...waysToPress(route)));
  const note = crisisNote ? [element("p", {}, crisisNote)] : [];
  const $routes = element("ul", { class: "rd-refused__routes" }, ...crisis.map(line));
  return section("meanwhile", "Until somebody sees them", element("p", {}, sentences.meanwhile), $routes, ...note);
}
