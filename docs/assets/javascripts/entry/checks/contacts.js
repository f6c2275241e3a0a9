/** Addresses and numbers that are none, that are a person's own, or that stand in the middle of a sentence. */

import { asEmail } from "../forms.js";
import { error, listed, texts, warning } from "./frame.js";
import { emailsIn, numbersIn, sentences } from "./sentences.js";
import { isMobile } from "./telephone.js";

const ADDRESS =
  /^[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}$/;
/** Words of which the address of a team is made: as in `rightdoor.records.checks.personal_contact`. */
export const TEAM_WORDS = words(`
access admin administration adult adults advice advocacy appointments bereavement booking camhs care carers
centre children clinic club cmht community contact contacts counselling crisis duty emotional enquiries
enquiry families family feedback first front gp group head health hello help helpline hub info information
inquiries intake intouch listening mail mailbox manager mental mind nhs office older online outreach parents
people perinatal place point practice reception recovery referral referrals refer safe secretary self service
services single social spa step support talking team teams therapies therapy triage us veterans volunteer
volunteers wellbeing women womens young youth
`);
export const FREE_MAIL = words(`
aol.com btinternet.com btopenworld.com gmail.com googlemail.com hotmail.co.uk hotmail.com icloud.com
live.co.uk live.com me.com msn.com ntlworld.com outlook.com proton.me protonmail.com sky.com talktalk.net
virginmedia.com yahoo.co.uk yahoo.com
`);

function words(text) {
  return new Set(text.trim().split(/\s+/));
}

/** An email address cannot be written to. */
export function emailsNotValid(entry) {
  const isAddress = (text) => ADDRESS.test(text);
  return texts(entry, "email")
    .filter(([, email]) => !isAddress(email) || email.includes(".."))
    .map(([path, email]) => {
      const tip = isAddress(asEmail(email)) ? `Type: ${asEmail(email)}` : "Type it as in referrals@example.org";
      return error("email-not-valid", path, `The text ${email} is not an email address.`, tip);
    });
}

/** An email address or mobile number looks like a person's own. */
export function personalContacts(entry) {
  const inside = (found) => sentences(entry).flatMap(([path, text]) => found(text).map((each) => [path, each]));
  const emails = [...texts(entry, "email"), ...inside(emailsIn)].filter(([, email]) => looksPersonal(email, entry));
  const mobiles = [...texts(entry, "phone"), ...inside(numbersIn)].filter(([, number]) => isMobile(number));
  return [
    ...emails.map(([path, email]) =>
      error(
        "personal-contact",
        path,
        `The address ${email} looks like a person's own.`,
        "Type the team's address, or leave the email out.",
      ),
    ),
    ...mobiles.map(([path, number]) =>
      error(
        "personal-contact",
        path,
        `The number ${number} is a mobile's, and looks like a person's own.`,
        "Type the team's number. If it is only for texts, move it to text.",
      ),
    ),
  ];
}

/** Whether an address is made of a first and a last name, or is a private one with no word of the service in it. */
export function looksPersonal(email, entry) {
  const at = email.toLowerCase().lastIndexOf("@");
  const [local, domain] = [at < 0 ? "" : email.toLowerCase().slice(0, at), email.toLowerCase().slice(at + 1)];
  const parts = local.split(/[._\-+]|[0-9]+/).filter(Boolean);
  const isPrivate = FREE_MAIL.has(domain);
  if (!parts.length || (parts.length === 1 && !isPrivate) || parts.some((each) => TEAM_WORDS.has(each))) return false;
  const own = ownWords(entry, isPrivate ? "" : domain);
  if (isPrivate) return ![...own, ...TEAM_WORDS].some((word) => word.length > 3 && local.includes(word));
  return parts.length < 4 && !parts.some((each) => own.has(each));
}

function ownWords({ id, data }, domain) {
  const names = [id, domain, data.organization ?? "", data.name ?? "", ...listed(data.also_known_as).map(([, name]) => name)];
  return new Set(names.flatMap((name) => String(name).toLowerCase().match(/[a-z]+/g) ?? []));
}

/** A telephone number or an email address stands in the middle of a sentence. */
export function contactsInProse(entry) {
  return sentences(entry).flatMap(([path, text]) =>
    [
      ...numbersIn(text).filter((each) => !isMobile(each)).map((each) => `number ${each}`),
      ...emailsIn(text).filter((each) => !looksPersonal(each, entry)).map((each) => `address ${each}`),
    ].map((each) =>
      warning(
        "contact-in-prose",
        path,
        `The ${each} stands in the middle of a sentence.`,
        "Put it in contact or in a route of referral, where it is kept up to date, and leave it out here.",
      ),
    ),
  );
}
