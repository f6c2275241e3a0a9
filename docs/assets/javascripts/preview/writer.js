/**
 * Makes elements of markup and values that come one after the other, as a template gives them.
 *
 * Only a template's own markup opens elements. A value becomes a text node or the text of an attribute, whatever stands in
 * it, so nothing that is typed into the form can become markup.
 */

const SPACE = "http://www.w3.org/2000/svg";

/** Stands for a value in the markup of an element that is not yet closed; no template holds this character. */
const HELD = "\uE000";

/** What an element of the page is called inside the form, whose own headings and names stand beside it. */
const NAMES = Object.freeze(["id", "aria-labelledby", "aria-describedby"]);

export class Writer {
  constructor({ prefix }) {
    this.prefix = prefix;
    this.$whole = document.createDocumentFragment();
    this.open = [this.$whole];
    this.tag = null;
  }

  /** The element that things are put into. */
  get $at() {
    return this.open[this.open.length - 1];
  }

  /** Takes a stretch of the template's own markup. */
  markup(text) {
    for (let left = text; left; ) left = this.tag ? this.inTag(left) : this.inText(left);
  }

  /** Takes a value: elements, attributes (a table of them), or text. */
  value(value) {
    if (this.tag) {
      this.tag.text += HELD + this.tag.values.length + HELD;
      this.tag.values.push(value ?? "");
    } else this.$at.append(value instanceof Node ? value : String(value ?? ""));
  }

  inText(text) {
    const at = text.indexOf("<");
    const words = at < 0 ? text : text.slice(0, at);
    if (words) this.$at.append(words);
    if (at < 0) return "";
    this.tag = { text: "", values: [] };
    return text.slice(at + 1);
  }

  inTag(text) {
    const at = text.indexOf(">");
    this.tag.text += at < 0 ? text : text.slice(0, at);
    if (at < 0) return "";
    this.close(this.tag);
    this.tag = null;
    return text.slice(at + 1);
  }

  /** Opens the element of a finished tag, or closes the one that is open. */
  close({ text, values }) {
    const [, end, name, rest, alone] = text.match(/^(\/?)([a-z][a-z0-9]*)([^]*?)(\/?)$/i);
    if (end) {
      this.open.pop();
      return;
    }
    const $element = this.elementOf(name);
    for (const [key, value] of attributesIn(rest, values)) $element.setAttribute(key, this.named(key, value));
    this.$at.append($element);
    if (!alone) this.open.push($element);
  }

  elementOf(name) {
    const drawn = name === "svg" || this.$at.namespaceURI === SPACE;
    return drawn ? document.createElementNS(SPACE, name) : document.createElement(name);
  }

  named(key, value) {
    return NAMES.includes(key) ? this.prefix + value : value;
  }
}

/** The attributes of a tag: those written in it, and those of a table that stands among them. */
function attributesIn(text, values) {
  const filled = (part) => part.replace(new RegExp(`${HELD}([0-9]+)${HELD}`, "g"), (_, at) => String(values[at]));
  const found = text.matchAll(new RegExp(`${HELD}([0-9]+)${HELD}|([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)")?`, "g"));
  return [...found].flatMap(([, at, name, value = ""]) => (name ? [[name, filled(value)]] : Object.entries(values[at])));
}
