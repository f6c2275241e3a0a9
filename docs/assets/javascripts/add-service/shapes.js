/** The shapes of the component `problem`, drawn as its template draws them. */

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = Object.freeze({
  error: "M12 2 23 21.5H1ZM12 9v6M12 18v.2",
  warning: "M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0ZM12 6.5v6.5M12 16.8v.2",
  done: "m4 13 5.5 5.5L20 7",
});

/** @param {keyof typeof SHAPES} name @returns {SVGElement} */
export function shape(name) {
  const $shape = document.createElementNS(SVG, "svg");
  const attributes = { class: "rd-shape", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" };
  Object.entries(attributes).forEach(([key, value]) => $shape.setAttribute(key, value));
  const $path = document.createElementNS(SVG, "path");
  $path.setAttribute("d", SHAPES[name]);
  $shape.append($path);
  return $shape;
}
