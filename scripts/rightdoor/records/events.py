"""Plain data out of the events of PyYAML's C parser, with every limit checked before anything grows.

Labels (&, *), instructions (!), merge signs, repeated fields and names that are not text are noted as problems and
reading goes on, so that all are said at once. `[` repeated 100,000 times crashes PyYAML's own loader; this stops at 20.
"""

from collections.abc import Callable
from typing import Any, NoReturn

from yaml import events
from yaml._yaml import CParser

from rightdoor.model.problem import Level, Problem
from rightdoor.records import refusals
from rightdoor.records.characters import refused_in
from rightdoor.records.refusals import Said
from rightdoor.records.scalars import NOT_TEXT, NUMBER_STARTS, NumberTooLong, plain_value

MAX_DEPTH = 20
MAX_VALUES = 10_000
MAX_PROBLEMS = 50

_NAMES: dict[str, str] = {}
"""Names of fields found sound before in this process, each kept once; bounded, because files may be hostile."""
_MOST_NAMES = 1_000


class Stopped(Exception):
    """Reading cannot go on; the reason is already among the problems."""


class Builder:
    """Reads one document; `problems` holds what was refused."""

    def __init__(self, raw: bytes, file: str) -> None:
        """Prepare to read `raw`, which must be clean UTF-8 within the limit on size."""
        self.problems: list[Problem] = []
        self._file = file
        self._next: Callable[[], Any] = CParser(raw).get_event
        self._left = MAX_VALUES
        self._escapes = b"\\" in raw
        self._decorations = b"&" in raw or b"!" in raw

    def build(self) -> dict[str, Any]:
        """The fields of the one document of the file; raises `Stopped` or PyYAML's own errors."""
        self._next()
        start = self._next()
        if type(start) is events.StreamEndEvent:
            self._stop(start.start_mark, refusals.EMPTY)
        if start.version or start.tags:
            self._add(start.start_mark, refusals.DIRECTIVE)
        event = self._next()
        data = self._value(event, 0)
        if not isinstance(data, dict):
            if self.problems:
                raise Stopped
            self._stop(event.start_mark, refusals.EMPTY if data is None else refusals.not_fields(data))
        self._next()
        rest = self._next()
        if type(rest) is not events.StreamEndEvent:
            self._stop(rest.start_mark, refusals.SECOND_DOCUMENT)
        return data

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is events.AliasEvent:
            return self._add(event.start_mark, refusals.alias(event.anchor))
        if self._decorations and (event.anchor is not None or event.tag is not None):
            self._add(event.start_mark, refusals.decorated(event))
        if kind is events.ScalarEvent:
            return self._scalar(event)
        if depth == MAX_DEPTH:
            self._stop(event.start_mark, refusals.TOO_DEEP)
        data = self._fields(depth + 1) if kind is events.MappingStartEvent else self._items(depth + 1)
        self._left -= len(data)
        if self._left < 0:
            self._stop(event.start_mark, refusals.TOO_MANY)
        return data

    def _fields(self, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        names: list[Any] = []
        take, value_of, scalar_of = self._next, self._value, self._scalar
        known, simple = ({}, None) if self._decorations else (_NAMES, events.ScalarEvent)
        while True:
            event = take()
            kind = type(event)
            if kind is events.MappingEndEvent:
                return data
            name = known.get(event.value) if kind is events.ScalarEvent else None
            if name is None:
                name = self._new_name(event, value_of(event, depth))
            content = take()
            value = scalar_of(content) if type(content) is simple else value_of(content, depth)
            if name is None:
                continue
            if name in data:
                first = next(each for each in names if each.value == name)
                self._add(event.start_mark, refusals.repeated(name, first.start_mark.line + 1))
            else:
                data[name] = value
                names.append(event)

    def _new_name(self, event: Any, name: Any) -> str | None:
        """A name not met before; None for what cannot be one."""
        if type(name) is not str or not name or (name == "<<" and not event.style):
            self._refuse_name(event, name)
            return None
        if not event.style and not self._decorations and len(_NAMES) < _MOST_NAMES:
            _NAMES[name] = name
        return name

    def _items(self, depth: int) -> list[Any]:
        items: list[Any] = []
        take, value_of, scalar_of = self._next, self._value, self._scalar
        simple = None if self._decorations else events.ScalarEvent
        while True:
            event = take()
            kind = type(event)
            if kind is events.SequenceEndEvent:
                return items
            items.append(scalar_of(event) if kind is simple else value_of(event, depth))

    def _scalar(self, event: Any) -> Any:
        typed: str = event.value
        if event.style:
            if self._escapes and event.style == '"':
                self._check_escapes(event)
            return typed
        if typed not in NOT_TEXT and typed[0] not in NUMBER_STARTS:
            return typed
        try:
            return plain_value(typed)
        except NumberTooLong:
            self._add(event.start_mark, refusals.long_number(typed))
            return typed

    def _refuse_name(self, event: Any, name: Any) -> None:
        if type(event) is not events.AliasEvent:
            self._add(event.start_mark, refusals.MERGE if name == "<<" else refusals.bad_name(name))

    def _check_escapes(self, event: Any) -> None:
        """A hidden character may be written as an escape, such as "\\u202e"; the value is looked at, not the file."""
        for refused in refused_in(event.value):
            self._add(event.start_mark, Said("hidden-character", f"This value holds {refused.name}.", refused.tip))

    def _add(self, place: Any, said: Said) -> None:
        self.problems.append(Problem(self._file, place.line + 1, place.column + 1, Level.ERROR, *said))
        if len(self.problems) >= MAX_PROBLEMS:
            raise Stopped

    def _stop(self, place: Any, said: Said) -> NoReturn:
        self._add(place, said)
        raise Stopped
