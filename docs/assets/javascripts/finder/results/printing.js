/** On paper nothing can be pressed: all groups and cards are opened before printing and shut again after it. */

/** @param {() => () => void} unfold opens everything and answers how to shut it again */
export function openForPrint(unfold) {
  let shut = null;
  addEventListener("beforeprint", () => (shut ??= unfold()));
  addEventListener("afterprint", () => {
    shut?.();
    shut = null;
  });
}
