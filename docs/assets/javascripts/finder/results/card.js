/** A service as one short card: what it is, whether it may take the person and why, and what comes next. */

import { element } from "../../common/dom.js";
import { serviceLink, serviceLinks } from "../service_link.js";
import { shortlistButton } from "../shortlist.js";
import { slot } from "./keyed.js";
import { moreOf } from "./more.js";
import { cardSaid } from "./said.js";
import { shape } from "./shapes.js";
import { around, cutShort, waitParts } from "./telling.js";

const UNKNOWN = "Not known";

function line(name, ...children) {
  return element("p", { class: `rd-match__${name}` }, ...children);
}

/** The name, and what sort of service it is. */
function headOf({ id, name, madeUp, kind }, { links }) {
  const $name = element("a", { href: links.service(id) }, name);
  const mark = madeUp ? [" ", element("span", { class: "rd-made-up" }, "Made up")] : [];
  return [element("h3", { class: "rd-match__name" }, $name, ...mark), line("kind", kind)];
}

/** The answer by word, shape and colour, and the sentence that decides it. */
function answerOf({ key, label, lead }) {
  const $outcome = element("strong", { class: `rd-match__outcome rd-outcome--${key}` }, shape(key), label);
  const [first, ...rest] = lead;
  const more = rest.length ? [" ", element("span", { class: "rd-match__rest" }, `And ${rest.length} more.`)] : [];
  return line("answer", $outcome, ...(first ? [" ", element("span", { class: "rd-match__lead" }, first, ...more)] : []));
}

/** Whom it also refuses, on one line: where that is too short for them, their number still stands at its end. */
function notOf(sentence) {
  const [some, rest] = cutShort(sentence);
  const $rest = rest ? [" ", element("span", { class: "rd-match__count" }, rest)] : [];
  return line("not", element("span", { class: "rd-match__some" }, some), ...$rest);
}

/** The way in: somewhere else where there is a gate, and how it stands with referrals now. */
function wayOf({ gate, passing }, context) {
  const [before, after] = around(context.world.grammar.flags.via, "service");
  return [...(gate ? [line("gate", before, ...serviceLink(gate.id, context), after)] : []), ...passing.map((text) => line("passing", text))];
}

/** That nobody is taken now, loud; then what decides, and for a refusal where to go instead. */
function whyOf(said, context) {
  const { key, stops, notFor, instead } = said;
  const people = key !== "refuses" && notFor ? [notOf(notFor)] : [];
  return [...stops.map((text) => line("stop", text)), answerOf(said), ...people, ...insteadOf(instead, context)];
}

function insteadOf(ids, context) {
  if (!ids.length) return [];
  const [before, after] = around(context.world.grammar.sentences.refer_instead, "services");
  return [line("instead", before, ...serviceLinks(ids, context), after)];
}

function factRow({ label, text }) {
  const unknown = element("span", { class: "rd-unknown" }, UNKNOWN);
  const parts = waitParts(text ?? "").map((part) => (part.strong ? element("strong", {}, part.text) : part.text));
  return element("div", { class: `rd-match__fact rd-match__fact--${label.toLowerCase()}` }, element("dt", {}, label), element("dd", {}, ...(text ? parts : [unknown])));
}

function trustLines({ doubtful, lines }) {
  return lines.map((text) => element("p", { class: `rd-match__trust${doubtful ? " rd-match__trust--doubtful" : ""}` }, text));
}

/** The empty parts of a card, in the order of reading. */
function partsOf(id, context, { $open, $body }) {
  const $head = element("div", { class: "rd-match__head" });
  const $why = element("div", { class: "rd-match__why" });
  const $way = element("div", { class: "rd-match__way" });
  const $facts = element("dl", { class: "rd-match__facts" });
  const $trust = element("div", { class: "rd-match__checked" });
  const $do = element("div", { class: "rd-match__do" }, $open, shortlistButton(id, context));
  const $told = element("div", { class: "rd-match__told" }, $why, $trust);
  const $next = element("div", { class: "rd-match__next" }, $way, $facts);
  const $card = element("li", { class: "rd-match", "data-id": id }, $head, $told, $next, $do, $body);
  return { $card, $head, $why, $way, $facts, $trust };
}

/**
 * A card that stays the same element for as long as its service is listed.
 *
 * @param {string} id @param {object} context
 * @returns {{$card: HTMLElement, update: (match: object, answers: object) => void, unfold: () => () => void}} `unfold`
 *   opens the card for printing and answers how to shut it again
 */
export function makeCard(id, context) {
  const more = moreOf(id, context);
  const { $card, $head, $why, $way, $facts, $trust } = partsOf(id, context, more);
  const places = [$head, $why, $way, $facts, $trust].map(slot);

  function update(match, answers) {
    const said = cardSaid(match, answers, context.world);
    const { stops, gate, passing, lead, notFor, instead, key, label } = said;
    const [head, why, way, facts, trust] = places;
    $card.className = `rd-match rd-match--${key}${stops.length ? " rd-match--stopped" : ""}`;
    head(JSON.stringify([said.name, said.kind]), () => headOf(said, context));
    why(JSON.stringify([key, label, stops, lead, notFor, instead]), () => whyOf(said, context));
    way(JSON.stringify([gate, passing]), () => wayOf(said, context));
    facts(JSON.stringify(said.facts), () => said.facts.map(factRow));
    $facts.hidden = !said.facts.length;
    trust(JSON.stringify(said.trust), () => trustLines(said.trust));
    more.update(said, match);
  }

  return { $card, update, unfold: more.unfold };
}
