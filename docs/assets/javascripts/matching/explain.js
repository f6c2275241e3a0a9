/** A match said in sentences, every one of them from `schema/criteria.yaml`: the twin of `rightdoor.matching.explain`. */

import { flagWords } from "./flags.js";
import { placesToGo } from "./instead.js";
import { DOES_NOT_FIT } from "./match.js";
import { CHECK, MET, NOT_ASKED, NOT_MET, UNKNOWN_SERVICE } from "./operators.js";
import { fill, joined, rowWords, whoWords } from "./phrases.js";
import { reasonWords, rowOf } from "./reasons.js";
import { own } from "./table.js";

const SPOKEN = [NOT_MET, CHECK, UNKNOWN_SERVICE];
const EXCLUSIONS = ["does_not_take", "recently"];

/** The service's own words about a reason, and how to check it: they are loaded after the facts, and may not be there yet. */
function longWords({ place: [list, at] }, service, world) {
  const { own: words = {}, how = [] } = world.words.get(service.id) ?? {};
  const said = at === undefined ? words[list] : words[list]?.[at];
  return { own: said, how: list === "first" ? how[at] : undefined };
}

/** A reason in parts: the sentence, the service's own words, how to check, and who may open the door all the same. */
function parts(reason, { service }, answers, world) {
  const { sentences } = world.grammar;
  const { own: said, how } = longWords(reason, service, world);
  const via = rowOf(reason, service)?.via;
  return {
    criterion: reason.criterion,
    state: reason.state,
    text: reasonWords(reason, service, answers, world),
    own: said,
    how: how && fill(sentences.how, { how }),
    except: via && fill(sentences.except_via, { who: whoWords(via, world.grammar) }),
  };
}

/** The parts of a reason in one line. */
function inOneLine({ text, own: words, how, except }, { sentences }) {
  return [text, words && fill(sentences.own_words, { words }), how, except].filter(Boolean).join(" ");
}

/**
 * What stands in the way, worst first: `because` of the explanation with the service's own words apart.
 *
 * @returns {{criterion: string, state: string, text: string, own?: string, how?: string, except?: string}[]}
 */
export function inTheWay(found, answers, world) {
  const of = (state) => found.reasons.filter((reason) => reason.state === state);
  return SPOKEN.flatMap(of).map((reason) => parts(reason, found, answers, world));
}

/**
 * Whether an unasked criterion bears on what the person comes with: a service for many needs counts the time since a
 * death for the bereaved only, and nobody else is asked about one.
 */
export function concerns({ criterion }, { needs = [] }, answers, { grammar }) {
  if (criterion !== "time_since_event" || !answers.needs.length) return true;
  const wider = (need) => own(grammar.needs, need) ?? [need];
  const ofAnEvent = needs.every((need) => wider(need).some((each) => grammar.events.includes(each)));
  return ofAnEvent || answers.needs.some((need) => wider(need).includes("bereavement"));
}

/** The exclusions that nobody was asked about, in one sentence. */
function alsoNotFor(unasked, service, { grammar }) {
  const rows = unasked.filter(({ criterion }) => EXCLUSIONS.includes(criterion)).map((reason) => rowOf(reason, service));
  const people = rows.map((row) => {
    const words = rowWords(row, grammar.reasons);
    return row.via ? fill(grammar.phrases.except, { people: words, who: whoWords(row.via, grammar) }) : words;
  });
  return people.length ? fill(grammar.sentences.also_not_for, { people: people.join("; ") }) : "";
}

/** Services by name, in a row; the id of one that is not there. */
export function serviceWords(ids, world, word = "and") {
  return joined(ids.map((id) => world.find(id)?.name ?? id), world.grammar, word);
}

/**
 * The sentences of a match.
 *
 * @param {object} found a match @param {object} answers @param {object} world
 * @returns {{label: string, because: string[], refer_instead: string, instead: string[], make_sure: string[],
 *   also_not_for: string, met: string[], flags: string[]}} `because` says what is not met, then what must be checked;
 *   `make_sure` what was not asked, and `also_not_for` the exclusions among it; `instead` are ids, said in `refer_instead`
 */
export function explain(found, answers, world) {
  const { service, outcome, reasons } = found;
  const { outcomes, sentences } = world.grammar;
  const instead = placesToGo(found, answers, world);
  const unasked = outcome === DOES_NOT_FIT ? [] : reasons.filter(({ state }) => state === NOT_ASKED);
  const open = unasked.filter((each) => !EXCLUSIONS.includes(each.criterion) && concerns(each, service, answers, world));
  const said = (each) => reasonWords(each, service, answers, world);
  return {
    label: outcomes[outcome],
    because: inTheWay(found, answers, world).map((each) => inOneLine(each, world.grammar)),
    refer_instead: instead.length ? fill(sentences.refer_instead, { services: serviceWords(instead, world, "or") }) : "",
    instead,
    make_sure: open.map(said),
    also_not_for: alsoNotFor(unasked, service, world),
    met: reasons.filter(({ state }) => state === MET).map(said),
    flags: flagWords(found, world),
  };
}
