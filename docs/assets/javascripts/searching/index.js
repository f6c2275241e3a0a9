/**
 * Entry of `built/searching.js`: the search of the finder, in a script of its own, since no answer waits for it. It holds
 * nothing but functions; those that it shares with the finder may stand in both.
 */

import { searchable } from "../directory/search.js";

globalThis.rightdoorSearchable = searchable;
