/** Ids of their own for what is drawn many times on one page: each gets the name of its box before it. */

const REFERS = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-activedescendant"];

/** @param {HTMLElement} $box */
export function apart($box) {
  const before = `${$box.id}-`;
  const ids = new Set([...$box.querySelectorAll("[id]")].map(({ id }) => id).filter((id) => !id.startsWith(before)));
  for (const id of ids) $box.querySelector(`#${CSS.escape(id)}`).id = before + id;
  const named = (word) => (ids.has(word) ? before + word : word);
  for (const name of REFERS) {
    for (const $each of $box.querySelectorAll(`[${name}]`)) $each.setAttribute(name, $each.getAttribute(name).split(" ").map(named).join(" "));
  }
}
