/**
 * What every view of the finder is handed: the answers, the directory for the areas answered, addresses, and a voice.
 *
 * The files of an area are asked for when it is chosen, never for what is typed. Texts that are only read come after
 * the facts, and so does the search: no answer and no crisis help waits for them.
 */

import { element } from "../common/dom.js";
import { directoryOf } from "../directory/directory.js";
import { loader, readFacts } from "../directory/load.js";
import { worldOf } from "../directory/world.js";
import { inKnownAreas, known } from "./known.js";
import { links } from "./links.js";
import { speakNeutrally } from "./neutral.js";
import { canShow } from "./state.js";

/** Said when crisis help has come above everything else. */
export const CRISIS_FIRST = "Crisis help is shown first.";

/** One polite live region; "" takes back that crisis help is shown. While crisis help stands above the page, nothing is said in the place of that. */
function voice($mount) {
  const $said = element("p", { class: "rd-hidden rd-finder__said", role: "status" });
  $mount.append($said);
  return (text) => {
    // Once the help has gone, words that announce it would send somebody to look for what is not there.
    if (!text && !$said.textContent.startsWith(CRISIS_FIRST)) return;
    const first = text && $mount.querySelector(".rd-finder__crisis > *") && !text.startsWith(CRISIS_FIRST);
    $said.textContent = first ? `${CRISIS_FIRST} ${text}` : text;
  };
}

/** The facts for the areas that were answered, ready to be searched and matched. */
async function readPlace(read, ties) {
  const facts = await readFacts(read, ties);
  speakNeutrally(facts.matching);
  const directory = directoryOf({ ...facts, area: facts.areas.practice ?? null });
  return { key: JSON.stringify(ties), directory, world: worldOf(facts) };
}

/** Each file of long texts is added when it comes; without it a card is shorter, and other names find nothing. */
function readWords(read, ties, place, added) {
  for (const name of new Set(["national", ...Object.values(ties)])) {
    const came = (texts) => {
      place.world.addWords(texts);
      if (name === ties.practice) place.directory.addNames(texts);
      added();
    };
    read(`words/${name}`).then(came, () => undefined);
  }
}

/** Hands the search over to each directory, once it is there; asks for it again where it could not be had. */
function searcher(readSearch, told) {
  let searchable = null;
  let failed = false;

  function handOver(directory) {
    if (searchable) directory.searchWith(searchable);
    return Boolean(searchable);
  }

  function ask() {
    readSearch().then(
      (came) => {
        const first = !searchable;
        [searchable, failed] = [came, false];
        if (first) told();
      },
      () => {
        const first = !failed;
        failed = true;
        if (first) told();
      },
    );
  }

  function retry() {
    if (!failed) return;
    failed = false;
    ask();
  }

  return { handOver, ask, retry, hasFailed: () => failed };
}

/** Keeps the facts for the areas answered at hand: `place` is null until they are there. */
function keeper(read, store) {
  const kept = { areas: null, place: null };
  const tiesOf = (state) => inKnownAreas(state, kept.areas).areas;

  async function readAreas() {
    const { areas, home } = await read("areas");
    kept.areas = new Map(areas.map((area) => [area.id, area]));
    store.settle(areas, home);
  }

  /** @returns {boolean} whether the facts for a state are at hand */
  kept.has = (state) => kept.areas !== null && kept.place?.key === JSON.stringify(tiesOf(state));

  /** Reads them; answers whether they are new. */
  kept.read = async () => {
    if (!kept.areas) await readAreas();
    const ties = tiesOf(store.get());
    if (kept.has(store.get())) return false;
    const place = await readPlace(read, ties);
    // Somebody may have chosen another area meanwhile, whose files came first.
    if (place.key === JSON.stringify(tiesOf(store.get()))) kept.place = place;
    return true;
  };
  return kept;
}

/**
 * @param {HTMLElement} $mount `data-base` is the path to the root @param {import("./store.js").Store} store
 * @param {() => Promise<Function>} [readSearch] reads `searchable`, for a page that has a field to search
 * @returns {object} `world`, `directory` and `areas` (a Map by id) are null until their files are there; `follow` takes
 *   `{show, failed}` and calls `show(state)` at each change once they are, `failed()` where they cannot be read;
 *   `search.hasFailed()` is whether the search could not be read, and `search.retry()` reads it again if so
 */
export function makeContext($mount, store, readSearch = null) {
  const base = $mount.dataset.base ?? "";
  const read = loader(base);
  const kept = keeper(read, store);
  const views = [];
  const search = readSearch && searcher(readSearch, () => kept.place && tell());
  let turn = 0;

  /** Neither views nor the address keep what the directory does not know. */
  function tell() {
    store.amend(known(inKnownAreas(store.get(), kept.areas), kept.place.world.grammar));
    const there = !search || search.handOver(kept.place.directory);
    views.forEach(({ show }) => show(store.get()));
    // In a task of its own: what was just found is painted first.
    if (!there && !search.hasFailed()) setTimeout(search.ask);
  }

  async function update(state) {
    const mine = (turn += 1);
    if (kept.has(state)) return tell();
    const fresh = await kept.read().catch(() => null);
    if (mine !== turn) return;
    if (fresh === null) return views.forEach(({ failed }) => failed?.());
    tell();
    const { place } = kept;
    if (fresh) readWords(read, JSON.parse(place.key), place, () => kept.place === place && tell());
  }

  store.subscribe(update);
  return Object.freeze({
    base,
    read,
    store,
    links: links(base),
    search,
    say: voice($mount),
    follow: (view) => void views.push(view),
    start() {
      // Who comes without answers will type: the search comes with the facts. Who comes with some is answered first.
      if (!canShow(store.get())) search?.ask();
      return update(store.get());
    },
    get world() {
      return kept.place?.world ?? null;
    },
    get directory() {
      return kept.place?.directory ?? null;
    },
    get areas() {
      return kept.areas;
    },
  });
}
