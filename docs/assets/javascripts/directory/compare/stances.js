/**
 * Every reason that any of the services speaks of, and what each of them says of it: takes, check first, does not take,
 * or nothing. It says what the matcher would come to (a test compares the two), in words of a list instead of a person.
 */

import { capital } from "../../common/text.js";
import { fill, whoWords } from "../../matching/phrases.js";
import { instead, ownWords, row } from "./cells.js";

const WORDS = Object.freeze({ takes: "Takes", check: "Check first", refuses: "Does not take", silent: "Not stated" });
const ONLY = "Takes only these people";
const NO_EXCLUSION = "States no exclusion";

/** Worst first: a service that refuses recent attempts and asks about older ones refuses, and then asks. */
const LISTS = Object.freeze([
  ["not", "refuses"],
  ["first", "check"],
  ["only", "takes"],
  ["despite", "takes"],
]);

/** The three parts of the table, by the hardest thing that any of the services says. */
const PARTS = Object.freeze([
  ["refused", "Does not take", ({ cells }) => cells.some(({ stance }) => stance === "refuses")],
  ["asked", "Check first", ({ cells }) => cells.some(({ stance }) => stance === "check")],
  ["taken", "Also takes", () => true],
]);

/** The reasons that stand in a list of a service; `only` counts where another service speaks of the same. */
function listed(criteria) {
  return ["not", "first", "despite"].flatMap((name) => (criteria[name] ?? []).map(({ r }) => r));
}

/** By which way of referring the person is taken after all. */
function unless({ via }, grammar) {
  return via ? { text: fill(grammar.sentences.except_via, { who: whoWords(via, grammar) }) } : null;
}

/** What one row of a service's list says. */
function linesOf(entry, at, name, { texts, reason, grammar }) {
  const ours = entry.say ? capital(entry.say) : capital(reason.phrase);
  return [
    entry.say ? { text: ours } : null,
    unless(entry, grammar),
    ownWords(texts?.own?.[name]?.[at], ours),
    name === "first" && texts?.how?.[at] ? { text: texts.how[at], as: "how" } : null,
    instead(entry.to, name === "not" ? "Go instead:" : "If not:"),
  ].filter(Boolean);
}

/** A risk that is in no list is judged by the level of risk that a service says it can hold. */
function byRisk(level, holds, grammar) {
  const levels = grammar.risks;
  if (!level || !holds || holds === "none-stated" || !levels.includes(holds)) return null;
  const stance = levels.indexOf(level) <= levels.indexOf(holds) ? "takes" : "refuses";
  return { stance, word: WORDS[stance], known: true, lines: [{ text: `Says it can support, at most: ${grammar.risk_labels[holds]}`, as: "small" }] };
}

/**
 * What a service says of a reason.
 *
 * @param {string} code @param {object} service a record @param {object | undefined} texts its long texts
 * @param {object} grammar matching.json @returns {import("./cells.js").Cell}
 */
function stanceOf(code, service, texts, grammar) {
  const criteria = service.criteria ?? {};
  const reason = grammar.reasons[code] ?? { label: code, phrase: code };
  const found = LISTS.flatMap(([name, stance]) =>
    (criteria[name] ?? []).flatMap((entry, at) => (entry.r === code ? [{ name, stance, lines: linesOf(entry, at, name, { texts, reason, grammar }) }] : [])),
  );
  if (found.length) {
    const [{ name, stance }] = found;
    const lines = found.flatMap((each, at) => (at && each.stance !== stance ? [{ text: `${WORDS[each.stance]}:` }, ...each.lines] : each.lines));
    return { stance, word: name === "only" ? ONLY : WORDS[stance], known: true, lines };
  }
  const held = byRisk(reason.risk, criteria.risk, grammar);
  if (held) return held;
  const none = criteria.not && !criteria.not.length;
  return { stance: "silent", word: none ? NO_EXCLUSION : WORDS.silent, known: false, lines: [] };
}

/**
 * The parts of the table about reasons: those that any service refuses, those to be checked, those that are taken.
 *
 * @param {object[]} services @param {object} world @returns {import("./cells.js").Group[]} parts without a row are left out
 */
export function reasonGroups(services, { grammar, words }) {
  const named = services.flatMap(({ criteria = {} }) => listed(criteria));
  // Risks first, in the order of the vocabulary; then as the services name them.
  const codes = [...new Set([...grammar.risky.map(([code]) => code).filter((code) => named.includes(code)), ...named])];
  const rows = codes.map((code) => row(code, grammar.reasons[code]?.label ?? code, services.map((each) => stanceOf(code, each, words.get(each.id), grammar))));
  const groups = PARTS.map(([code, label]) => ({ code, label, rows: [] }));
  for (const each of rows) groups[PARTS.findIndex(([, , fits]) => fits(each))].rows.push(each);
  return groups.filter((group) => group.rows.length);
}
