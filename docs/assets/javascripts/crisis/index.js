/**
 * Entry of `built/crisis.js`: puts the crisis help of the remembered area first on the page of all crisis help.
 *
 * It runs before anything is drawn and follows the parser, so that nothing jumps: what it moves was never seen elsewhere.
 * What it shows stands in the page already, in templates before the strip; without it the page is as it was written.
 */

import { remembered } from "../common/remembered.js";

/** The piece of the page for an area, with its name; null where the page has none. */
function pieceOf(area) {
  for (const $template of document.querySelectorAll("template[data-places]")) {
    const name = new Map(Object.entries(JSON.parse($template.dataset.places))).get(area);
    if (name) return { name, nation: $template.dataset.nation, $piece: $template.content.cloneNode(true) };
  }
  return null;
}

/** Each part is put in its place as soon as the parser has come to that place. */
function placer({ name, nation, $piece }) {
  const $here = $piece.querySelector("section");
  const done = new Set();

  function once(what, $place, put) {
    if (!$place || done.has(what)) return;
    done.add(what);
    put($place);
  }

  function putStrip($strip) {
    const $new = $piece.querySelector(".rd-strip");
    $new.querySelector(".rd-strip__title strong").textContent = `Crisis in ${name}`;
    $strip.replaceWith($new);
  }

  function putHere($nations) {
    if (!$here) return;
    const $title = $here.querySelector("h2");
    $title.textContent = `In ${name}`;
    $title.id = "here";
    $here.setAttribute("aria-labelledby", $title.id);
    $nations.before($here);
  }

  function putContents($first) {
    if (!$here) return;
    const $item = $first.cloneNode();
    const $link = document.createElement("a");
    $link.href = "#here";
    $link.textContent = `In ${name}`;
    $item.append($link);
    $first.before($item);
  }

  /** Nations that come before their own in the page wait unseen until that one has come, and then stand after it. */
  function putNations(over) {
    const $nations = [...document.querySelectorAll("[data-rd-nations] > section")];
    const $own = $nations.find(($each) => $each.getAttribute("aria-labelledby") === nation);
    if ($own && $own !== $nations[0]) $nations[0].before($own);
    for (const $each of $nations) $each.hidden = !over && !$own;
  }

  return (over) => {
    once("strip", document.querySelector(".rd-crisis > .rd-strip"), putStrip);
    once("contents", document.querySelector(".rd-contents li"), putContents);
    once("here", document.querySelector("[data-rd-nations]"), putHere);
    if (nation) putNations(over);
  };
}

function start(area) {
  let place = null;

  function step(over = false) {
    // The strip stands after all templates: where it is, they are whole.
    if (!place && document.querySelector(".rd-crisis > .rd-strip")) {
      const piece = pieceOf(area);
      place = piece ? placer(piece) : () => {};
    }
    place?.(over);
  }

  const observer = new MutationObserver(() => step());
  observer.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    observer.disconnect();
    step(true);
  });
}

if (remembered()) start(remembered());
