/** Puts text on the clipboard. */

/**
 * @param {string} text
 * @returns {Promise<boolean>} false where the browser does not allow it (a page from a shared drive, an old browser): the
 *   caller then shows the text to be copied by hand
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
