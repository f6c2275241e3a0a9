/** Small helpers for building a page's elements; text always goes in as text, never as markup. */

/**
 * Makes an element.
 *
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children strings become text nodes
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const $element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) $element.setAttribute(name, value);
  $element.append(...children);
  return $element;
}
