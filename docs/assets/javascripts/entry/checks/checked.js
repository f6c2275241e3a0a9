/** What an entry says about who checked it: never, never with a day, by whom, and from where its needs were read. */

import { error, everywhere, group, listed, rows, texts, warning } from "./frame.js";
import { isFields } from "../findings.js";

const ASK = "Ask the service first. Then type";
const WHEN = "{how: provider-phone, on: <the day you asked>, by: volunteer}";
/** Words of which at least one stands in a role: as in `rightdoor.records.checks.by_not_a_role`. */
export const ROLE_WORDS = new Set(
  `administrator area assistant caller carer charity clinician commissioner coordinator council counsellor doctor editor
  gp icb lead librarian link manager navigator nurse officer organiser patient pharmacist practice practitioner
  prescriber provider psychologist receptionist researcher secretary service staff student supervisor team therapist
  trust trustee volunteer worker`.split(/\s+/),
);
const LIKE_A_NAME = /^(?:[^a-z ]+$|[A-Z][^ ]*(?: [A-Z][^ ]*){0,2}$|.*[@0-9]|(?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r)(?![\p{L}\p{N}_]))/u;

/** Nobody has checked this entry, or some of its facts. */
export function neverChecked({ kind, data }) {
  if (kind !== "service") return [];
  const checked = group(data.checked);
  if (checked.how === "never") {
    const tip = `${ASK} checked: ${WHEN}`;
    return [warning("never-checked", ["checked", "how"], "Nobody has checked this entry.", tip)];
  }
  return Object.entries(checked)
    .filter(([, check]) => group(check).how === "never")
    .map(([facts]) =>
      warning(
        "never-checked",
        ["checked", facts],
        `Nobody has checked the facts of ${facts}.`,
        `${ASK} ${facts}: ${WHEN} inside checked.`,
      ),
    );
}

/** A check says that nobody has checked, and also when or by whom. */
export function neverWithADay(entry) {
  return everywhere(entry).flatMap(([prefix, here]) => {
    const checked = group(here.checked);
    const parts = Object.entries(checked).filter(([, each]) => isFields(each));
    const checks = [[["checked"], checked], ...parts.map(([name, each]) => [["checked", name], each])];
    return checks.flatMap(([path, check]) => {
      const beside = ["on", "by"].filter((each) => each in check);
      if (check.how !== "never" || !beside.length) return [];
      return error(
        "never-with-a-day",
        [...prefix, ...path, beside[0]],
        `This check says how: never, but also ${beside.map((each) => `${each}: ${check[each]}`).join(" and ")}.`,
        `Delete ${beside.join(" and ")}; or, if somebody asked the service, say in how which way they asked.`,
      );
    });
  });
}

/** The person who checked is named, or is not called by a role. */
export function byNotARole(entry) {
  const tip =
    "Type the role in which somebody asked, such as volunteer, provider, commissioner, link worker or practice manager.";
  return texts(entry, "by").flatMap(([path, by]) => {
    if (looksLikeAName(by)) {
      return error("by-not-a-role", path, `The check is by “${by}”, which looks like a name and not like a role.`, tip);
    }
    return hasRole(by) ? [] : warning("by-not-a-role", path, `The check is by “${by}”, which is no known role.`, tip);
  });
}

function looksLikeAName(by) {
  return by.includes("@") || (LIKE_A_NAME.test(by) && !hasRole(by));
}

function hasRole(by) {
  const words = by.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.some((word) => ROLE_WORDS.has(word) || ROLE_WORDS.has(word.replace(/s$/, "")));
}

/** The needs of a service are said to have been read somewhere, but no page is named. */
export function needsCoveredByNoCheck({ kind, data }) {
  if (kind !== "service" || !listed(data.needs).length) return [];
  const checked = group(data.checked);
  const { how } = isFields(checked.criteria) ? checked.criteria : checked;
  const covers = rows(data.evidence).flatMap(([, page]) => listed(page.covers).map(([, each]) => each));
  if (!["published-page", "other-directory"].includes(how) || covers.some((each) => ["criteria", "other"].includes(each))) {
    return [];
  }
  return [
    warning(
      "needs-covered-by-no-check",
      ["needs"],
      `The needs were checked by ${how}, but no evidence covers criteria or other.`,
      "Type the page they were read on: evidence: [{covers: [criteria], url: …, title: …, seen: …}]",
    ),
  ];
}
