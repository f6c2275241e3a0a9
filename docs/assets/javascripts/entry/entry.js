/**
 * An entry without its form: judged, written, named and addressed. Nothing here knows of a page.
 *
 * Reading an entry's text, and changing it, stand in `read.js` and `splice.js`: they bring a reader of YAML along, and are
 * a script of their own (`entry-text`).
 */

export { newFileAddress, mailAddress } from "./addresses.js";
export { clean } from "./characters.js";
export { judge } from "./judge.js";
export { fileOf, idOf } from "./names.js";
export { writeEntry } from "./write.js";
