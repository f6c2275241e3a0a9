/** Says what changed once it has come to rest: somebody who types a word must not hear of every letter. */

/** Long enough that a quick typist hears one sentence, short enough to belong to what was just done. */
const REST = 700;

/**
 * @param {(text: string) => void} say puts a text into the page's one polite live region
 * @returns {(text: string) => void} the same sentence is not said twice
 */
export function announcer(say) {
  let last = "";
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    if (text === last) return;
    timer = setTimeout(() => {
      last = text;
      say(text);
    }, REST);
  };
}
