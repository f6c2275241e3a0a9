/** One of the three answers with its services: a heading with the number, the first few cards, the rest a press away. */

import { element } from "../../common/dom.js";
import { arrange } from "./keyed.js";
import { shape } from "./shapes.js";

/** As many as one looks through in ten seconds. */
const SHOWN_AT_ONCE = 6;
const MORE_AT_A_PRESS = 20;

/** A pack holds two lists of groups: each group has an id of its own. */
let made = 0;

/** What the group means, for somebody who sees it for the first time. */
const MEANS = Object.freeze({
  fits: "What these services publish does not rule this person out. Each still decides for itself.",
  check: "It depends, or nobody has said. Ask before referring.",
  refuses: "Why, and where to go instead",
});

/**
 * The heading with its number. Those who do not take the person are folded away behind it, never left out.
 *
 * @returns {{$section: HTMLElement, $heading: HTMLElement, $count: HTMLElement, $body: HTMLElement, $fold: HTMLDetailsElement | null}}
 */
function frame({ key, title }) {
  made += 1;
  const id = `rd-group-${made}`;
  const $count = element("span", { class: "rd-group__count" });
  const $heading = element("h2", { id, class: "rd-group__title", tabindex: "-1" }, shape(key), element("span", {}, title), " ", $count);
  const $means = element("p", { class: "rd-group__means" }, MEANS[key]);
  const $body = element("div");
  const $fold = key === "refuses" ? element("details", { class: "rd-group__fold" }, element("summary", { class: "rd-group__head" }, $heading, $means), $body) : null;
  const $head = $fold ? $fold : element("div", { class: "rd-group__head" }, $heading, $means);
  const $section = element("section", { class: `rd-group rd-group--${key}`, "aria-labelledby": id }, $head, ...($fold ? [] : [$body]));
  return { $section, $heading, $count, $body, $fold };
}

/**
 * @param {{key: string, title: string}} group
 * @param {(match: object) => {$card: HTMLElement}} cardFor a card brought up to date with its match
 * @param {(change: () => void) => void} keeping runs a change without losing the focus
 */
export function makeGroup(group, cardFor, keeping) {
  const { $section, $heading, $count, $body, $fold } = frame(group);
  const $list = element("ul", { class: "rd-results__list" });
  const $more = element("button", { type: "button", class: "rd-results__more rd-button" });
  let matches = [];
  let limit = SHOWN_AT_ONCE;
  $body.append($list, $more);

  function render() {
    if ($fold && !$fold.open) return;
    const cards = matches.slice(0, limit).map(cardFor);
    const rest = matches.length - cards.length;
    arrange($list, cards.map(({ $card }) => $card));
    $more.hidden = !rest;
    $more.replaceChildren(`Show ${Math.min(rest, MORE_AT_A_PRESS)} more`, element("span", { class: "rd-hidden" }, `: ${group.title}`));
  }

  $fold?.addEventListener("toggle", render);
  $more.addEventListener("click", () => {
    const at = limit;
    limit += MORE_AT_A_PRESS;
    keeping(render);
    $list.children[at]?.querySelector("a").focus();
  });

  return {
    $section,
    $heading,
    update(found) {
      matches = found;
      $count.textContent = String(matches.length);
      $section.hidden = !matches.length;
      render();
    },
    /** Puts the card of a service on the page, where it is one of these. */
    reveal(id) {
      const at = matches.findIndex(({ service }) => service.id === id);
      if (at < 0) return;
      limit = Math.max(limit, at + 1);
      if ($fold) $fold.open = true;
      render();
    },
    /** Back to the first few, for another question. */
    shorten: () => (limit = SHOWN_AT_ONCE),
    /** Opens all of it for printing; answers how to shut it again. */
    unfold() {
      const was = { limit, open: $fold?.open };
      limit = Infinity;
      if ($fold) $fold.open = true;
      render();
      const shut = matches.map((match) => cardFor(match).unfold());
      return () => {
        shut.forEach((each) => each());
        limit = was.limit;
        if ($fold) $fold.open = was.open;
        render();
      };
    },
  };
}
