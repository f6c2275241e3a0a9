/**
 * Which characters an entry may not hold, because the strict reader refuses them: the twin of `rightdoor.records.characters`.
 *
 * They hide or reorder what is read, or are lost in exports; text pasted from web pages and documents brings them along.
 */

const REFUSED = new RegExp(
  "[\\x00-\\x09\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffd" +
    "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffc" +
    "\\u{e0000}-\\u{e0fff}\\u2028\\u2029\\u202a-\\u202e\\u00a0\\u2007\\u202f" +
    `${Array.from({ length: 17 }, (_, plane) => `\\u{${plane.toString(16)}fffe}\\u{${plane.toString(16)}ffff}`).join("")}]`,
  "gu",
);
const LONE_RETURN = /\r(?!\n)/g;
const HARD_SPACE_INDENT = /^ *[\u2000-\u200a\u3000]/gm;

const TIPS = new Map([
  ["\t", "Use spaces instead: two for each step to the right."],
  ["\r", "Save the file with ordinary line endings (LF, or CRLF on Windows)."],
  ["\u00a0", "Delete it and type an ordinary space."],
  ["\ufffd", "Letters were lost when this text was copied. Type the word again."],
]);
const OTHERS =
  "Delete the line and type it again; text pasted from a web page or a document often brings such characters.";

/** The names of Unicode 15, in small letters; a browser does not know them. */
const NAMES = new Map(
  `
  a0 no-break space
  ad soft hyphen
  34f combining grapheme joiner
  61c arabic letter mark
  115f hangul choseong filler
  1160 hangul jungseong filler
  180e mongolian vowel separator
  2000 en quad
  2001 em quad
  2002 en space
  2003 em space
  2004 three-per-em space
  2005 four-per-em space
  2006 six-per-em space
  2007 figure space
  2008 punctuation space
  2009 thin space
  200a hair space
  200b zero width space
  200c zero width non-joiner
  200d zero width joiner
  200e left-to-right mark
  200f right-to-left mark
  2028 line separator
  2029 paragraph separator
  202a left-to-right embedding
  202b right-to-left embedding
  202c pop directional formatting
  202d left-to-right override
  202e right-to-left override
  202f narrow no-break space
  2060 word joiner
  2061 function application
  2062 invisible times
  2063 invisible separator
  2064 invisible plus
  2066 left-to-right isolate
  2067 right-to-left isolate
  2068 first strong isolate
  2069 pop directional isolate
  206a inhibit symmetric swapping
  206b activate symmetric swapping
  206c inhibit arabic form shaping
  206d activate arabic form shaping
  206e national digit shapes
  206f nominal digit shapes
  3000 ideographic space
  3164 hangul filler
  feff zero width no-break space
  ffa0 halfwidth hangul filler
  fff9 interlinear annotation anchor
  fffa interlinear annotation separator
  fffb interlinear annotation terminator
  fffc object replacement character
  fffd replacement character
  e0001 language tag
`
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .map((line) => [parseInt(line, 16), line.slice(line.indexOf(" ") + 1)]),
);
const TAGS = [0xe0020, 0xe007f];
const SELECTORS = [0xe0100, 0xe01ef];

/**
 * @param {string} text
 * @returns {{at: number, name: string, tip: string}[]} every refused character, a kind at a time
 */
export function refusedIn(text) {
  const found = [REFUSED, LONE_RETURN, HARD_SPACE_INDENT].flatMap((pattern) => [...text.matchAll(pattern)]);
  return found.map(({ 0: matched, index }) => {
    const letter = matched.trimStart() === "" ? matched.slice(-1) : matched;
    return { at: index + matched.length - letter.length, name: nameOf(letter), tip: TIPS.get(letter) ?? OTHERS };
  });
}

/** @param {string} letter @returns {string} "a tab", "U+202E (right-to-left override)" */
export function nameOf(letter) {
  if (letter === "\t") return "a tab";
  const code = letter.codePointAt(0);
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")} (${called(code)})`;
}

function called(code) {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return "control character";
  if (code >= TAGS[0] && code <= TAGS[1]) return "hidden tag";
  if (code >= SELECTORS[0] && code <= SELECTORS[1]) return `variation selector-${code - SELECTORS[0] + 17}`;
  return NAMES.get(code) ?? "not a character";
}

/**
 * The same data without what typing and pasting bring along: blanks of other widths become ordinary ones, and characters
 * that nobody can see go. What changes the order of reading is left, so that `judge` names it.
 *
 * @template T @param {T} value @returns {T}
 */
export function clean(value) {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, clean(each)]));
}

function cleanText(text) {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
}
