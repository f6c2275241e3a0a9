/** Moving about in a search box by keyboard, and putting results away that lie over the page. */

/** Arrow keys walk from the box through the results; Escape goes back, and then empties the box. */
export function walk({ $mount, $input, $results }, clear) {
  $mount.addEventListener("keydown", (event) => {
    const $links = [...$results.querySelectorAll("a, button")];
    const at = $links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== $input) return;
    const moved = step(event.key, at, { $links, $input, clear });
    if (moved) event.preventDefault();
  });
}

/** Does what a key asks for; `at` is the result that has the focus, or -1 in the box itself. */
function step(key, at, { $links, $input, clear }) {
  if (key === "ArrowDown" && $links.length) $links[Math.min(at + 1, $links.length - 1)].focus();
  else if (key === "ArrowUp" && at >= 0) (at ? $links[at - 1] : $input).focus();
  else if (key === "Enter" && at < 0 && $links.length) take($links[0]);
  else if (key === "Escape" && at >= 0) $input.focus();
  else if (key === "Escape") clear();
  else return false;
  return true;
}

/** A meaning is read before it is taken, and where nothing matches no way on is what somebody asked for. */
function take($first) {
  if ($first.closest(".rd-search__choices, .rd-search__empty")) $first.focus();
  else $first.click();
}

/** Results that lie over the page are put away when the focus leaves the box, and are there again when it comes back. */
export function layOver({ $mount, $results }) {
  $mount.addEventListener("focusin", () => ($results.hidden = false));
  $mount.addEventListener("focusout", ({ relatedTarget }) => {
    // Without a relatedTarget the window itself lost the focus, or something was pressed that cannot hold it.
    if (!$mount.contains(relatedTarget) && document.hasFocus()) $results.hidden = true;
  });
}
