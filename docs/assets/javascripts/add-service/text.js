/** Where reading and changing the text of an entry comes from: a script of its own, for whoever corrects or confirms. */

/** @returns {Promise<{readEntry: Function, splice: Function}>} rejects when the script cannot be had */
export function entryText() {
  const $form = document.querySelector('script[src*="/add-service.js"]');
  return new Promise((came, failed) => {
    const $script = document.createElement("script");
    $script.addEventListener("load", () => came(globalThis.rightdoorEntryText));
    $script.addEventListener("error", failed);
    $script.src = $form.src.replace("/add-service.js", "/entry-text.js");
    document.head.append($script);
  });
}
