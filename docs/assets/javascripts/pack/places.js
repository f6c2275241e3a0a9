/** Jumps within a pack, where a part may be folded, and where what is a page of its own on the site may not be at all. */

/** What the beginning of a fragment stands for, and where to go when there is no such place. */
const NEAREST = Object.freeze({ refer: "service", patient: "service", need: "needs", type: "kinds", area: "areas" });

/**
 * @param {string} hash @param {(id: string) => boolean} isThere
 * @returns {string} the id of the place that a fragment means; "" where it holds answers alone
 */
function placeOf(hash, isThere) {
  const [, part] = /[#&]at=([a-z]+)(?:&|$)/.exec(hash) ?? [];
  const id = part ?? hash.slice(1);
  if (!id || id.includes("=") || isThere(id)) return id.includes("=") ? "" : id;
  const [, kind, rest] = /^([a-z]+)-(.*)$/.exec(id) ?? [];
  return NEAREST[kind] === "service" ? `service-${rest}` : (NEAREST[kind] ?? "");
}

/** Unfolds whatever a place stands in, and the place itself. */
function unfold($place) {
  for (let $part = $place; $part; $part = $part.parentElement) if ($part.tagName === "DETAILS") $part.open = true;
}

/** Goes to the place that the fragment means, now and whenever it changes. The bar of an old pack stays shut. */
export function followPlaces() {
  const go = () => {
    const $place = document.getElementById(placeOf(window.location.hash, (id) => document.getElementById(id) !== null));
    if (!$place) return;
    if (!$place.closest(".rd-pack__bar:not([open])")) unfold($place);
    $place.scrollIntoView();
  };
  window.addEventListener("hashchange", go);
  go();
}
