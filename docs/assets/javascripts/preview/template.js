/** Draws a page's template, which `rightdoor.pages.preview_template` made data, with values in its gaps. */

import { capital } from "../common/text.js";
import { own } from "../matching/table.js";
import { isSomething, valueOf } from "./expressions.js";
import { linkWords, typedDate } from "./words.js";
import { Writer } from "./writer.js";

const FILTERS = Object.freeze({
  capital,
  date_words: typedDate,
  join: (parts, between) => parts.join(between),
  link_words: linkWords,
  lower: (text) => text.toLowerCase(),
});

const TESTS = Object.freeze({ none: (value) => value === null || value === undefined });

/** What names stand for at one place of a template. */
class Scope {
  constructor(drawing, names) {
    Object.assign(this, { drawing, names, filters: FILTERS, tests: TESTS });
  }

  get(name) {
    return own(this.names, name) ?? own(this.drawing.sets, name);
  }

  with(names) {
    return new Scope(this.drawing, { ...this.names, ...names });
  }

  call(name, given, named) {
    const macro = own(this.drawing.template.macros, name);
    return macro ? this.drawing.macro(macro, given, named) : own(this.drawing.pieces, name)(...given);
  }
}

/** One drawing of a template: its macros, the functions it may call, and the writer's settings. */
class Drawing {
  constructor(template, pieces, how) {
    Object.assign(this, { template, pieces, how, sets: {} });
    const scope = new Scope(this, {});
    for (const [name, each] of Object.entries(template.sets)) this.sets[name] = valueOf(each, scope);
  }

  /** What a macro draws; what is not given stands as its defaults say, from the right. */
  macro({ takes, defaults, body }, given, named) {
    const none = new Scope(this, {});
    const usual = takes.map((_, at) => defaults[at - takes.length + defaults.length]);
    const values = takes.map((name, at) => given[at] ?? named[name] ?? (usual[at] && valueOf(usual[at], none)));
    return this.drawn(body, Object.fromEntries(takes.map((name, at) => [name, values[at]])));
  }

  drawn(body, names) {
    const writer = new Writer(this.how);
    this.all(body, new Scope(this, names), writer);
    return writer.$whole;
  }

  all(body, scope, writer) {
    for (const part of body) {
      if (typeof part === "string") writer.markup(part);
      else this[part[0]](part, scope, writer);
    }
  }

  say([, expression], scope, writer) {
    writer.value(valueOf(expression, scope));
  }

  if([, ways, otherwise], scope, writer) {
    const way = ways.find(([test]) => isSomething(valueOf(test, scope)));
    this.all(way ? way[1] : otherwise, scope, writer);
  }

  for([, names, over, body, otherwise], scope, writer) {
    const rows = [...(valueOf(over, scope) ?? [])];
    if (!rows.length) this.all(otherwise, scope, writer);
    rows.forEach((row, at) => {
      const named = names.length > 1 ? Object.fromEntries(names.map((name, each) => [name, row[each]])) : { [names[0]]: row };
      this.all(body, scope.with({ ...named, loop: { first: at === 0, last: at === rows.length - 1 } }), writer);
    });
  }
}

/**
 * @param {object} template as data @param {Record<string, any>} values what its names stand for
 * @param {Record<string, Function>} pieces the functions it may call @param {{prefix: string}} how before every id
 * @returns {DocumentFragment}
 */
export function drawTemplate(template, values, pieces, how) {
  return new Drawing(template, pieces, how).drawn(template.body, values);
}
