/** Changing what is on the page without taking the focus away, and without touching what stays the same. */

/** What the keyboard can reach. */
const REACHED = "a[href], button, summary, input, select";

/**
 * Puts nodes into a place in a given order. Those that are there already are moved and never made again; the one that
 * holds the focus is not even moved, since a browser takes the focus from whatever is lifted out of the page.
 *
 * @param {HTMLElement} $place @param {HTMLElement[]} $nodes
 */
export function arrange($place, $nodes) {
  const wanted = new Set($nodes);
  for (const $old of [...$place.children]) if (!wanted.has($old)) $old.remove();
  const anchor = $nodes.findIndex(($node) => $node.parentNode === $place && $node.contains(document.activeElement));
  for (const $node of $nodes.slice(0, Math.max(anchor, 0))) $place.insertBefore($node, $nodes[anchor]);
  let $next = $place.children[anchor + 1] ?? null;
  for (const $node of $nodes.slice(anchor + 1)) {
    if ($node === $next) $next = $next.nextElementSibling;
    else $place.insertBefore($node, $next);
  }
}

/**
 * Runs a change and gives the focus back to the element that had it, or to its stand-in when it is gone.
 *
 * @param {() => void} change @param {() => HTMLElement | null} standIn
 */
export function keepingFocus(change, standIn) {
  const $held = document.activeElement;
  change();
  if (document.activeElement === $held || !$held || $held === document.body) return;
  const $now = $held.isConnected ? $held : standIn();
  $now?.focus({ preventScroll: true });
}

/**
 * A place whose contents are made again only when what they say has changed.
 *
 * @param {HTMLElement} $place
 * @returns {(key: string, make: () => (Node | string)[]) => void}
 */
export function slot($place) {
  let shown = null;
  return (key, make) => {
    if (key === shown) return;
    shown = key;
    const at = [...$place.querySelectorAll(REACHED)].indexOf(document.activeElement);
    $place.replaceChildren(...make());
    if (at >= 0) [...$place.querySelectorAll(REACHED)].at(at)?.focus({ preventScroll: true });
  };
}
