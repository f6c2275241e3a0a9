/** Every drawing by the name that `drawn:` of an `examples.yml` calls it. */

import * as asking from "./asking.js";
import * as beside from "./beside.js";
import * as results from "./results.js";

/** @type {Record<string, ($place: HTMLElement, context: object, given: object) => void | Promise<void>>} */
export const DRAWINGS = Object.freeze({ ...asking, ...beside, ...results });
