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

/** @param {string} text @param {string} part @returns {boolean} whether `part` stands in `text` as whole words; both are folded */
export function holds(text, part) {
  return text.includes(part) && ` ${text} `.includes(` ${part} `);
}

/**
 * How many slips of the hand lie between two words: a letter too many, too few, wrong, or two neighbours swapped.
 *
 * @param {string} a @param {string} b @returns {number}
 */
export function slips(a, b) {
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2] + 1 : Infinity;
      row.push(Math.min(above[j] + 1, row[j - 1] + 1, changed, swapped));
    }
    [before, above] = [above, row];
  }
  return above[b.length];
}

/** @param {string} text @returns {string} with a capital first letter */
export function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
