/** Registered numbers in a form that their register does not use: as `rightdoor.records.checks.registered_number_malformed`. */

import { error, texts } from "./frame.js";

const ODS = [/^[A-Z0-9]{3,8}$/, "an ODS code", "3 to 8 capital letters and digits, such as RXX or A12345"];
const FORMS = {
  ods: ODS,
  ods_code: ODS,
  charity: [/^(?:[0-9]{6,8}|NIC[0-9]{6}|SC[0-9]{6})$/, "a charity number", "6 to 8 digits, or NIC or SC and 6 digits"],
  company: [
    /^(?:[0-9]{8}|[A-Z]{2}[0-9]{6}|R[0-9]{7})$/,
    "a company number",
    "8 characters, such as 01234567 or SC123456",
  ],
  gss: [/^[EWSNK][0-9]{8}$/, "a GSS code", "a letter and 8 digits, such as E54000024"],
};

/** Identifiers of an organization that cannot be right. */
export function registeredNumbers(entry) {
  return Object.entries(FORMS).flatMap(([field, [pattern, what, form]]) =>
    texts(entry, field)
      .filter(([path, number]) => ["identifiers", "codes", "practices"].includes(path[0]) && !pattern.test(number))
      .map(([path, number]) =>
        error(
          "registered-number-malformed",
          path,
          `The number ${number} is not ${what}: it is written as ${form}.`,
          tip(field, pattern, number),
        ),
      ),
  );
}

function tip(field, pattern, number) {
  const tidy = number.toUpperCase().replace(/[ -]/g, "");
  const right = [tidy, field === "company" ? tidy.padStart(8, "0") : tidy].find((each) => pattern.test(each));
  return right ? `If it is the same number, type: "${right}"` : "Copy it again from the register.";
}
