/** What was typed, without what says nothing about a service: the age and sex of a person, how long it lasts, and filler words. */

import { holds } from "../common/text.js";

/** "34F", "17 yo", "12 year old", "aged 80", "under 18", "6 weeks", "3/12": this search has no ages; the pages have. */
const PERSON = /\b(?:(?:aged|under|over) [0-9]{1,3}|[0-9]{1,3} ?(?:yo|y o|yr|yrs|year|years|y|days?|weeks?|months?)(?: olds?)?|[0-9]{1,2} (?:12|52)|[0-9]{1,3} ?[fm])\b/g;

/** Left out only beside other words, so that "We Are With You" and "I CAN" stay names. */
const FILLERS = new Set(
  "a after all am an and any are at be been but by can for from had has have he her him his i in is it its me my of on or patient person pt she since so some that the their them they this to under very was who with year years".split(" "),
);

const FAMILY = new Set(
  "aunt brother child dad daughter father gran grandad grandfather grandma grandmother grandparent husband mam mother mum mummy nan nana parent parents partner sister son uncle wife".split(" "),
);
const ILLNESS = new Set(
  "alzheimers cancer copd dementia disability disabled epilepsy frail huntingtons mnd ms parkinsons schizophrenia stroke terminal".split(" "),
);
const DEATH = new Set("bereaved bereavement dead death died grief grieving loss lost passed".split(" "));

const CLOSE = new Set([...FAMILY, ..."boyfriend colleague ex fiance fiancee friend girlfriend neighbour relative someone somebody".split(" ")]);
const BY_SUICIDE = /\b(?:(?:killed|hanged|hung|shot) (?:himself|herself|themself|themselves)|(?:took|ended) (?:his|her|their) (?:own )?life|(?:died|death) (?:by|from|of|through) suicide|(?:committed|lost to|completed) suicide|to suicide)\b/;
/** "Nearly killed himself" is no death. */
const NOT_DEAD = new Set("almost attempted attempt attempts cutting may might nearly thinks threatened threatens tried tries trying wanted wants".split(" "));

/** @param {string} folded @returns {boolean} whether somebody close died by suicide: the one who comes is bereaved */
export function speaksOfSuicideLoss(folded) {
  const all = folded.split(" ");
  return BY_SUICIDE.test(folded) && all.some((word) => CLOSE.has(word)) && !all.some((word) => NOT_DEAD.has(word));
}

/** @param {string} folded @returns {boolean} whether it speaks of an ill member of the family, whom somebody may be caring for */
export function speaksOfCaring(folded) {
  const all = folded.split(" ");
  const has = (set) => all.some((word) => set.has(word));
  return has(FAMILY) && has(ILLNESS) && !has(DEATH);
}

/**
 * The name of an area among other words says where, and is not searched for.
 *
 * @param {string} folded @param {{folded: string, code: string}[]} areas longest name first
 * @returns {{place: string, bare: string}} the area's id or "", and what was typed without its name
 */
export function apartFromArea(folded, areas) {
  const area = areas.find((each) => folded !== each.folded && holds(folded, each.folded));
  if (!area) return { place: "", bare: folded };
  return { place: area.code, bare: ` ${folded} `.replace(` ${area.folded} `, " ").replace(/ (?:in|at|near) $/, " ").trim() };
}

/** @param {string} folded @returns {string} without the person, or the whole where nothing else is left */
export function withoutPerson(folded) {
  return folded.replace(PERSON, " ").replace(/ +/g, " ").trim() || folded;
}

/** @param {string} folded @returns {string[]} the words worth searching for */
export function telling(folded) {
  const all = folded.split(" ").filter(Boolean);
  const found = all.filter((word) => !FILLERS.has(word));
  return found.length ? found : all;
}
