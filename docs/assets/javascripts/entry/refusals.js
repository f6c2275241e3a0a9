/** What is refused inside a text that YAML itself would allow, in words: the twin of `rightdoor.records.refusals`. */

const LONGEST_SHOWN = 60;
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

/** @param {string} value @returns {string} as messages show it: on one line, visible, and cut short */
export function shown(value) {
  const letters = [...value.trim().replace(/\s+/g, " ")];
  const visible = letters.slice(0, LONGEST_SHOWN).map((each) => (each !== " " && UNPRINTABLE.test(each) ? escaped(each) : each));
  return visible.join("") + (letters.length > LONGEST_SHOWN ? "…" : "");
}

function escaped(letter) {
  return `\\u${letter.codePointAt(0).toString(16).padStart(4, "0")}`;
}

const say = (code, message, tip) => ({ code, message, tip });

export const EMPTY = say("empty-file", "This file is empty.", "Write the record in it, or delete the file.");
export const SECOND_DOCUMENT = say(
  "yaml-feature",
  "A second document begins here.",
  "Write one record in each file: move what follows into a file of its own, or delete the line ---.",
);
export const DIRECTIVE = say("yaml-feature", "A line that begins with % is an instruction to YAML.", "Delete this line.");
export const MERGE = say(
  "yaml-feature",
  "The merge sign << is used, which is not read here.",
  "Write the fields out in full.",
);
export const TOO_DEEP = say(
  "file-limits",
  "Lists and groups of fields lie more than 20 deep inside each other.",
  "Look for stray [ or {.",
);
export const TOO_MANY = say("file-limits", "This file holds more than 10,000 values.", "Split it into several records.");
export const TOO_LARGE = say(
  "file-limits",
  "This file is larger than 64 KB, which is more than a record needs.",
  "Shorten it, or split it into records.",
);
export const SYNTAX = say(
  "yaml-syntax",
  "This line cannot be read.",
  "Compare it with the same field in another record.",
);
export const ORDER_MARK = say(
  "not-utf-8",
  "This file begins with a byte order mark or is in UTF-16.",
  "Save the file as UTF-8 (in most editors: Save with encoding), without BOM.",
);
const NOT_FIELDS_TIP = "Begin with a field and its value, for example: name: Northvale Talking Therapies";

/** @param {"line" | "value"} what @param {{name: string, tip: string}} refused a character that is not to be there */
export function hidden(what, { name, tip }) {
  return say("hidden-character", `This ${what} holds ${name}.`, tip);
}

/** A value that begins with `*`. */
export function alias(name) {
  return say(
    "yaml-feature",
    `The value *${shown(name)} points at another value, which is not read here.`,
    `Write the value out; if it is text, put it in quotes: "*${shown(name)} …"`,
  );
}

/** A value that begins with `&` or `!`. */
export function decorated({ anchor, tag }) {
  if (anchor) {
    return say(
      "yaml-feature",
      `The value begins with &${shown(anchor)}, which YAML reads as a label.`,
      `Delete the label; if it is text, put the value in quotes: "&${shown(anchor)} …"`,
    );
  }
  return say(
    "yaml-feature",
    `The value begins with ${shown(tag.replace("tag:yaml.org,2002:", "!!"))}, which YAML reads as an instruction.`,
    "Delete it; if it is text, put the whole value in quotes.",
  );
}

/** A field that is written twice in one group. */
export function repeated(name, firstLine) {
  return say(
    "duplicate-field",
    `The field ${shown(name)} is here a second time; the first is on line ${firstLine}.`,
    "Keep one of the two, or put both values together.",
  );
}

/** A number that cannot be kept exactly. */
export function longNumber(typed) {
  return say(
    "number-too-long",
    `The number ${shown(typed)} has more digits than can be kept exactly (at most 15, and 20 after the point).`,
    `If it is not an amount, put it in quotes: "${shown(typed)}"`,
  );
}

/** The name of a field that is not text. */
export function badName(value) {
  if (value === null || value === "") {
    return say("field-name", "A field has no name before its colon.", "Write the name of the field.");
  }
  if (typeof value === "object") {
    return say(
      "field-name",
      "The name of a field is a list or a group, not a word.",
      'If this line is text, put it in quotes, for example: "[note] see below"',
    );
  }
  const kind = typeof value === "boolean" ? "yes-or-no word" : "number";
  return say(
    "field-name",
    `The field name ${shown(String(value))} is a ${kind}, not text.`,
    `Field names are words. If it must be so, put it in quotes: "${shown(String(value))}":`,
  );
}

/** A text whose outermost value is a list or a single text. */
export function notFields(value) {
  if (Array.isArray(value)) return say("not-fields", "This file holds a list, not the fields of a record.", NOT_FIELDS_TIP);
  const first = typeof value === "string" ? value.split(" ")[0] : "";
  if (first.includes(":")) {
    const [name] = value.split(":", 1);
    const rest = value.slice(name.length + 1).split("\n")[0];
    return say(
      "yaml-syntax",
      `There is no space after the colon of ${shown(name)}.`,
      `Type: ${shown(name)}: ${shown(rest)}`,
    );
  }
  return say("not-fields", `This file holds the text “${shown(String(value))}”, not fields.`, NOT_FIELDS_TIP);
}
