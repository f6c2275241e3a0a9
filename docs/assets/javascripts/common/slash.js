/** The key "/" goes to a box from anywhere but a field, where it stays a character. */

/** @param {HTMLInputElement} $input */
export function slashGoesTo($input) {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    $input.focus();
  });
}
