"""What PyYAML's parser cannot read, said in the words of somebody who fills in a form.

The parser says what it expected ("could not find expected ':'"); the line it stopped at says what was probably meant.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from yaml import error, events
from yaml._yaml import CParser

from rightdoor.records.refusals import Said, shown

# The signs of possession (`*+`) keep a line of 30,000 dashes from being tried 30,000 times over.
_FIELD = re.compile(r"\s*+(?:- +)*+([^\s:#'\"\[{][^:]*):(?:\s+(.*))?\Z")
_NO_SPACE = re.compile(r"\s*+(?:- +)*+([A-Za-z_][\w-]*):([^\s:/].*)\Z")


class Fault(NamedTuple):
    """A syntax error with what is needed to explain it; lines and columns count from 0."""

    problem: str
    context: str
    line: int
    column: int
    lines: list[str]
    opened: error.Mark | None
    last: Any

    @property
    def text(self) -> str:
        """The line the parser stopped at; empty after the last one."""
        return self.lines[self.line] if self.line < len(self.lines) else ""


class Explained(NamedTuple):
    """The place to point at (from 0) and what to say."""

    line: int
    column: int
    said: Said


def explain(fault: error.MarkedYAMLError, text: str) -> Explained:
    """What a syntax error of `text` means to the writer."""
    place = fault.problem_mark or fault.context_mark
    line, column = (place.line, place.column) if place else (0, 0)
    found = Fault(
        fault.problem or "", fault.context or "", line, column, text.split("\n"), fault.context_mark, _last_event(text)
    )
    for fragment, explainer in _EXPLAINERS:
        if fragment in found.problem or fragment in found.context:
            return explainer(found)
    return _at(found, "This line cannot be read.", "Compare it with the same field in another record.")


def _last_event(text: str) -> Any:
    """The newest event before the error, found by reading once more: a clean file then pays nothing for it."""
    last, parser = None, CParser(text.encode())
    try:
        while True:
            last = parser.get_event()
    except error.YAMLError:
        return last


def _at(fault: Fault, message: str, tip: str, place: error.Mark | None = None) -> Explained:
    said = Said("yaml-syntax", message, tip)
    return Explained(place.line, place.column, said) if place else Explained(fault.line, fault.column, said)


def _bad_start(fault: Fault) -> Explained:
    first = fault.text[fault.column : fault.column + 1]
    rest = shown(fault.text[fault.column :].strip())
    return _at(fault, f"A value cannot begin with {first} unless it is in quotes.", f'Type: "{rest}"')


def _colon(fault: Fault) -> Explained:
    before = fault.text[: fault.column]
    field = _FIELD.match(fault.text)
    if ":" not in before or field is None:
        return _at(
            fault,
            "This line is further to the right than the field above it, which already has a value.",
            "Begin it in the same column as the fields around it, or take the value above away.",
        )
    name, value = field.group(1), field.group(2) or ""
    return _at(
        fault,
        f"The value of {shown(name)} has a colon and a space in it, so it needs quotes.",
        f"Type: {shown(name)}: {_quoted(value)}",
    )


def _quoted(value: str) -> str:
    mark = "'" if '"' in value else '"'
    return f"{mark}{shown(value)}{mark}"


def _no_colon(fault: Fault) -> Explained:
    place = fault.opened
    line = fault.lines[place.line] if place and place.line < len(fault.lines) else fault.text
    tight = _NO_SPACE.match(line)
    if tight:
        name, value = tight.groups()
        message, tip = f"There is no space after the colon of {name}.", f"Type: {name}: {shown(value)}"
    else:
        message = f"This line has no field name: {shown(line)}"
        tip = "Type the name of the field, a colon, a space and the value; or begin the line further to the right."
    return _at(fault, message, tip, place)


def _open_quote(fault: Fault) -> Explained:
    message, tip = "A quotation mark is opened here and never closed.", "Close it at the end of the value."
    return _at(fault, message, tip, fault.opened)


def _lost_place(fault: Fault) -> Explained:
    """A group of fields went wrong: mostly an open quote above, words after a quote or bracket, or a wrong indent."""
    last = fault.last
    start: Any = last.start_mark if last else None
    end: Any = last.end_mark if last else None
    if isinstance(last, events.ScalarEvent) and last.style in ("'", '"'):
        if start.line != end.line:
            return _open_quote(fault._replace(opened=start))
        if end.line == fault.line:
            tip = "Put the whole value in quotes, or double the quotation mark inside it: 'the carers'' centre'"
            return _at(fault, "There are words after the closing quotation mark.", tip)
    if isinstance(last, events.CollectionEndEvent) and end.line == fault.line and end.column > start.column:
        bracket = "]" if isinstance(last, events.SequenceEndEvent) else "}"
        message = f"There are words after the closing {bracket} of this value."
        return _at(fault, message, "If this is text, put the whole value in quotes.")
    return _at(
        fault,
        "This line does not line up with the lines above it.",
        "Begin it in the same column as the other fields of its group; two spaces for each step to the right.",
    )


def _open_list(fault: Fault) -> Explained:
    return _open_bracket(fault, "list", "]")


def _open_group(fault: Fault) -> Explained:
    return _open_bracket(fault, "group", "}")


def _open_bracket(fault: Fault, what: str, closing: str) -> Explained:
    """A bracket that is not closed: said where it opens, or where a quote or a # inside it hides its end."""
    opened = fault.opened
    if opened is None or opened.line == fault.line:
        return _at(
            fault, f"A {what} is not closed here, or a comma is missing.", f"End it with {closing} or add the comma."
        )
    for number in range(opened.line, min(fault.line + 1, len(fault.lines))):
        line = fault.lines[number]
        if line.count('"') % 2:
            message = "A quotation mark is opened here and never closed."
            place = line.index(': "') + 2 if ': "' in line else line.rindex('"')
            return Explained(number, place, Said("yaml-syntax", message, "Close it at the end of the value."))
        if " #" in line and closing in line[line.index(" #") :]:
            message = f"Nothing after this # is read, so that the {closing} is missing."
            tip = "If the # belongs to the text, put the text in quotes."
            return Explained(number, line.index(" #") + 1, Said("yaml-syntax", message, tip))
    message = f"The {what} that begins here is not closed, or a comma is missing in it."
    return _at(fault, message, f"End it with {closing} or add the comma.", opened)


def _always(message: str, tip: str, *, opened: bool = False) -> Callable[[Fault], Explained]:
    return lambda fault: _at(fault, message, tip, fault.opened if opened else None)


_QUOTE_IT = "Put the value in quotes if it is text."
_EXPLAINERS: list[tuple[str, Callable[[Fault], Explained]]] = [
    ("cannot start any token", _bad_start),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    (
        "unknown escape character",
        _always("A backslash in double quotes has a special meaning.", "Use single quotes: '…\\…'"),
    ),
    ("hexdecimal number", _always("The code after this backslash is not whole.", "Type the character itself.")),
    (
        "Unicode character escape",
        _always("The code after this backslash is no character.", "Type the character itself."),
    ),
    ("quoted scalar", _open_quote),
    (
        "alphabetic or numeric",
        _always("A value cannot begin with * or & unless it is in quotes.", _QUOTE_IT, opened=True),
    ),
    ("an anchor", _always("A value cannot begin with & unless it is in quotes.", _QUOTE_IT, opened=True)),
    ("an alias", _always("A value cannot begin with * unless it is in quotes.", _QUOTE_IT, opened=True)),
    ("tag", _always("A value cannot begin with ! unless it is in quotes.", _QUOTE_IT, opened=True)),
    ("directive", _always("A line cannot begin with %.", "Delete the line, or put the value in quotes.")),
    (
        "block scalar",
        _always("A value that begins with | or > must go on in the next line, further to the right.", _QUOTE_IT),
    ),
    (
        "block sequence entries are not allowed",
        _always(
            "A list with dashes cannot begin on the line of its field.", "Put each dash on a line of its own below."
        ),
    ),
    ("flow sequence", _open_list),
    ("',' or ']'", _open_list),
    ("flow mapping", _open_group),
    ("',' or '}'", _open_group),
    (
        "expected '-' indicator",
        _always(
            "This line is inside a list, but does not begin with a dash.",
            "Type - and a space before it, or line it up with the field that the list belongs to.",
        ),
    ),
    ("expected key", _lost_place),
    (
        "expected node content",
        _always("A value is missing here.", "Write it, or take the comma, colon or bracket away."),
    ),
    ("document start", _lost_place),
    ("unexpected ':'", _always("A colon stands inside a value in brackets.", _QUOTE_IT)),
    ("document indicator", _always("A line --- or ... stands inside a value.", "Delete it.")),
]
