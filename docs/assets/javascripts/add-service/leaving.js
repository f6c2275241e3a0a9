/** Asks before a page with words on it is left, if something was typed since it was last kept or taken along. */

/** @param {HTMLElement} $mount the form with its draft and the ways to send it */
export function warnOfLoss($mount) {
  const $keep = $mount.querySelector("#f-draft");
  let typed = false;
  ["input", "change"].forEach((name) => $mount.querySelector("form").addEventListener(name, () => (typed = true)));
  $mount.addEventListener("click", ({ target }) => {
    if (target.closest(".rd-entry__ways")) typed = false;
  });
  addEventListener("beforeunload", (event) => {
    if (typed && !$keep.checked) event.preventDefault();
  });
}
