"""The comments of a record, each with the part of the record that it is about, so that they move with it.

A comment is above a part, beside it, or at the end of a group or list. Blank lines count as lines above what follows.
Whole-line comments at the margin stay there: in the templates those are fields waiting to be used
(docs/decisions/0160-one-style.md says how a comment finds its part, and why no library does it for us).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from rightdoor.records.comment_places import Place, Places, Where
from rightdoor.records.marks import Path
from rightdoor.records.outline import Outline, Spot, outline

_SIGN = re.compile(r"(?:^|(?<=\s))#")
_GOES_ON = re.compile(r"(?:# {3,}|##+ {2,})\S")
_UNUSED_FIELD = re.compile(r"# ?[a-z_]+:(?: |\Z)")


class Line(NamedTuple):
    """A comment on a line of its own, or a blank line (no text); `margin` says that it begins the line."""

    text: str
    margin: bool = False


BLANK = Line("")


@dataclass(slots=True)
class Comments:
    """The comments of a file; the outermost group has the empty path."""

    head: list[Line] = field(default_factory=list)
    """What is said of the whole file: set apart from the first field by a blank line."""
    above: dict[Path, list[Line]] = field(default_factory=dict)
    beside: dict[Path, str] = field(default_factory=dict)
    end: dict[Path, list[Line]] = field(default_factory=dict)
    """What stands below the last part of a group or list, within it."""
    after: dict[Path, list[Line]] = field(default_factory=dict)
    """What goes on at the margin below an outermost field, and belongs to it."""

    def inside(self) -> set[Path]:
        """Every group and list with a comment within it, so that one line cannot hold it."""
        said = [path for path, lines in self.above.items() if any(each.text for each in lines)]
        found = {path[:length] for path in (*said, *self.beside) for length in range(len(path))}
        return found | {path[:length] for path in self.end for length in range(len(path) + 1)}


def comments_of(raw: bytes) -> Comments:
    """The comments of a file that `read_source` has accepted."""
    found = outline(raw)
    comments, places, blank = Comments(), Places(found), False
    for number, column in _lines(found):
        said = "" if column is None else found.lines[number][column:].rstrip()
        alone = not found.lines[number][:column].strip()
        if not alone and blank:
            _set_off(comments, places.beginning(number))
        if said:
            _keep(comments, places.of(Spot(number, column or 0), alone=alone), said, not column, blank and alone)
        blank = alone and not said
    _set_apart(comments, found)
    return comments


def texts_of(raw: bytes) -> list[str]:
    """The text of every comment of such a file, in the order of its lines."""
    found = outline(raw)
    return [found.lines[number][column:].rstrip() for number, column in _lines(found) if column is not None]


def goes_on(text: str) -> bool:
    """Whether a line of comment belongs to the outermost field above it: its words begin further to the right."""
    return _GOES_ON.match(text) is not None


def _lines(found: Outline) -> Iterator[tuple[int, int | None]]:
    """Every line that is not wholly text, with the column at which a comment begins on it."""
    for number, line in enumerate(found.lines):
        signs = (each.start() for each in _SIGN.finditer(line))
        column = next((each for each in signs if not found.is_taken(number, each)), None)
        if column is not None or not found.is_taken(number, len(line)):
            yield number, column


def _set_off(comments: Comments, path: Path | None) -> None:
    """Keep a blank line above a part."""
    if path is not None:
        comments.above.setdefault(path, []).append(BLANK)


def _keep(comments: Comments, place: Place, said: str, margin: bool, blank: bool) -> None:
    """Keep a comment in its place, with the blank line above it; a second one beside a part goes above the part.

    What stands beside the outermost group in brackets goes to the end of the file.
    """
    if place.where is Where.BESIDE and place.path and place.path not in comments.beside:
        comments.beside[place.path] = said
        return
    lines = (comments.end if place.where is Where.END or not place.path else comments.above).setdefault(place.path, [])
    if blank and not place.in_brackets:
        lines.append(BLANK)
    outermost = len(place.path) <= (place.where is not Where.END)
    lines.append(Line(said, outermost or (margin and not place.in_brackets)))


def _set_apart(comments: Comments, found: Outline) -> None:
    """Tell what is said of the whole file, and of the field before, from what is said of the field below."""
    outermost = [part.path for part in found.parts if len(part.path) == 1]
    for before, path in zip(outermost, [*outermost[1:], ()], strict=True):
        lines = (comments.above if path else comments.end).get(path, [])
        own = list(takewhile(lambda line: line.margin and goes_on(line.text), lines))
        if own:
            comments.after[before] = own
            del lines[: len(own)]
    first = comments.above.get(outermost[0], []) if outermost else []
    if BLANK in first and not any(_UNUSED_FIELD.match(each.text) for each in first[: first.index(BLANK)]):
        comments.head = first[: first.index(BLANK)]
        del first[: len(comments.head) + 1 if comments.head else 0]
