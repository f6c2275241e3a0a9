/** Details that are known not to belong: numbers shown to be wrong, and made-up details in real entries. */

import { isMadeUp } from "./dates.js";
import { error, everywhere, group, rows, texts } from "./frame.js";
import { isMadeUpPostcode } from "./places.js";
import { FIELDS } from "./sentences.js";
import { digitsOf, isDrama, withoutRelay } from "./telephone.js";

const RUN = /(^|[^0-9])([0-9](?: ?[0-9]){4,13})(?![0-9])/g;
const RESERVED = /(?:[/@.]|^)(?:example\.(?:org|com|net)|[a-z0-9-]+\.(?:example|invalid|test))(?:[/:?#]|$)/;
const REAL = "Type the real one, or leave it out.";
const MADE_UP = "Type a number such as 01632 960 110, a postcode such as NV1 1AA, or an address at example.org.";
const SHORTEST_FULL_NUMBER = 9;
const NUMBERS = ["phone", "text", "text_relay"];

/** Each number in a field of its own. */
function numbersOf(entry) {
  return everywhere(entry).flatMap(([prefix, { contact, referral }]) => {
    const inside = (group, path, names) =>
      names.filter((name) => typeof group[name] === "string").map((name) => [[...prefix, ...path, name], group[name]]);
    return [
      ...inside(group(contact), ["contact"], NUMBERS),
      ...rows(group(referral).routes).flatMap(([index, row]) => inside(row, ["referral", "routes", index], ["phone", "text"])),
      ...inside(group(group(referral).advice), ["referral", "advice"], ["phone"]),
    ];
  });
}

/** A number that was shown to be wrong has come back. */
export function disprovedNumbers(entry) {
  const ledger = new Map((entry.world.disproved ?? []).map(([number, why]) => [digitsOf(number), why]));
  const inProse = texts(entry, ...FIELDS)
    .filter(([path]) => path[0] !== "by_area")
    .flatMap(([path, text]) => [...text.matchAll(RUN)].map((found) => [path, found[2]]));
  return [...numbersOf(entry), ...inProse].flatMap(([path, number]) => {
    const why = ledger.get(digitsOf(number)) ?? ledger.get(withoutRelay(digitsOf(number)));
    const tip = "Type the right number, or leave it out until somebody has checked.";
    return why === undefined
      ? []
      : error("disproved-number", path, `The number ${number} is known to be wrong.${why ? ` ${why}` : ""}`, tip);
  });
}

/** A made-up number, postcode or web address stands in a real entry, or a real one in a fictional entry. */
export function madeUpDetails(entry) {
  const fictional = isMadeUp(entry);
  const wrong = [...phones(entry), ...postcodes(entry), ...addresses(entry)].filter(([, , madeUp]) => madeUp !== fictional);
  return wrong.map(([path, what]) =>
    fictional
      ? error("made-up-detail", path, `This entry is fictional, but the ${what} may be somebody's real one.`, madeUpTip(entry))
      : error("made-up-detail", path, `This entry is real, but the ${what} is made up.`, REAL),
  );
}

function phones(entry) {
  return numbersOf(entry)
    .filter(([, number]) => digitsOf(number).length >= SHORTEST_FULL_NUMBER)
    .map(([path, number]) => [path, `number ${number}`, isDrama(number)]);
}

function postcodes({ data }) {
  return rows(data.locations)
    .filter(([, { postcode }]) => typeof postcode === "string" && isMadeUpPostcode(postcode) !== null)
    .map(([index, { postcode }]) => [["locations", index, "postcode"], `postcode ${postcode}`, isMadeUpPostcode(postcode)]);
}

function addresses({ kind, data }) {
  const of = (held, path, names) =>
    names
      .filter((name) => typeof held[name] === "string")
      .map((name) => [[...path, name], `address ${held[name]}`, RESERVED.test(held[name])]);
  if (kind === "organization") return of(data, [], ["website"]);
  return [
    ...of(group(data.contact), ["contact"], ["website", "email"]),
    ...rows(group(data.referral).routes).flatMap(([index, row]) => of(row, ["referral", "routes", index], ["url", "email"])),
    ...rows(data.evidence).flatMap(([index, page]) => of(page, ["evidence", index], ["url"])),
  ];
}

/** What to type in a made-up entry, or where to say that it is a real one. */
function madeUpTip({ kind, folder, world }) {
  const byId = new Map((world.areas ?? []).map((each) => [each.id, each]));
  if (kind !== "service" || !byId.get(folder)?.fictional) {
    return `${MADE_UP} If this entry is real, delete fictional: true in it.`;
  }
  return `${MADE_UP} If this area is real, delete fictional: true in directory/areas/${folder}.yaml.`;
}
