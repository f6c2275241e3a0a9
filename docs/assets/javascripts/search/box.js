/**
 * One search box: asks, shows, and moves the focus. What is typed stays on the page: it is put in no address,
 * no title and no request, since it may speak of a patient.
 */

import { element } from "../common/dom.js";
import { remember, remembered } from "../common/remembered.js";
import { readDirectory } from "../directory/read.js";
import { layOver, walk } from "./keys.js";
import { results } from "./results.js";

const CANNOT_READ = "Search cannot be read just now. Use the lists by area and need on this site; crisis help stands at the top of the page.";

let count = 0;

/** The field, with its label; ids are numbered, since a page may hold two boxes. */
function field(id) {
  const $input = element("input", { id, type: "search", class: "rd-search__input", autocomplete: "off", autocapitalize: "none", spellcheck: "false", placeholder: "depression, IAPT, carer, grief…", "aria-describedby": `${id}-status` });
  const $label = element("label", { for: id }, "What does the person need? Or the name of a service");
  return { $input, $field: element("div", { class: "rd-search__field" }, $label, $input) };
}

/** The choice of the area. */
function where(id) {
  const $area = element("select", { id: `${id}-area`, class: "rd-search__area" }, element("option", { value: "" }, "No area chosen"));
  const $forget = element("button", { type: "button", class: "rd-search__forget", hidden: "" }, "Forget this area");
  const $where = element("div", { class: "rd-search__where" }, element("label", { for: `${id}-area` }, "Area"), $area, $forget);
  return { $area, $forget, $where };
}

/** The parts of a box, on the page. */
function build($mount) {
  count += 1;
  const id = `rd-search-${count}`;
  const parts = { $mount, ...field(id), ...where(id) };
  const $status = element("p", { id: `${id}-status`, class: "rd-search__status", role: "status" });
  // It can hold the focus, so that a press on plain text among the results does not leave the box.
  const $results = element("div", { class: "rd-search__results", tabindex: "-1" });
  $mount.setAttribute("role", "search");
  $mount.append(parts.$field, parts.$where, $status, $results);
  return { ...parts, $status, $results };
}

/**
 * Answers what stands in the field, each time it changes; an answer that comes late is dropped.
 *
 * @returns {{show: () => Promise<void>, warm: () => void, forget: () => void}}
 */
function answering({ $mount, $input, $area, $status, $results }, read) {
  const context = { base: $mount.dataset.base ?? "", over: $mount.classList.contains("rd-search--header"), choose, where };
  let directory = null;
  let asked = 0;

  const known = () => (directory ??= readDirectory(read, $area.value));
  const put = (said, nodes) => {
    $status.textContent = said;
    $results.replaceChildren(...nodes);
  };

  function choose(words) {
    $input.value = words;
    $input.focus();
    show();
  }

  function where(id) {
    $area.value = id;
    $area.dispatchEvent(new Event("change"));
    $input.focus();
  }

  async function show() {
    const turn = (asked += 1);
    if (!$input.value.trim()) return put("", []);
    try {
      const found = await known();
      if (turn !== asked) return;
      const { nodes, said } = results(found.search.look($input.value), { ...found, ...context });
      put(said, nodes);
    } catch {
      directory = null;
      put(CANNOT_READ, []);
    }
  }

  return { show, warm: () => known().catch(() => (directory = null)), forget: () => (directory = null) };
}

/** Fills the list of areas and chooses the remembered one, or else the site's. */
function chooseArea({ $area, $forget }, read, answer) {
  const choose = (id) => {
    $area.value = id;
    $forget.hidden = !$area.value;
    answer.forget();
    answer.show();
  };
  const keep = (id) => {
    choose(id);
    remember($area.value);
  };
  $area.addEventListener("change", () => keep($area.value));
  $forget.addEventListener("click", () => {
    keep("");
    $area.focus();
  });
  read("areas")
    .then(({ areas, home }) => {
      $area.append(...areas.map((area) => element("option", { value: area.id }, area.name)));
      const listed = new Set(areas.map((area) => area.id));
      choose([remembered(), home].find((id) => listed.has(id)) ?? "");
    })
    .catch(() => ($area.disabled = true));
}

/**
 * Makes a box work.
 *
 * @param {HTMLElement} $mount an empty element; `data-base` is the path to the root
 * @param {(name: string) => Promise<any>} read
 */
export function startBox($mount, read) {
  const parts = build($mount);
  const { $input } = parts;
  const answer = answering(parts, read);
  $input.addEventListener("input", answer.show);
  walk(parts, () => {
    $input.value = "";
    answer.show();
  });
  if ($mount.classList.contains("rd-search--header")) layOver(parts);
  // The list of areas is small and wanted at once; the services are read when somebody comes to the field.
  $input.addEventListener("focus", answer.warm, { once: true });
  chooseArea(parts, read, answer);
  return parts;
}
