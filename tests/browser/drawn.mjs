// Compares what the form draws of entries with the bodies of their built pages; runs in a browser, in an empty page.
import { drawEntry } from "./preview/draw.js";

/** What only a built page has: how facts grow old on later days, and what the form adds so that parts are not mixed up. */
const OWN = /^(?:data-(?!label)|aria-level$|target$|rel$)/;

/** Parts that only a built page has, each with the reason. */
const ONLY_BUILT = Object.freeze({
  "An entry has no sheets before it is in the directory.": ".rd-pages",
  "Reports that referrals were returned are counted apart from the entry.": "#returned",
  "Published figures are records of their own.": "section[aria-labelledby=figures]",
  "What changed is read from the versions of the entry's file.": "section[aria-labelledby=changed]",
});

function attributes($element) {
  const told = [...$element.attributes].filter(({ name }) => !OWN.test(name) || name === "data-standing");
  return told.map(({ name, value }) => ` ${name}="${value.replace("rd-preview-", "")}"`).sort().join("");
}

/** A tree as lines: elements with their attributes, and text with single spaces. */
function lines($node) {
  if ($node.nodeType === Node.TEXT_NODE) return $node.data.trim() ? [$node.data.replace(/\s+/g, " ").trim()] : [];
  const inner = [...$node.childNodes].flatMap(lines);
  return $node.nodeType === Node.ELEMENT_NODE ? [`<${$node.localName}${attributes($node)}>`, ...inner, `</${$node.localName}>`] : inner;
}

function built(body) {
  const $page = new DOMParser().parseFromString(body, "text/html").body;
  $page.querySelectorAll(Object.values(ONLY_BUILT).join()).forEach(($each) => $each.remove());
  $page.normalize();
  return [...$page.childNodes].flatMap(lines);
}

function drawn({ data, place }, words) {
  const $page = drawEntry(data, { words }, place);
  $page.normalize();
  return [...$page.childNodes].flatMap(lines);
}

/** For each entry, what is first different, with what stands before it; nothing where both are the same. */
globalThis.differing = (entries, words) =>
  entries.flatMap(({ name, body, ...entry }) => {
    const [page, preview] = [built(body), drawn(entry, words)];
    const at = page.findIndex((line, index) => line !== preview[index]);
    if (at < 0 && page.length === preview.length) return [];
    const from = at < 0 ? page.length : at;
    return [{ name, before: page.slice(Math.max(0, from - 4), from), page: page[from], preview: preview[from] }];
  });

/** What a reader sees of one drawn entry. */
globalThis.seen = ({ data, place }, words) => drawEntry(data, { words }, place).textContent.replace(/\s+/g, " ").trim();

/** The names of the elements that an entry is drawn with, and every attribute's value that could lead or run anything. */
globalThis.made = ({ data, place }, words) => {
  const $all = [...drawEntry(data, { words }, place).querySelectorAll("*")];
  return { tags: [...new Set($all.map(({ localName }) => localName))], links: $all.map(($each) => $each.getAttribute("href")).filter(Boolean) };
};
