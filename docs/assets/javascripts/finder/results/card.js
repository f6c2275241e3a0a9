/** A service as one short card: what it is, whether it may take the person and why, and what comes next. */

import { element } from "../../common/dom.js";
import { serviceLink, serviceLinks } from "../service_link.js";
import { shortlistButton } from "../shortlist.js";
import { slot } from "./keyed.js";
import { moreOf } from "./more.js";
import { cardSaid } from "./said.js";
import { shape } from "./shapes.js";
import { around, cutShort } from "./telling.js";
import { withNumbers } from "./telling_numbers.js";
import { waitOf } from "./wait.js";

const UNKNOWN = "Not known";

function line(name, ...children) {
  return element("p", { class: `rd-match__${name}` }, ...children);
}

/** The name, and what sort of service it is. */
function headOf({ id, name, madeUp, kind }, { links }) {
  const $name = element("a", { href: links.service(id) }, name);
  // The mark stays with the last word of the name.
  const mark = madeUp ? ["\u00a0", element("span", { class: "rd-made-up" }, "Made up")] : [];
  return [element("h3", { class: "rd-match__name" }, $name, ...mark), line("kind", kind)];
}

/** The answer by word, shape and colour, and the sentence that decides it. */
function answerOf({ key, label, lead }) {
  const $outcome = element("strong", { class: `rd-match__outcome rd-outcome rd-outcome--${key}` }, shape(key), label);
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

/** That nobody is taken now, loud; then what decides, and for a refusal where to go instead. */
function whyOf(said, context) {
  const { stops, instead } = said;
  return [...stops.map((text) => line("stop", text)), answerOf(said), ...insteadOf(instead, context)];
}

function insteadOf(ids, context) {
  if (!ids.length) return [];
  const [before, after] = around(context.world.grammar.sentences.refer_instead, "services");
  return [line("instead", before, ...serviceLinks(ids, context), after)];
}

function factRow(label, ...children) {
  return element("div", { class: `rd-match__fact rd-match__fact--${label.toLowerCase()}` }, element("dt", {}, label), " ", element("dd", {}, ...children));
}

/** The only way in, where the way to refer would stand. */
function gateRow({ id }, context) {
  const [before, after] = around(context.world.grammar.flags.via, "service");
  return factRow("Refer", element("span", { class: "rd-match__gate" }, before, ...serviceLink(id, context), after));
}

/** How long and how; and how it stands with referrals now. */
function factsOf({ key, wait, gate, passing, facts }, context) {
  const rows = facts.map(({ label, text }) => factRow(label, ...(text ? withNumbers(text) : [element("span", { class: "rd-unknown" }, UNKNOWN)])));
  const now = passing.map((text) => factRow("Now", text));
  return [...(key === "refuses" ? [] : [factRow("Wait", waitOf(wait))]), ...(gate ? [gateRow(gate, context)] : []), ...rows, ...now];
}

/** Whom else it refuses, and how far all this can be believed. */
function footOf({ key, notFor, trust: { doubtful, lines } }) {
  const people = key !== "refuses" && notFor ? [notOf(notFor)] : [];
  const trust = lines.map((text) => element("p", { class: `rd-match__trust${doubtful ? " rd-match__trust--doubtful" : ""}` }, text));
  return [...people, element("div", { class: "rd-match__checked" }, ...trust)];
}

/** The empty parts of a card, in the order of reading. */
function partsOf(id, context, { $open, $body }) {
  const $head = element("div", { class: "rd-match__head" });
  const $told = element("div", { class: "rd-match__told" });
  const $facts = element("dl", { class: "rd-match__facts" });
  const $foot = element("div", { class: "rd-match__foot" });
  const $do = element("div", { class: "rd-match__do" }, $open, shortlistButton(id, context));
  const $card = element("li", { class: "rd-match", "data-id": id }, $head, $told, $facts, $foot, $do, $body);
  return { $card, $head, $told, $facts, $foot };
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
  const { $card, $head, $told, $facts, $foot } = partsOf(id, context, more);
  const [head, told, facts, foot] = [$head, $told, $facts, $foot].map(slot);

  function update(match, answers) {
    const said = cardSaid(match, answers, context.world);
    const { stops, gate, passing, lead, notFor, instead, key, label, wait } = said;
    $card.className = `rd-match rd-match--${key}${stops.length ? " rd-match--stopped" : ""}`;
    head(JSON.stringify([said.name, said.kind]), () => headOf(said, context));
    told(JSON.stringify([key, label, stops, lead, instead]), () => whyOf(said, context));
    facts(JSON.stringify([key, wait, said.facts, gate, passing]), () => factsOf(said, context));
    $facts.hidden = key === "refuses" && !gate && !passing.length;
    foot(JSON.stringify([key, notFor, said.trust]), () => footOf(said));
    more.update(said, match);
  }

  return { $card, update, unfold: more.unfold };
}
