/**
 * Text as people type it, made comparable: without accents, capitals, apostrophes or punctuation.
 *
 * The same folding is used for names, synonyms and what is typed, so "can't cope", "cant cope" and "CAN’T COPE" meet.
 */

/** @param {string} text @returns {string} words of a to z and 0 to 9 with single spaces between them */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’‘`]/g, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** @param {string} text @returns {string[]} the folded words of a text */
export function words(text) {
  const folded = fold(text);
  return folded ? folded.split(" ") : [];
}

/**
 * Whether two words differ by at most one slip of the hand: a letter too many, too few, wrong, or two swapped.
 *
 * @param {string} a @param {string} b @returns {boolean}
 */
export function nearlySame(a, b) {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  const rest = (text, from) => text.slice(from);
  return (
    rest(a, at + 1) === rest(b, at + 1) ||
    rest(a, at + 1) === rest(b, at) ||
    rest(a, at) === rest(b, at + 1) ||
    (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2))
  );
}
