/** The form as a whole: begins with what is known, shows one step at a time, and says what is wrong before it goes on. */

import { element } from "../common/dom.js";
import { judge } from "../entry/entry.js";
import { startAreas } from "./areas.js";
import { asked, makeConfirming } from "./confirming.js";
import { changesOf } from "./differences.js";
import { startDraft } from "./draft.js";
import { startField } from "./fields.js";
import { unfinished } from "./hours.js";
import { warnOfLoss } from "./leaving.js";
import { drawLook, drawPage } from "./look.js";
import { makeOrganization } from "./organization.js";
import { clear, placed, sayBeside, summarise } from "./problems.js";
import { addRow, startRows } from "./rows.js";
import { fillScope, openEither } from "./scope.js";
import { addressed, makeSteps } from "./steps.js";
import { files, isChanged, isMadeUpArea, judged, readWhole, today } from "./task.js";
import { entryText } from "./text.js";
import { undated } from "./undated.js";
import { unfilled } from "./unfilled.js";
import { showWhen } from "./when.js";

const CONFIRMING = ["know", "look"];
const LAST = "look";
/** The one warning that is said before the last step: what is asked is still in front of whoever changed it. */
const UNDATED = "undated";
const TASKS = Object.freeze({
  edit: ["Correct", "Change what is wrong and leave the rest. Then look at the page it makes, and send it as a proposal. Nothing leaves your device until you send it yourself."],
  confirm: ["Confirm", "Read the entry's page through with the service, by phone or in a letter. Then say here how you know. If something is wrong, correct it first."],
});

/** @param {HTMLElement} $mount */
export async function startForm($mount) {
  const { base } = $mount.dataset;
  const task = addressed();
  let known;
  try {
    const world = await json(`${base}data/form.json`);
    if (task.id && !world.services.some(({ id }) => id === task.id)) return notFound($mount);
    known = { world, entry: task.id ? await entryOf(base, world, task.id) : null };
  } catch {
    const words = task.id ? "This entry cannot be opened here. Follow the link from its own page, or try again in a minute." : "The form cannot be shown just now. Try again in a minute.";
    $mount.before(element("p", { class: "rd-warning", role: "alert" }, words));
    return;
  }
  new Form($mount, known.world, { ...task, entry: known.entry }).start();
}

/** The address names a service that the directory does not have. */
function notFound($mount) {
  document.querySelector("h1").textContent = "Not found";
  document.querySelectorAll("[data-form-lead], [data-form-care]").forEach(($note) => $note.remove());
  const $list = element("a", { href: `${$mount.dataset.base}a-z/` }, "all services from A to Z");
  const $new = element("a", { href: location.pathname }, "add it as a new one");
  $mount.before(element("p", { role: "alert" }, "There is no service at this address in the directory. Look for it in ", $list, ", or ", $new, "."));
  addEventListener("hashchange", () => location.reload());
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

async function entryOf(base, world, id) {
  const known = world.services.find((each) => each.id === id);
  const answer = known && (await fetch(`${base}data/entries/${id}.yaml`));
  if (!answer?.ok) throw new Error("There is no such entry.");
  const text = await answer.text();
  const { readEntry, splice } = await entryText();
  return { id, folder: known.folder, text, splice, data: readEntry(text) };
}

class Form {
  constructor($mount, world, task) {
    Object.assign(this, { $mount, world, task, entry: task.entry });
    this.$form = $mount.querySelector("form");
    this.$folder = $mount.querySelector("#f-folder");
    this.$id = $mount.querySelector("#f-id");
    this.tried = new Set();
  }

  start() {
    this.startParts();
    this.organization = makeOrganization(this.$form);
    this.fill();
    startAreas(this.$form, () => this.entry?.folder ?? this.$folder.value, this.world.areas);
    const all = [...this.$mount.querySelectorAll("[data-step]")].map(($step) => $step.dataset.step);
    this.steps = makeSteps(this.$mount, this.task, this.task.mode === "confirm" ? CONFIRMING : all, (step) => this.shown(step));
    this.$form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.goOn();
    });
    this.$form.addEventListener("change", () => showWhen(this.$form));
    this.$folder.addEventListener("change", () => this.tellMadeUp());
    warnOfLoss(this.$mount);
    addEventListener("hashchange", () => this.follow());
    this.steps.show(this.task.step, false);
    this.$mount.hidden = false;
    this.$mount.dataset.ready = "";
  }

  startParts() {
    const find = (what) => this.$form.querySelectorAll(what);
    find("[data-field]").forEach(($field) => startField($field, this.world));
    find("[data-rows]").forEach(($rows) => startRows($rows, this.world));
    find("[data-either]").forEach(($either) => $either.addEventListener("change", () => this.open($either)));
  }

  /** Whoever says that there are reasons is asked for the first at once. */
  open($either) {
    openEither($either);
    const $rows = $either.querySelector("[data-some]:not([hidden]) [data-rows]");
    if ($rows && !$rows.querySelector(".rd-form__row")) addRow($rows);
  }

  fill() {
    const { mode, id, entry } = this.task;
    const draft = startDraft(this.$mount, [mode, id].join(" ").trim(), entry?.text ?? "", () => this.kept());
    if (mode === "confirm") this.confirming = makeConfirming(this.$mount.querySelector("[data-step=know]"), entry.data);
    fillScope(this.$form, this.beginning(draft));
    if (draft?.confirmation) this.confirming?.fill(draft.confirmation);
    this.organization.fill(draft?.organization ?? null);
    if (draft) Object.assign(this.$folder, { value: draft.folder });
    if (draft) this.$id.value = draft.id;
    if (entry) this.name(entry);
    this.tellMadeUp();
    showWhen(this.$form);
  }

  /** What the fields begin with; whoever confirms says anew how they know. */
  beginning(draft) {
    const data = draft?.data ?? this.entry?.data ?? {};
    if (!this.confirming) return data;
    const fresh = asked(this.entry.data, today());
    return { ...data, checked: { ...fresh.checked, ...draft?.confirmation?.said } };
  }

  tellMadeUp() {
    this.$mount.querySelector("[data-made-up]").hidden = !isMadeUpArea(this.world, this.$folder.value);
  }

  name({ data, id }) {
    const [verb, lead] = TASKS[this.task.mode];
    document.querySelector("h1").textContent = `${verb}: ${data.name ?? id}`;
    document.querySelector("[data-form-lead]").textContent = lead;
    this.$mount.querySelectorAll("[data-own]").forEach(($own) => ($own.hidden = true));
  }

  kept() {
    const { data, added, confirmation } = this.read();
    return { data, confirmation, organization: added?.data ?? null, folder: this.$folder.value, id: this.$id.value };
  }

  read() {
    const whole = readWhole(this, this.entry);
    const confirmation = this.confirming?.read(whole);
    return { ...whole, confirmation };
  }

  /** All that is wrong, each at its field. */
  problems(whole) {
    const found = placed(judged(whole, this.entry), whole.spots).filter(({ path }) => !(whole.added && path[0] === "organization"));
    const added = whole.added ? placed(judge(whole.added.data, this.world, today(), { kind: "organization", id: whole.added.id }), whole.added.spots) : [];
    return [...this.own(whole), ...added, ...found];
  }

  /** What only the form can see. */
  own({ folder, data, spots, confirmation }) {
    const wrong = (path, $field, message) => ({ path, code: "form", level: "error", message, tip: "", $field });
    const begun = unfilled(data, spots);
    const changed = this.task.mode === "edit" ? undated(data, this.entry.data, spots, this.world.facts, this.steps.now().dataset.step === LAST) : [];
    const hours = spots.filter(({ $field }) => $field.dataset.kind === "hours" && unfinished($field));
    return [
      ...(folder ? [] : [wrong([], this.$folder.closest("[data-own]"), "Choose the area it is for.")]),
      ...(this.confirming?.problems(confirmation) ?? []).map(({ path, $field, message }) => wrong(path, $field, message)),
      ...hours.map(({ path, $field }) => wrong(path, $field, "Choose the days, and type when it opens and closes.")),
      ...begun.map(({ path, $field, message }) => wrong(path, $field, message)),
      ...changed.map(({ path, $field, message }) => ({ ...wrong(path, $field, message), code: UNDATED, level: "warning" })),
    ];
  }

  goOn() {
    const $step = this.steps.now();
    this.tried.add($step.dataset.step);
    const before = $step.querySelector(".rd-problems__list")?.textContent;
    const faulty = this.say($step);
    if (faulty && $step.querySelector(".rd-problems__list").textContent !== before) return;
    this.steps.go(this.steps.next());
  }

  /** Says what is wrong on a step. Gives back whether something must be mended there. */
  say($step) {
    const problems = this.problems(this.read());
    const here = problems.filter(({ $field }) => $field && $step.contains($field));
    const errors = here.filter(({ level, code }) => level === "error" || code === UNDATED);
    clear($step);
    sayBeside(errors);
    if (errors.length) summarise($step.querySelector("[data-form-problems]"), errors);
    this.mark(problems);
    return errors.length > 0;
  }

  mark(problems) {
    const errors = problems.filter(({ level, $field }) => level === "error" && $field);
    const steps = new Set(errors.map(({ $field }) => $field.closest("[data-step]").dataset.step));
    this.steps.mark([...steps].filter((step) => this.tried.has(step)));
  }

  follow() {
    const { mode, id, step } = addressed();
    if (mode !== this.task.mode || id !== this.task.id) location.reload();
    else this.steps.show(step);
  }

  shown(step) {
    const within = this.$mount.querySelector(`[data-step=${step}]`).previousElementSibling !== null && this.task.mode !== "confirm";
    document.querySelectorAll("[data-form-lead], [data-form-care]").forEach(($note) => ($note.hidden = within && step !== LAST));
    this.words ??= step === LAST || this.confirming ? json(`${this.$mount.dataset.base}data/form-words.json`) : undefined;
    this.showEntry(step);
    if (step !== LAST) return;
    this.$mount.querySelectorAll("[data-step]").forEach(($step) => this.tried.add($step.dataset.step));
    const whole = this.read();
    const problems = this.problems(whole);
    const changes = this.task.mode === "edit" ? changesOf(this.entry.data, whole.data, whole.spots) : [];
    const drawn = { ...whole, problems, changes, files: files(whole, this.entry), changed: isChanged(whole.data, this.entry), organization: whole.added?.data.name };
    drawLook(this.$mount.querySelector("[data-form-look]"), drawn, this.world, this.words, ($field) => this.lead($field));
    queueMicrotask(() => this.mark(problems));
  }

  /** Whoever confirms reads the page first; it is taken away where the last step draws it again. */
  showEntry(step) {
    if (!this.confirming) return;
    this.$entry ??= element("div", { class: "rd-entry__preview" });
    this.$mount.querySelector("[data-step=know] > .rd-form__title").before(this.$entry);
    if (step === LAST) {
      this.$entry.replaceChildren();
      return;
    }
    this.$mount.querySelector("[data-form-look]").replaceChildren();
    drawPage(this.$entry, { data: this.entry.data, id: this.entry.id, folder: this.entry.folder, level: 2 }, this.words);
  }

  lead($field) {
    const { step } = $field.closest("[data-step]").dataset;
    this.steps.go(step);
    this.steps.show(step, false);
    this.say($field.closest("[data-step]"));
  }
}
