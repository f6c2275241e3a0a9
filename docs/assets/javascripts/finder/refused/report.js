/**
 * Where a refusal is reported: the form of the repository with the service and its reason filled in, or an e-mail with
 * the two codes. Nothing that was answered about the person goes there: it is not even handed to this module.
 */

import { element } from "../../common/dom.js";
import { section } from "./parts.js";

const ABOUT = "Reports are counted. They show where published criteria and referrals do not meet.";
const LINK = "Report this (no patient details)";
const FILLED = Object.freeze({
  issue: "The service and the reason are filled in. Everybody can read the report.",
  email: "The service and the reason stand in the e-mail. Write nothing about the person.",
});

/**
 * @param {{issue?: string, email?: string}} where the address of the form, with its template, and an e-mail address
 * @param {string} service its id @param {{code: string, label: string}} reason its label is what the form offers to choose
 * @returns {{kind: string, address: string} | null} null where nobody would read a report
 */
export function reportTo({ issue, email }, service, { code, label }) {
  const told = (pairs) => pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  if (issue) return { kind: "issue", address: `${issue}&${told([["service", service], ["reason", label]])}` };
  if (!email) return null;
  const body = `service: ${service}\r\nreason: ${code}\r\n`;
  return { kind: "email", address: `mailto:${encodeURIComponent(email).replace("%40", "@")}?${told([["subject", "refused"], ["body", body]])}` };
}

/** The part of the answer that leads there; none where nobody would read a report. */
export function reporting(where, service, reason) {
  const to = reportTo(where, service, reason);
  if (!to) return [];
  const $link = element("a", { href: to.address, rel: "noopener noreferrer" }, LINK);
  return [section("report", "Report this refusal", element("p", {}, ABOUT), element("p", {}, $link, `. ${FILLED[to.kind]}`))];
}
