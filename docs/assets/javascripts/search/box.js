/**
 * One search box: asks, shows, and moves the focus. What is typed stays on the page: it is put in no address,
 * no title and no request, since it may speak of a patient.
 */

import { element } from "../common/dom.js";
import { todayInLondon } from "../directory/freshness.js";
import { searchable } from "../directory/search.js";
import { remember, remembered } from "./area.js";
import { results } from "./results.js";

let count = 0;

/** The parts of a box; ids are numbered, since a page may hold two. */
function build($mount) {
  count += 1;
  const id = `rd-search-${count}`;
  const $input = element("input", { id, type: "search", class: "rd-search__input", autocomplete: "off", autocapitalize: "none", spellcheck: "false", placeholder: "depression, IAPT, carer, grief…", "aria-describedby": `${id}-status` });
  const $area = element("select", { id: `${id}-area`, class: "rd-search__area" }, element("option", { value: "" }, "No area chosen"));
  const $forget = element("button", { type: "button", class: "rd-search__forget", hidden: "" }, "Forget this area");
  const $status = element("p", { id: `${id}-status`, class: "rd-search__status", role: "status" });
  const $results = element("div", { class: "rd-search__results" });
  $mount.setAttribute("role", "search");
  $mount.append(
    element("div", { class: "rd-search__field" }, element("label", { for: id }, "What does the person need? Or the name of a service"), $input),
    element("div", { class: "rd-search__where" }, element("label", { for: `${id}-area` }, "Area"), $area, $forget),
    $status,
    $results,
  );
  return { $mount, $input, $area, $forget, $status, $results };
}

/** Arrow keys walk from the box through the results; Escape goes back, and then empties the box. */
function walk({ $mount, $input, $results }, clear) {
  $mount.addEventListener("keydown", (event) => {
    const $links = [...$results.querySelectorAll("a, button")];
    const at = $links.indexOf(document.activeElement);
    const inside = at >= 0 || document.activeElement === $input;
    if (!inside) return;
    if (event.key === "ArrowDown" && $links.length) $links[Math.min(at + 1, $links.length - 1)].focus();
    else if (event.key === "ArrowUp" && at >= 0) (at ? $links[at - 1] : $input).focus();
    else if (event.key === "Enter" && at < 0 && $links.length) $links[0].click();
    else if (event.key === "Escape" && at >= 0) $input.focus();
    else if (event.key === "Escape") clear();
    else return;
    event.preventDefault();
  });
}

/** Reads what a search needs for an area: the words, the national services, and the area's own if one is chosen. */
async function readDirectory(read, id) {
  const [vocabulary, national, area] = await Promise.all([read("vocabulary"), read("national"), id ? read(`area/${id}`) : null]);
  const search = searchable(vocabulary, { local: area?.services ?? [], national: national.services, today: todayInLondon() });
  // A code that two vocabularies share means the first of need, kind of service and therapy: the later ones are set first.
  const byCode = new Map([...vocabulary.terms].reverse().map((term) => [term.code, term]));
  return { search, vocabulary, byCode, national, area };
}

/**
 * Makes a box work.
 *
 * @param {HTMLElement} $mount an empty element; `data-base` is the path to the root, `data-area` the page's area if any
 * @param {(name: string) => Promise<any>} read
 */
export function startBox($mount, read) {
  const parts = build($mount);
  const { $input, $area, $forget, $status, $results } = parts;
  const base = $mount.dataset.base ?? "";
  let directory = null;
  let asked = 0;

  const clear = () => {
    $input.value = "";
    show();
  };

  async function show() {
    const turn = (asked += 1);
    if (!$input.value.trim()) {
      $results.replaceChildren();
      $status.textContent = "";
      return;
    }
    try {
      directory ??= readDirectory(read, $area.value);
      const known = await directory;
      if (turn !== asked) return;
      const choose = (words) => {
        $input.value = words;
        $input.focus();
        show();
      };
      const { nodes, said } = results(known.search.look($input.value), { ...known, base, choose });
      $results.replaceChildren(...nodes);
      $status.textContent = said;
    } catch {
      directory = null;
      $results.replaceChildren();
      $status.textContent = "Search cannot be read just now. Use the lists by area and need on this site; crisis help stands at the top of the page.";
    }
  }

  function choose(id, { keep }) {
    $area.value = id;
    if ($area.value !== id) $area.value = "";
    $forget.hidden = !$area.value;
    if (keep) remember($area.value);
    directory = null;
    show();
  }

  $input.addEventListener("input", show);
  $area.addEventListener("change", () => choose($area.value, { keep: true }));
  $forget.addEventListener("click", () => choose("", { keep: true }));
  walk(parts, clear);
  // The list of areas is small and wanted at once; the services are read when somebody begins to type.
  $input.addEventListener("focus", () => (directory ??= readDirectory(read, $area.value)).catch(() => (directory = null)), { once: true });
  read("areas")
    .then(({ areas, home }) => {
      $area.append(...areas.map((area) => element("option", { value: area.id }, area.name)));
      choose($mount.dataset.area || remembered() || home || "", { keep: false });
    })
    .catch(() => ($area.disabled = true));
  return parts;
}
