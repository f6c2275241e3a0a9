/**
 * Where somebody was in the results when they followed a link, so that Back finds it again: kept in that step of the browser's
 * history and nowhere else, as the ids of services and a distance. The browser's own memory of it is no help, since it looks
 * for the place before the results are there.
 */

/** Whoever does any of these is reading already, and is not moved. */
const TAKES_OVER = Object.freeze(["wheel", "touchmove", "pointerdown", "keydown"]);

const BUTTON = ".rd-match__open";
const topOf = ($card) => $card.getBoundingClientRect().top;

/** The cards that are open, and the first that is seen with its distance from the top. */
function placeIn($results) {
  const $cards = [...$results.querySelectorAll(".rd-match")];
  const $at = $cards.find(($card) => $card.getBoundingClientRect().bottom > 0);
  const open = $cards.filter(($card) => $card.querySelector(`${BUTTON}[aria-expanded="true"]`)).map(($card) => $card.dataset.id);
  return $at ? { open, at: $at.dataset.id, from: topOf($at) } : null;
}

/**
 * @param {{$root: HTMLElement, reveal: (id: string) => void}} results
 * @returns {() => void} called whenever results are drawn: until the reader moves, they come to stand as they stood
 */
export function keptPlace({ $root, reveal }) {
  let kept = history.state?.place;

  function forget() {
    if (kept) history.replaceState(null, "");
    kept = null;
  }

  for (const event of TAKES_OVER) addEventListener(event, forget, { once: true, capture: true, passive: true });
  addEventListener("click", ({ target }) => {
    if (target.closest("a[href]")) history.replaceState({ place: placeIn($root) }, "");
  });

  return () => {
    if (!kept) return;
    const { open, at, from } = kept;
    const cardOf = (id) => $root.querySelector(`[data-id="${CSS.escape(id)}"]`);
    for (const id of [...open, at]) reveal(id);
    for (const id of open) cardOf(id)?.querySelector(`${BUTTON}[aria-expanded="false"]`)?.click();
    if (cardOf(at)) scrollBy(0, topOf(cardOf(at)) - from);
  };
}
