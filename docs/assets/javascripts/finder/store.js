/**
 * Holds the state, and keeps the address after the "#" equal to it: each answer is a step that Back takes away. Nothing
 * else is kept anywhere but the area, which is remembered on this device until it is forgotten.
 */

import { remember, remembered } from "../common/remembered.js";
import { inPack } from "./links.js";
import { reveals } from "./neutral.js";
import { hashOf, holdsState, stateOf } from "./state.js";

/**
 * @typedef {object} Store
 * @property {() => import("./state.js").State} get
 * @property {(patch: object) => void} change puts parts of the state in place of those that are there: one step
 * @property {(patch: object) => void} amend the same without a step of its own; the address loses what it should not show
 * @property {(id: string) => void} chooseArea remembers it and answers `areas.practice`
 * @property {() => void} forgetArea also every other tie to an area
 * @property {(areas: {id: string}[], home: string) => void} settle the areas there are, and the one to begin with; tells nobody
 * @property {(listener: (state: import("./state.js").State) => void) => void} subscribe called at each change
 */

/** @param {Window} [view] @returns {Store} */
export function makeStore(view = window) {
  const listeners = [];
  // Where the address names no area, this one is meant.
  let fallback = "";
  let state = read();

  function read() {
    const told = stateOf(view.location.hash);
    return told.areas.practice || !fallback ? told : { ...told, areas: { ...told.areas, practice: fallback } };
  }

  function show(next) {
    state = next;
    listeners.forEach((listener) => listener(state));
  }

  /** An empty fragment set through `location.hash` would scroll to the top of the page, and keep its "#". */
  function write(how, patch, mend = false) {
    const next = { ...state, ...patch };
    const hash = hashOf(next);
    const same = hash === hashOf(state);
    state = next;
    if (same && !mend) return;
    view.history[how](null, "", hash ? `#${hash}` : `${view.location.pathname}${view.location.search}`);
    show(next);
  }

  const change = (patch) => write("pushState", patch);

  function chooseArea(id) {
    fallback = id;
    remember(id);
    change({ areas: { ...state.areas, practice: id } });
  }

  function forgetArea() {
    fallback = "";
    remember("");
    change({ areas: {} });
  }

  function settle(areas, home) {
    const listed = new Set(areas.map((area) => area.id));
    fallback = [remembered(), home].find((id) => listed.has(id)) ?? "";
    if (!state.areas.practice) state = read();
  }

  view.addEventListener("popstate", () => {
    const { hash } = view.location;
    if (!hash || holdsState(hash)) show(read());
    // A jump to a place on the page, such as a skip link, takes no answer away; in a pack such places are its pages.
    else if (!inPack() && hashOf(state)) view.history.replaceState(null, "", `#${hashOf(state)}`);
  });

  return Object.freeze({
    get: () => state,
    change,
    amend: (patch) => write("replaceState", patch, reveals(view.location.hash)),
    chooseArea,
    forgetArea,
    settle,
    subscribe: (listener) => void listeners.push(listener),
  });
}
