"""Files of a project in the one style: their facts and comments as they are, only order, breaks and quotes changed."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rightdoor.model.problem import Level, Problem
from rightdoor.records.comments import comments_of, texts_of
from rightdoor.records.edits import Edit
from rightdoor.records.opening import open_record
from rightdoor.records.read import Source, Unreadable, read_source
from rightdoor.records.walk import Found
from rightdoor.records.write import written


class NotStyled(Exception):
    """A file whose facts or comments would not all be there afterwards; it is left as it is."""


def in_style(source: Source, kind: str) -> bytes:
    """The file in the one style; it is read again, and nothing may be lost."""
    after = written(source.data, kind, comments_of(source.raw)).encode()
    try:
        same = read_source(after, source.file).data == source.data
    except Unreadable:
        same = False
    if not same or sorted(texts_of(after)) != sorted(texts_of(source.raw)):
        raise NotStyled(source.file)
    return after


def styled(root: Path, found: Iterable[Found]) -> Iterator[Edit | Problem]:
    """For each record what it holds and what it is to hold, or why it is left alone."""
    for each in found:
        raw, amiss = open_record(root, each.file)
        if raw is None:
            yield from amiss
            continue
        try:
            yield Edit(each.file, raw, in_style(read_source(raw, each.file), each.kind))
        except Unreadable as fault:
            yield from fault.problems
        except NotStyled:
            yield Problem(each.file, 1, 1, Level.ERROR, "style-not-safe", *_NOT_SAFE)


_NOT_SAFE = (
    "This file cannot be put in order without losing something, so it is left as it is.",
    "Write its fields on lines of their own, with comments above them.",
)
