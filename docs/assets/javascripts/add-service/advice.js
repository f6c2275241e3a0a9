/** What to do about a problem, for whoever sees a form and no file: in the form's own words, or not at all. */

const OWN = Object.freeze({
  "never-checked": "Ask the service first. Then say on the step “How do you know?” in which way you asked and on which day.",
  "needs-covered-by-no-check": "Add the page they were read on to “Pages that say so”, on the step “How do you know?”.",
  "never-with-a-day": "Empty the day and the role; or, if somebody asked the service, choose in which way.",
});
const SAID = Object.freeze({
  "needs-covered-by-no-check": "It is said where its needs were read, but no page is named that tells them.",
  "never-with-a-day": "This says “Never checked”, but also on which day or by whom.",
});
const MADE_UP = "Use made-up details here: addresses at example.org, numbers beginning with 01632 960.";
const IN_FILE = /[{}<>]|(?:^|\s)[a-z_]+: |\b(?:line|field|file|quotes)\b/;

/** @param {{code: string, tip: string, message: string}} problem @returns {string} "" where only a file's words are known */
export function adviceOf({ code, tip, message }) {
  if (Object.hasOwn(OWN, code)) return OWN[code];
  if (code === "made-up-detail" && message.includes("fictional")) return MADE_UP;
  return tip && !IN_FILE.test(tip) ? tip : "";
}

/** @param {{code: string, message: string}} problem @returns {string} what was found, without the words of a file */
export function messageOf({ code, message }) {
  return SAID[code] ?? message;
}
