"""Whether a pattern runs in linear time on any text, judged on the safe side from its parse tree.

A backtracking engine (an editor's, a browser's) tries again wherever two repeats can take the same letters: `(a+)+` is
exponential, `a*a*` quadratic. So a repeat may follow another only across a letter that the first cannot take, and
inside a repeat each round must begin with such a letter. What cannot be seen to be safe is refused.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

Node: TypeAlias = tuple[Any, Any]

# The standard library has no public parse tree; these two have been there since Python 3.11.
_parser: Any = re._parser  # type: ignore[attr-defined]
_op: Any = re._constants  # type: ignore[attr-defined]
# Letters are told apart within ASCII; all others count as one.
_OTHER = 128
_ALL = frozenset(range(_OTHER + 1))
_FEW = 10


class NotSeenSafe(Exception):
    """A pattern that is not certainly linear; the message says why."""


def refuse_slow(pattern: str) -> None:
    """Do nothing for a pattern that is certainly linear; raises `NotSeenSafe`, or `re.error` for a faulty one."""
    _check(list(_parser.parse(pattern)), [])


def _check(nodes: list[Node], after: list[Node]) -> None:
    """Look at a sequence of nodes, and at what may follow it."""
    nodes = list(_flat(nodes))
    for index, (kind, value) in enumerate(nodes):
        rest = nodes[index + 1 :] + after
        if kind is _op.BRANCH:
            for each in value[1]:
                _check(list(each), rest)
        elif kind in (_op.MAX_REPEAT, _op.MIN_REPEAT):
            _check_repeat(value, rest)
        else:
            _letters((kind, value))


def _check_repeat(value: tuple[int, Any, Any], rest: list[Node]) -> None:
    body = list(_flat(list(value[2])))
    if value[1] == 1:
        _check(body, rest)
        return
    if any(kind is _op.BRANCH for kind, _ in body):
        raise NotSeenSafe("a choice (|) is repeated; write the letters as one set")
    if len(body) > 1 or body[0][0] in (_op.MAX_REPEAT, _op.MIN_REPEAT):
        first, others = body[0], body[1:]
        if _may_be_empty(first) or _union(others) & _letters(first) or first[0] is _op.MAX_REPEAT:
            raise NotSeenSafe("a repeat within a repeat has no letter of its own that begins each round")
        _check(others, [first])
        _check(others, rest)
    _runs_through(_union(body), rest)


def _runs_through(letters: frozenset[int], nodes: list[Node]) -> bool:
    """Whether a run of these letters may go on to the end of the nodes; refuses a long repeat that it may meet."""
    return all(_runs_into(letters, node) for node in nodes)


def _runs_into(letters: frozenset[int], node: Node) -> bool:
    kind, value = node
    if kind is _op.BRANCH:
        # Every branch is looked at, because looking may refuse.
        through = [_runs_through(letters, list(_flat(list(branch)))) for branch in value[1]]
        return any(through)
    if kind not in (_op.MAX_REPEAT, _op.MIN_REPEAT):
        return kind is _op.AT or bool(letters & _letters(node))
    into = _runs_through(letters, list(_flat(list(value[2]))))
    if into and _is_long(value):
        raise NotSeenSafe("two repeats that can take the same letters follow one another")
    return into or value[0] == 0


def _flat(nodes: list[Node]) -> Iterator[Node]:
    """The nodes with groups opened."""
    for kind, value in nodes:
        if kind is _op.SUBPATTERN:
            yield from _flat(list(value[3]))
        else:
            yield kind, value


def _is_long(value: tuple[int, Any, Any]) -> bool:
    return int(value[1]) - int(value[0]) > _FEW


def _may_be_empty(node: Node) -> bool:
    kind, value = node
    if kind is _op.BRANCH:
        return any(all(map(_may_be_empty, _flat(list(branch)))) for branch in value[1])
    if kind in (_op.MAX_REPEAT, _op.MIN_REPEAT):
        return value[0] == 0 or all(map(_may_be_empty, _flat(list(value[2]))))
    return kind is _op.AT


def _union(nodes: list[Node]) -> frozenset[int]:
    return frozenset().union(*map(_letters, nodes))


def _letters(node: Node) -> frozenset[int]:
    """Every letter that a node can take anywhere within it."""
    kind, value = node
    if kind is _op.LITERAL:
        return frozenset([min(value, _OTHER)])
    if kind is _op.NOT_LITERAL:
        return _ALL - {value}
    if kind is _op.IN:
        return _set(value)
    if kind is _op.AT:
        return frozenset()
    if kind is _op.BRANCH:
        return frozenset().union(*(_union(list(_flat(list(branch)))) for branch in value[1]))
    if kind in (_op.MAX_REPEAT, _op.MIN_REPEAT):
        return _union(list(_flat(list(value[2]))))
    raise NotSeenSafe(f"it uses {str(kind).lower().replace('_', ' ')}, which is not looked into; name the letters")


def _set(parts: list[Node]) -> frozenset[int]:
    found: set[int] = set()
    for kind, value in parts:
        if kind is _op.LITERAL:
            found.add(min(value, _OTHER))
        elif kind is _op.RANGE:
            found.update(min(each, _OTHER) for each in range(value[0], min(value[1], _OTHER) + 1))
            found.update({_OTHER} if value[1] >= _OTHER else ())
        elif kind is not _op.NEGATE:
            raise NotSeenSafe(r"it uses a class such as \d or \s, which differ between languages; name the letters")
    negated = bool(parts) and parts[0][0] is _op.NEGATE
    return _ALL - frozenset(found - {_OTHER}) if negated else frozenset(found)
