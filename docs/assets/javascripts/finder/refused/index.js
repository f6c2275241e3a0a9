/** They were refused: by which service, and why; then what takes the person, where it points, and what to say. */

import { crisisCard } from "../../common/crisis.js";
import { element } from "../../common/dom.js";
import { answersFrom } from "../../matching/answers.js";
import { journeyAnswers } from "../../matching/journeys.js";
import { refusedAnswer } from "./answer.js";
import { refusedForm } from "./form.js";

const CRISIS = "Crisis help is shown first.";

/** Crisis help above everything else while any field holds words of crisis. */
function crisisSlot(context) {
  const $root = element("div", { class: "rd-finder__crisis" });
  const typed = new Map();

  function from(field, yes) {
    typed.set(field, yes);
    const { area, national } = context.directory ?? {};
    const { crisis, crisis_note: note } = area ?? national ?? {};
    const wanted = Boolean(crisis) && [...typed.values()].some(Boolean);
    if (wanted === $root.hasChildNodes()) return;
    $root.replaceChildren(...(wanted ? [crisisCard(crisis, note)] : []));
    if (wanted) context.say(CRISIS);
  }

  return { $root, from };
}

/** @param {HTMLElement} $mount an element with `data-rd-refused` @param {object} context of the finder */
export function startRefused($mount, context) {
  const { store, read } = context;
  const crisis = crisisSlot(context);
  const answer = refusedAnswer(context);
  const form = refusedForm(context, { crisis: crisis.from, done: answer.focus });
  $mount.classList.add("rd-finder", "rd-refused");
  $mount.append(crisis.$root, form.$root, answer.$root);
  let refusals = null;

  function show(state) {
    if (!refusals) return;
    form.update(state, refusals);
    answer.update(state, journeyAnswers(answersFrom(state), context.world), refusals);
    $mount.dataset.ready = "";
  }

  context.follow({ show, failed: answer.failed });
  read("refusals").then(
    (told) => {
      refusals = told;
      if (context.world) show(store.get());
    },
    () => answer.failed(),
  );
}
