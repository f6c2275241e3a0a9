/**
 * Entry of `built/entry-text.js`: reading the text of an entry, and changing it, in a script of its own. It holds a reader
 * of YAML, which whoever adds a service has no use for.
 */

import { readEntry } from "../entry/read.js";
import { splice } from "../entry/splice.js";

globalThis.rightdoorEntryText = { readEntry, splice };
