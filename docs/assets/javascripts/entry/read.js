/**
 * The strict reader: the text of an entry in, plain data out, or problems in plain words.
 *
 * The twin of `rightdoor.records.read`, on the package `yaml`, which keeps where everything stands: only text, plain
 * numbers, true, false and nothing are values, and what makes a small file mean a large one is refused.
 */

import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml";
import { refusedIn } from "./characters.js";
import { EMPTY, MERGE, ORDER_MARK, SECOND_DOCUMENT, SYNTAX, TOO_DEEP, TOO_LARGE, TOO_MANY } from "./refusals.js";
import { alias, badName, decorated, DIRECTIVE, hidden, longNumber, notFields, repeated } from "./refusals.js";
import { NumberTooLong, plainValue } from "./scalars.js";

const MAX_BYTES = 64 * 1024;
const MAX_DEPTH = 20;
const MAX_VALUES = 10_000;
const MAX_PROBLEMS = 50;
const OPTIONS = { schema: "failsafe", version: "1.2", uniqueKeys: false, prettyErrors: false, logLevel: "silent" };

/** A text that cannot be read; `problems` says why: [{path, code, level, message, tip, line}], never empty. */
export class Unreadable extends Error {
  constructor(problems) {
    super(problems[0].message);
    this.problems = problems;
  }
}

/** @param {string} text @returns {Object} the fields of the entry @throws {Unreadable} */
export function readEntry(text) {
  return readNodes(text).data;
}

/**
 * The fields of an entry and the nodes they were read from, which know where they stand.
 *
 * @param {string} text @returns {{data: Object, root: import("yaml").YAMLMap}} @throws {Unreadable}
 */
export function readNodes(text) {
  refuseText(text);
  const reading = new Reading(text);
  const root = documentOf(text, reading);
  const data = reading.value(root, 0);
  if (reading.problems.length === 0 && !isMap(root)) reading.add(root, data === null ? EMPTY : notFields(data));
  if (reading.problems.length) throw new Unreadable(reading.problems);
  return { data, root };
}

function refuseText(text) {
  const lines = (at) => text.slice(0, at).split("\n").length;
  if (new TextEncoder().encode(text).length > MAX_BYTES) throw new Unreadable([said(TOO_LARGE, 1)]);
  if (text.startsWith("\ufeff")) throw new Unreadable([said(ORDER_MARK, 1)]);
  const found = refusedIn(text).slice(0, MAX_PROBLEMS);
  if (found.length) throw new Unreadable(found.map((each) => said(hidden("line", each), lines(each.at))));
}

function documentOf(text, reading) {
  const documents = parsed(text);
  const [first, second] = documents;
  if (!first?.contents) throw new Unreadable([said(first?.errors.length ? SYNTAX : EMPTY, 1)]);
  const directives = first.directives;
  if (directives?.yaml.explicit || Object.keys(directives?.tags ?? {}).length > 1) reading.add(null, DIRECTIVE);
  // Everything after the first would be guessed.
  for (const fault of first.errors.slice(0, 1)) reading.addAt(fault.pos[0], SYNTAX);
  if (second) reading.addAt(second.range?.[0] ?? text.length, SECOND_DOCUMENT);
  return first.contents;
}

function parsed(text) {
  try {
    const documents = parseAllDocuments(text, OPTIONS);
    return Array.isArray(documents) ? documents : [];
  } catch (fault) {
    // A text of nothing but brackets is deeper than the parser can follow.
    if (fault instanceof RangeError) throw new Unreadable([said(TOO_DEEP, 1)]);
    throw fault;
  }
}

function said(words, line) {
  return { path: [], level: "error", ...words, line };
}

/** One reading of one text: what was refused, and how many values may still come. */
class Reading {
  constructor(text) {
    this.text = text;
    this.problems = [];
    this.left = MAX_VALUES;
  }

  add(node, words) {
    this.addAt(node?.range?.[0] ?? 0, words);
  }

  addAt(at, words) {
    this.problems.push(said(words, this.line(at)));
    if (this.problems.length >= MAX_PROBLEMS) throw new Unreadable(this.problems);
  }

  line(at) {
    return this.text.slice(0, at).split("\n").length;
  }

  value(node, depth) {
    if (node === null || node === undefined) return null;
    if (isAlias(node)) return this.add(node, alias(node.source)) ?? null;
    if (node.anchor || node.tag) this.add(node, decorated(node));
    if (isScalar(node)) return this.scalar(node);
    if (depth === MAX_DEPTH) throw new Unreadable([...this.problems, said(TOO_DEEP, this.line(node.range[0]))]);
    this.left -= node.items.length;
    if (this.left < 0) throw new Unreadable([...this.problems, said(TOO_MANY, this.line(node.range[0]))]);
    return isSeq(node) ? node.items.map((each) => this.value(each, depth + 1)) : this.fields(node, depth + 1);
  }

  fields(node, depth) {
    const data = {};
    const places = new Map();
    for (const { key, value } of node.items) {
      const name = this.name(key, depth);
      const content = this.value(value, depth);
      if (name === null) continue;
      if (places.has(name)) this.add(key, repeated(name, places.get(name)));
      else {
        places.set(name, this.line(key.range[0]));
        Object.defineProperty(data, name, { value: content, enumerable: true, writable: true, configurable: true });
      }
    }
    return data;
  }

  name(key, depth) {
    const name = this.value(key, depth);
    if (typeof name === "string" && name && !(name === "<<" && key.type === "PLAIN")) return name;
    if (!isAlias(key)) this.add(key, name === "<<" ? MERGE : badName(name));
    return null;
  }

  scalar(node) {
    if (node.type !== "PLAIN") {
      if (node.type === "QUOTE_DOUBLE") for (const each of refusedIn(node.value)) this.add(node, hidden("value", each));
      return node.value;
    }
    try {
      return plainValue(node.value);
    } catch (fault) {
      if (!(fault instanceof NumberTooLong)) throw fault;
      this.add(node, longNumber(node.value));
      return node.value;
    }
  }
}
