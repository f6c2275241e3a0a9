/** The ways out of the form: as a proposal at the repository, as text to copy, as a file, as a letter. */

import { copyText } from "../common/copy.js";
import { element } from "../common/dom.js";
import { mailAddress, newFileAddress } from "../entry/entry.js";

const UNREADY = "Mend what is listed above first if you can. The check of the proposal will list it again, and nothing is published before it passes.";
const CORRECTING = Object.freeze([
  "Press “Copy the text”.",
  "Press “Open the file”. Choose all of what stands there, and paste the copied text in its place. You need an account there.",
  "Press “Commit changes”, then “Propose changes”. Nothing is published until somebody has looked at it.",
]);
const NOBODY = "This site names no place to send it to. Download the file, and give it to whoever told you of this site; its name says where it belongs.";
const TAB = Object.freeze({ target: "_blank", rel: "noopener noreferrer" });

/**
 * @typedef {object} Finished
 * @property {string} file where it is to stand @property {string} text of it @property {boolean} there whether it stands there already
 */

/**
 * One file with its text and the ways to send it.
 *
 * @param {Finished} finished @param {object} world
 * @param {{title: string, ready: boolean, folder: string}} told `ready`: whether it may be proposed; `folder`: whose entry it is
 * @returns {HTMLElement}
 */
export function drawSending(finished, world, { title, ready, folder }) {
  const { file, text } = finished;
  const $text = element("pre", { class: "rd-entry__text", tabindex: "0", role: "region", "aria-label": `Text of ${file}` }, element("code", {}, text));
  const $said = element("p", { class: "rd-form__said", role: "status" });
  const $ways = element("p", { class: "rd-entry__ways" }, ...proposal(finished, world), copy(finished, $text, $said), download(finished), ...letter(finished, world, folder));
  const $file = element("p", { class: "rd-entry__file" }, "File: ", element("code", {}, file));
  return element("section", { class: "rd-entry__sending" }, element("h3", {}, title), $file, ...(ready ? [] : [element("p", { class: "rd-warning" }, UNREADY)]), ...about(finished, world, folder), $ways, $said, folded(text, $text));
}

function folded(text, $text) {
  const lines = text.trimEnd().split("\n").length;
  return element("details", { class: "rd-more" }, element("summary", {}, `The text of the file, ${lines} lines`), $text);
}

function about({ file, text, there }, world, folder) {
  if (!world.repository) return world.email ? [] : giveTo(contactOf(world, folder));
  if (there) return [element("ol", {}, ...CORRECTING.map((each) => element("li", {}, each)))];
  if (newFileAddress(world, file, text)) return [element("p", {}, "The next page has everything filled in. You need an account there, and nothing is published until somebody has looked at it.")];
  return [element("p", {}, "This entry is too long to be sent by a link. Copy its text, open the page for a new file, type the name of the file as it stands above, and paste the text.")];
}

function proposal({ file, text, there }, world) {
  if (!world.repository) return [];
  const next = (href, words) => [element("a", { class: "rd-button rd-button--next", href, ...TAB }, words), " "];
  if (there) return next(`${world.repository.edit}/${file}`, "Open the file");
  const filled = newFileAddress(world, file, text);
  return filled ? next(filled, "Propose this entry") : next(world.repository.new, "Open the page for a new file");
}

function copy({ text }, $text, $said) {
  const $copy = element("button", { type: "button", class: "rd-button" }, "Copy the text");
  $copy.addEventListener("click", async () => {
    if (await copyText(text)) {
      $said.textContent = "The text is copied.";
      return;
    }
    $text.closest("details").open = true;
    getSelection().selectAllChildren($text);
    $said.textContent = "This browser does not copy by itself: the text is chosen, copy it with the keyboard.";
  });
  return $copy;
}

function download({ file, text }) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  return element("a", { class: "rd-button", href, download: file.slice(file.lastIndexOf("/") + 1) }, "Download the file");
}

function letter({ file, text }, world, folder) {
  const email = world.email || contactOf(world, folder)?.email;
  const href = mailAddress({ email }, file, text);
  return href ? [" ", element("a", { class: "rd-button", href }, "Send it by email")] : [];
}

/** Who looks after the entries of a folder: of the area itself, or else of the nearest around it that names somebody. */
function contactOf({ areas }, folder) {
  const area = areas.find((each) => each.id === folder);
  return area && (area.contact ? { name: area.name, ...area.contact } : contactOf({ areas: areas.filter((each) => each !== area) }, area.within));
}

/** To whom a file is given where the site names neither a repository nor a mailbox. */
function giveTo(contact) {
  if (!contact) return [element("p", {}, NOBODY)];
  const { name, email, phone, website } = contact;
  const $ways = [
    email && element("a", { href: `mailto:${email}` }, email),
    phone && element("a", { href: `tel:${phone.replace(/ /g, "")}` }, phone),
    /^https?:/.test(website ?? "") && element("a", { href: website, ...TAB }, website),
  ].filter(Boolean);
  return [element("p", {}, `Give the file to whoever looks after the entries of ${name}: `, ...$ways.flatMap(($way, at) => (at ? [", ", $way] : [$way])), ".")];
}
