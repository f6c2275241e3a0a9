/**
 * Changes the text of an entry only where its data changed: every other letter, and every remark, stays as it is.
 *
 * Works on the places that the package `yaml` keeps of each node. A value that changed is written anew; remarks that
 * stood inside it move above it.
 */

import { isMap, isSeq } from "yaml";
import { readEntry, readNodes, Unreadable } from "./read.js";
import { same } from "./same.js";
import { field, item } from "./written.js";

/**
 * @param {string} original @param {Object} wanted what the text is to hold, in its order
 * @returns {string | null} null where the text cannot be read, or would not be read back as wanted
 */
export function splice(original, wanted) {
  const ends = original.includes("\r\n") ? "\r\n" : "\n";
  const text = original.replace(/\r\n/g, "\n");
  try {
    const { data, root } = readNodes(text);
    const cuts = new Cuts(text.endsWith("\n") ? text : `${text}\n`);
    cuts.group(root, data, wanted);
    const made = cuts.made();
    return same(readEntry(made), wanted) ? made.replace(/\n/g, ends) : null;
  } catch (fault) {
    if (fault instanceof Unreadable) return null;
    throw fault;
  }
}

/** The changes to one text, by where each begins. */
class Cuts {
  constructor(text) {
    this.text = text;
    this.changes = [];
  }

  /** The text with every change made. */
  made() {
    const sorted = this.changes.map((each, order) => ({ ...each, order })).sort((a, b) => b.from - a.from || b.order - a.order);
    return sorted.reduce((text, { from, to, lines }) => text.slice(0, from) + lines + text.slice(to), this.text);
  }

  put(from, to, lines) {
    this.changes.push({ from, to, lines: lines.map((line) => `${line}\n`).join("") });
  }

  /** A group of fields in lines of their own. */
  group(node, old, wanted) {
    const pairs = new Map(node.items.map((pair) => [String(pair.key.value), pair]));
    const first = node.items[0].key.range[0];
    const indent = this.column(first);
    let end = this.lineOf(first);
    for (const [name, value] of Object.entries(wanted)) {
      const pair = pairs.get(name);
      if (pair) this.pair(pair, name, old[name], value, indent);
      else this.put(end, end, field(name, value, indent));
      if (pair) end = this.endOf(pair);
    }
    const gone = [...pairs].filter(([name]) => !Object.hasOwn(wanted, name));
    for (const [, pair] of gone) this.put(this.lineOf(pair.key.range[0]), this.endOf(pair), []);
  }

  pair(pair, name, old, wanted, indent) {
    if (same(old, wanted)) return;
    const { value } = pair;
    const [first, ...rest] = field(name, wanted, indent);
    if (this.isKeptGroup(value, wanted, rest)) this.group(value, old, wanted);
    else if (isList(value) && Array.isArray(wanted) && this.isSplit(value, rest)) this.list(value, old, wanted);
    else this.anew(pair.key.range[0], this.endOf(pair), [first.trimStart(), ...rest], value, indent);
  }

  /** The rows of a list in lines of their own: what is the same stays, what stands between is changed row by row. */
  list(node, old, wanted) {
    const indent = this.column(this.dash(node.items[0]));
    let [from, to, end] = [0, 0, this.lineOf(this.dash(node.items[0]))];
    for (const [at, there] of [...kept(old, wanted), [old.length, wanted.length]]) {
      for (; from < at && to < there; from += 1, to += 1) this.row(node.items[from], old[from], wanted[to], indent);
      if (from > 0) end = this.end(node.items[from - 1]);
      this.put(end, end, wanted.slice(to, there).flatMap((each) => item(each, indent)));
      for (; from < at; from += 1) this.put(this.lineOf(this.dash(node.items[from])), this.end(node.items[from]), []);
      [from, to] = [at + 1, there + 1];
    }
  }

  row(node, old, wanted, indent) {
    const [first, ...rest] = item(wanted, indent);
    const startsAlike = isFields(wanted) && isFields(old) && Object.keys(wanted)[0] === Object.keys(old)[0];
    if (startsAlike && this.isKeptGroup(node, wanted, rest)) this.group(node, old, wanted);
    else this.anew(this.dash(node), this.end(node), [first.trimStart(), ...rest], node, indent);
  }

  /** Whether a group is changed field by field: it stands in lines of its own, and would so if it were written anew. */
  isKeptGroup(node, wanted, rest) {
    return isGroup(node) && isFields(wanted) && Object.keys(wanted).length > 0 && this.isSplit(node, rest);
  }

  isSplit(node, rest) {
    return rest.length > 0 || remarksIn(node, this.text.slice(node.range[0], node.range[1])).length > 0;
  }

  /** Lines in the place of others; a remark beside them stays there, remarks within move above. */
  anew(from, to, lines, node, indent) {
    const value = node?.range ?? [to, to, to];
    const beside = this.text.slice(value[1], to).match(/^[ ]+#[^\n]*/)?.[0] ?? "";
    const before = this.text.slice(from, value[0]).match(/#[^\n]*/g) ?? [];
    const within = node?.items ? remarksIn(node, this.text.slice(value[0], value[1])) : [];
    const above = [...before, ...within].map((remark) => `${remark}\n${" ".repeat(indent)}`).join("");
    const [first, ...rest] = lines;
    this.changes.push({ from, to, lines: `${above}${[`${first}${beside}`, ...rest].join("\n")}\n` });
  }

  /** Where the line after a field begins. */
  endOf({ key, value }) {
    return value?.range ? this.end(value) : this.nextLine(key.range[1]);
  }

  end(node) {
    return this.nextLine(node.range[1] - (this.text[node.range[1] - 1] === "\n" ? 1 : 0));
  }

  nextLine(at) {
    return this.text.indexOf("\n", at) + 1 || this.text.length;
  }

  lineOf(at) {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }

  column(at) {
    return at - this.lineOf(at);
  }

  /** The dash before a row. */
  dash(node) {
    return this.text.lastIndexOf("-", node.range[0] - 1);
  }
}

function isGroup(node) {
  return isMap(node) && !node.flow && node.items.length > 0;
}

function isList(node) {
  return isSeq(node) && !node.flow && node.items.length > 0;
}

function isFields(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** The remarks inside a list or group that is written anew. */
function remarksIn(node, text) {
  const texts = [];
  const visit = (each) => {
    if (each?.items) each.items.forEach((one) => (one.key ? [one.key, one.value] : [one]).forEach(visit));
    else if (each?.range) texts.push([each.range[0] - node.range[0], each.range[1] - node.range[0]]);
  };
  visit(node);
  return [...text.matchAll(/#[^\n]*/g)]
    .filter(({ index }) => !texts.some(([from, to]) => from <= index && index < to))
    .map(([remark]) => remark);
}

/** Which rows of two lists are the same, as pairs of places in order: the longest such series. */
function kept(old, wanted) {
  const best = Array.from({ length: old.length + 1 }, () => new Array(wanted.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = wanted.length - 1; j >= 0; j -= 1) {
      best[i][j] = same(old[i], wanted[j]) ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < old.length && j < wanted.length; ) {
    if (same(old[i], wanted[j])) pairs.push([i++, j++]);
    else if (best[i + 1][j] >= best[i][j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}
