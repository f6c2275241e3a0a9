/** The chosen area: the one thing this site remembers on the device, and it can be forgotten. */

const KEY = "rightdoor-area";

/** @returns {string} the remembered area's id, or "" (also where the browser keeps nothing) */
export function remembered() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} id the area to remember; "" forgets */
export function remember(id) {
  try {
    if (id) localStorage.setItem(KEY, id);
    else localStorage.removeItem(KEY);
  } catch {
    // Private windows and strict settings refuse storage: the choice then lasts as long as the page.
  }
}
