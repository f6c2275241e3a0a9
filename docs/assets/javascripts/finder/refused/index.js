/** They were refused: by which service, and why; then what takes the person, where it points, and what to say. */

import { answersFrom } from "../../matching/answers.js";
import { speaksOfCrisis } from "../../matching/first.js";
import { journeyAnswers } from "../../matching/journeys.js";
import { crisisSlot } from "../asking/crisis_slot.js";
import { refusedAnswer } from "./answer.js";
import { refusedForm } from "./form.js";

/** @param {HTMLElement} $mount an element with `data-rd-refused`, and whom to report to @param {object} context of the finder */
export function startRefused($mount, context) {
  const { store, read } = context;
  const crisis = crisisSlot(context);
  const answer = refusedAnswer(context, crisis.tell, { issue: $mount.dataset.issue, email: $mount.dataset.email });
  const form = refusedForm(context, { crisis: crisis.from, done: answer.focus });
  $mount.classList.add("rd-finder", "rd-refused");
  $mount.append(crisis.$root, form.$root, answer.$root);
  let refusals = null;

  /** Asked for at once, and again at the next answer where it could not be had. */
  function readRefusals() {
    read("refusals").then((told) => {
      refusals = told;
      if (context.world) show(store.get());
    }, answer.failed);
  }

  function show(state) {
    const answers = journeyAnswers(answersFrom(state), context.world);
    if (!refusals) {
      crisis.tell(speaksOfCrisis(answers, context.world));
      readRefusals();
      return;
    }
    form.update(state, refusals);
    answer.update(state, answers, refusals);
    $mount.dataset.ready = "";
  }

  context.follow({ show, failed: answer.failed });
  readRefusals();
}
