/** The shapes of the three answers, as on the legend: a circle takes, a diamond asks, an octagon refuses; a dash says nothing. */

const SPACE = "http://www.w3.org/2000/svg";

const PATHS = Object.freeze({
  fits: "M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M7 12.5l3.5 3.5L17 9",
  check: "M12 1.5 22.5 12 12 22.5 1.5 12ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.5v.2",
  refuses: "M8 2h8l6 6v8l-6 6H8l-6-6V8ZM8.5 8.5l7 7m0-7-7 7",
  silent: "M7 12h10",
});

/** @returns {SVGElement} an element of a drawing, which has a namespace of its own */
export function drawn(tag, attributes) {
  const $drawn = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) $drawn.setAttribute(name, value);
  return $drawn;
}

/** @param {"fits" | "check" | "refuses" | "silent"} key @returns {SVGElement} hidden from screen readers: the word stands beside it */
export function shape(key) {
  const $shape = drawn("svg", { class: "rd-shape", viewBox: "0 0 24 24", "aria-hidden": "true" });
  $shape.append(drawn("path", { d: PATHS[key] }));
  return $shape;
}
