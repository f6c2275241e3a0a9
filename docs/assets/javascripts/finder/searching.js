/** Where the search of the finder comes from: a script of its own, after the first answer. */

/**
 * @param {HTMLScriptElement} $finder the script of the finder, beside which the other lies
 * @returns {() => Promise<Function>} reads `searchable`, once; rejects when it cannot be read, and tries again at the next call
 */
export function scriptOfSearch($finder) {
  const address = $finder.src.replace(/[^/]+\.js/, "searching.js");
  let asked = null;

  function ask() {
    return new Promise((came, failed) => {
      const $script = document.createElement("script");
      $script.addEventListener("load", () => (globalThis.rightdoorSearchable ? came(globalThis.rightdoorSearchable) : failed()));
      $script.addEventListener("error", () => ($script.remove(), failed()));
      $script.src = address;
      document.head.append($script);
    });
  }

  return () => {
    asked ??= ask();
    asked.catch(() => (asked = null));
    return asked;
  };
}
