"""A template as data that a browser can draw from: what stands in it, what it asks, and what it goes over.

The form shows an entry as its page will be. The page's own template is read here with Jinja's parser and handed to the
browser (`preview/template.js`), so that no word and no element of the page is written twice
(docs/decisions/0167-the-preview-draws-the-pages-own-template.md). Markup stays text, a statement is a list that begins
with its name, and so is an expression. Only what our templates use is known; anything else is refused by name.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import Environment, nodes

Tree = list[Any]


class NotDrawable(Exception):
    """A template uses something that the browser's reader does not know; the message says what and where."""


def tree_of(environment: Environment, name: str) -> dict[str, Any]:
    """A template with the macros that it imports: `body`, `macros` by name, and what is `set` beside them."""
    parsed = _parsed(environment, name)
    whole: dict[str, Any] = {"body": [], "macros": {}, "sets": {}}
    _gather(environment, parsed, whole)
    whole["body"] = _all(each for each in parsed.body if not isinstance(each, nodes.FromImport))
    return whole


def names_of(tree: Mapping[str, Any]) -> frozenset[str]:
    """The names that a drawn template asks for and neither makes nor imports."""
    inner = {"loop", *tree["macros"], *tree["sets"]}
    asked = {name for macro in tree["macros"].values() for name in _asked(macro["body"], {*macro["takes"], *inner})}
    return frozenset({*_asked(tree["body"], inner), *asked})


def _asked(part: Any, known: set[str]) -> set[str]:
    if not isinstance(part, list):
        return set()
    if part[:1] == ["name"]:
        return {part[1]} - known
    if part[:1] == ["for"]:
        _, names, over, body, otherwise = part
        return _asked(over, known) | _asked(body, {*known, *names}) | _asked(otherwise, known)
    return {name for each in part for name in _asked(each, known)}


def _parsed(environment: Environment, name: str) -> nodes.Template:
    if environment.loader is None:
        raise NotDrawable(f"There is nowhere to find {name}.")
    return environment.parse(environment.loader.get_source(environment, name)[0], name)


def _gather(environment: Environment, parsed: nodes.Template, whole: dict[str, Any]) -> None:
    """Puts the macros of every template that this one imports, and what is set beside them, into `whole`."""
    for wanted in parsed.find_all(nodes.FromImport):
        if not isinstance(wanted.template, nodes.Const) or not all(isinstance(each, str) for each in wanted.names):
            raise NotDrawable(f"An import under another name, in line {wanted.lineno}, is not drawable.")
        inner = _parsed(environment, wanted.template.value)
        _gather(environment, inner, whole)
        for macro in inner.find_all(nodes.Macro):
            whole["macros"][macro.name] = _macro(macro)
        for each in inner.body:
            if isinstance(each, nodes.Assign):
                whole["sets"][_names(each.target)[0]] = _said(each.node)


def _macro(macro: nodes.Macro) -> dict[str, Any]:
    """What a macro takes, what stands for that which is not given (from the right), and its body."""
    return {
        "takes": [each.name for each in macro.args],
        "defaults": [_said(each) for each in macro.defaults],
        "body": _all(macro.body),
    }


def _all(parts: Iterable[nodes.Node]) -> Tree:
    return [done for part in parts for done in _done(part)]


def _done(part: nodes.Node) -> Tree:
    """What a statement becomes: one piece, or each piece of an output."""
    if isinstance(part, nodes.Output):
        return [each.data if isinstance(each, nodes.TemplateData) else ["say", _said(each)] for each in part.nodes]
    if isinstance(part, nodes.If):
        ways = [(part.test, part.body), *((each.test, each.body) for each in part.elif_)]
        return [["if", [[_said(test), _all(body)] for test, body in ways], _all(part.else_)]]
    if isinstance(part, nodes.For) and part.test is None and not part.recursive:
        return [["for", _names(part.target), _said(part.iter), _all(part.body), _all(part.else_)]]
    raise _refused(part)


def _names(target: nodes.Node) -> list[str]:
    """The name that a value is given, or the names of its parts."""
    found = target.items if isinstance(target, nodes.Tuple) else [target]
    return [each.name for each in found if isinstance(each, nodes.Name)]


def _said(part: nodes.Node) -> Tree:
    """What an expression becomes."""
    for kind, become in EXPRESSIONS.items():
        if isinstance(part, kind):
            return become(part)
    raise _refused(part)


def _compared(part: nodes.Compare) -> Tree:
    if [each.op for each in part.ops] not in (["eq"], ["notin"], ["in"]):
        raise _refused(part)
    return [part.ops[0].op, _said(part.expr), _said(part.ops[0].expr)]


def _called(part: nodes.Call) -> Tree:
    if not isinstance(part.node, nodes.Name) or part.dyn_args or part.dyn_kwargs:
        raise _refused(part)
    named = {each.key: _said(each.value) for each in part.kwargs}
    return ["call", part.node.name, [_said(each) for each in part.args], named]


def _both(name: str) -> Callable[[Any], Tree]:
    return lambda part: [name, _said(part.left), _said(part.right)]


EXPRESSIONS: Mapping[type[nodes.Node], Callable[[Any], Tree]] = {
    nodes.Name: lambda part: ["name", part.name],
    nodes.Const: lambda part: ["const", part.value],
    nodes.Getattr: lambda part: ["part", _said(part.node), ["const", part.attr]],
    nodes.Getitem: lambda part: ["part", _said(part.node), _said(part.arg)],
    nodes.And: _both("and"),
    nodes.Or: _both("or"),
    nodes.Add: _both("add"),
    nodes.Not: lambda part: ["not", _said(part.node)],
    nodes.Concat: lambda part: ["together", *map(_said, part.nodes)],
    nodes.CondExpr: lambda part: ["either", _said(part.test), _said(part.expr1), _said(part.expr2)],
    nodes.Tuple: lambda part: ["row", *map(_said, part.items)],
    nodes.Dict: lambda part: ["table", *([_said(each.key), _said(each.value)] for each in part.items)],
    nodes.Filter: lambda part: ["filter", part.name, _said(part.node), *map(_said, part.args)],
    nodes.Test: lambda part: ["test", part.name, _said(part.node)],
    nodes.Compare: _compared,
    nodes.Call: _called,
}
"""What becomes of each kind of expression that our templates use."""


def _refused(part: nodes.Node) -> NotDrawable:
    kind = type(part).__name__
    return NotDrawable(f"{kind} in line {part.lineno} is not known to preview/template.js: write it in another way.")
