/** What a card says at a second look: everything in full, in the service's own words, and the way to its pages. */

import { element } from "../../common/dom.js";
import { capital } from "../../common/text.js";
import { refusedLink } from "../refused/link.js";
import { slot } from "./keyed.js";
import { peopleIn } from "./telling.js";

const OPEN = "Why, and what to send";

/** A service may have cards in two tools of a pack: each has an id of its own. */
let made = 0;

/** A heading and a list under it; nothing where there is nothing to list. */
function listed(title, items, name = "") {
  if (!items.length) return [];
  const $list = element("ul", { class: "rd-match__list" }, ...items.map((item) => element("li", {}, ...[item].flat())));
  return [element("div", { class: `rd-match__listed ${name}`.trim() }, element("h4", {}, title), $list)];
}

/** One reason with the service's own words, how to check, and what may open the door all the same. */
function reason({ text, own, how, except }) {
  const parts = [own && element("q", { class: "rd-own" }, own), how && element("span", { class: "rd-how" }, how), except && element("span", { class: "rd-how" }, except)];
  return [text, ...parts.filter(Boolean)];
}

/** Who refuses or asks, and what it says of itself. */
function reasonsOf({ key, reasons, explained }) {
  const titles = { fits: "Check first", check: "Check first", refuses: "Why not" };
  return [
    ...listed(titles[key], reasons.map(reason)),
    ...listed("Make sure", explained.make_sure),
    ...listed("Also not for", peopleIn(explained.also_not_for).map(capital)),
    ...listed("What fits", explained.met, "rd-match__listed--met"),
  ];
}

/** What to know before referring, from the longer texts that come after the facts. */
function referringOf(words, { place }, service, labels) {
  const named = (codes, names) => (codes ?? []).map((code) => names?.[code] ?? code).join(", ");
  const rows = [
    ["What it is", words.summary],
    ["For", place],
    ["Send with it", words.send],
    ["Advice line", words.advice],
    ["Then", words.opt_in],
    ["Sessions", words.sessions],
    ["Languages", named(service.spoken, labels.languages)],
    ["Access", named(service.access, labels.access)],
    ["Price", words.cost],
    ["Open", words.hours],
  ];
  const told = rows.filter(([, text]) => text?.length);
  const row = ([label, text]) => element("div", {}, element("dt", {}, label), element("dd", {}, ...lines(text)));
  return told.length ? [element("dl", { class: "rd-rows rd-rows--close" }, ...told.map(row))] : [];
}

function lines(text) {
  return [text].flat().map((each) => element("span", { class: "rd-line" }, each));
}

/** The pages about the service. */
function pagesOf({ id, key }, context) {
  const { links } = context;
  const page = (href, words) => element("a", { href }, words);
  const refused = key === "refuses" ? [refusedLink(id, context)] : [];
  const all = [page(links.service(id), "The whole entry"), page(links.refer(id), "Sheet for a referral"), page(links.patient(id), "Sheet for the patient"), ...refused];
  return [element("ul", { class: "rd-match__pages" }, ...all.map(($link) => element("li", {}, $link)))];
}

/**
 * The folded part and the button that opens it; nothing is made before it is opened, since a list holds many. It is not a
 * `details`, so that the button can stand among the facts while the part lies across the card.
 *
 * @param {string} id @param {object} context
 * @returns {{$open: HTMLButtonElement, $body: HTMLElement, update: (said: object, match: object) => void, unfold: () => () => void}}
 */
export function moreOf(id, context) {
  const $body = element("div", { class: "rd-match__body", id: `rd-more-${(made += 1)}`, hidden: "" });
  const $name = element("span", { class: "rd-hidden" });
  const $open = element("button", { type: "button", class: "rd-match__open rd-button rd-button--quiet", "aria-expanded": "false", "aria-controls": $body.id }, OPEN, $name);
  const put = slot($body);
  let told = null;

  function fill() {
    if ($body.hidden || !told) return;
    const { said, match } = told;
    const words = context.world.words.get(id) ?? {};
    put(JSON.stringify([said.reasons, said.explained, words]), () => [
      ...reasonsOf(said),
      ...referringOf(words, said, match.service, context.world.grammar.labels),
      ...pagesOf(said, context),
    ]);
  }

  function show(open) {
    $open.setAttribute("aria-expanded", String(open));
    $body.hidden = !open;
    fill();
  }

  $open.addEventListener("click", () => show($body.hidden));
  return {
    $open,
    $body,
    update(said, match) {
      told = { said, match };
      $name.textContent = `: ${said.name}`;
      fill();
    },
    unfold() {
      const was = !$body.hidden;
      show(true);
      return () => show(was);
    },
  };
}
