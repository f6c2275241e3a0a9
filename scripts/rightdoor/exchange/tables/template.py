"""The template: a workbook with a heading for each field, pick-lists from the vocabularies, and an example to skip.

Whoever has only Excel or LibreOffice fills it in, and it comes back through the import of tables as what was filled in.
Equal vocabularies give equal bytes, whatever the day.
"""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from rightdoor.exchange.tables.fields import FIELDS
from rightdoor.model.grammar import Grammar

LAST_ROW = 1_000
"""How far down the pick-lists go."""

_MADE = datetime(2026, 11, 24)
_LONGEST_MESSAGE, _LONGEST_TITLE = 255, 32
"""Letters of the message beside a cell (Excel specifications and limits, read on 23 November 2026)."""

_PARTS: tuple[tuple[str, tuple[tuple[tuple[str, ...], int], ...]], ...] = (
    (
        "#1F3A5F",
        (
            (("row-is", "entry-id", "name", "also-known-as", "organization", "organization-kind", "charity-number"), 1),
            (("type", "summary", "description", "status", "intake"), 1),
            (("needs",), 5),
            (("therapies",), 3),
            (("delivery",), 3),
        ),
    ),
    (
        "#5B3A6E",
        (
            (("ages", "age-from", "age-to", "age-under", "age-words"), 1),
            (("severity-from", "severity-to", "severity-words", "area-basis", "area-words"), 1),
            (("only", "only-words"), 3),
            (("does-not-take", "does-not-take-words", "does-not-take-within"), 6),
            (("check-first", "check-first-words", "check-first-how"), 4),
            (("takes-despite",), 3),
            (("holds-risk", "event-from", "event-to"), 1),
        ),
    ),
    (
        "#1D5B4F",
        (
            (("route-who", "route-how", "route-phone", "route-email", "route-url", "route-hours", "route-note"), 3),
            (("wait-assessment", "wait-treatment", "wait-date"), 1),
        ),
    ),
    (
        "#7A4A12",
        (
            (("phone", "phone-note", "text", "email", "website", "webchat", "hours", "cost", "cost-words"), 1),
            (("languages",), 3),
            (("interpreters",), 1),
            (("access",), 5),
            (("place-name", "address", "postcode", "confidential"), 3),
            (("source", "note"), 1),
        ),
    ),
)

EXAMPLE = {
    ("entry-id", 0): "1",
    ("name", 0): "Northvale Talking Therapies",
    ("also-known-as", 0): "IAPT; Northvale Wellbeing Service",
    ("organization", 0): "Northvale NHS Trust",
    ("organization-kind", 0): "nhs",
    ("type", 0): "talking-therapies",
    ("summary", 0): "Talking therapies for adults with mild to moderate anxiety or depression.",
    ("status", 0): "active",
    ("intake", 0): "open",
    ("needs", 1): "anxiety",
    ("needs", 2): "depression",
    ("delivery", 1): "in-person",
    ("delivery", 2): "video",
    ("age-from", 0): "17 years 9 months",
    ("age-words", 0): "Aged 17 years and 9 months or over.",
    ("severity-from", 0): "mild",
    ("severity-to", 0): "moderate",
    ("area-basis", 0): "gp-practice",
    ("does-not-take", 1): "psychosis",
    ("does-not-take-words", 1): "Psychosis or bipolar disorder",
    ("does-not-take", 2): "recent-attempt",
    ("does-not-take-within", 2): "4 weeks",
    ("check-first", 1): "eating-disorder",
    ("check-first-how", 1): "Phone the duty worker",
    ("route-who", 1): "self",
    ("route-how", 1): "phone",
    ("route-phone", 1): "01632 960 111",
    ("route-hours", 1): "Monday to Friday 9am to 5pm",
    ("phone", 0): "01632 960 110",
    ("website", 0): "https://example.org",
    ("cost", 0): "free-nhs",
    ("interpreters", 0): "yes",
    ("place-name", 1): "The Mill",
    ("address", 1): "1 Mill Lane, Northvale",
    ("postcode", 1): "NV1 1AA",
    ("confidential", 1): "no",
}
"""The made-up service of the example row: codes where there is a pick-list, else what one types."""

_WIDE = {"name": 34, "summary": 46, "description": 46, "address": 34, "website": 28}


class Heading(NamedTuple):
    """A column of the template: its field, its number in a list or 0, and its heading."""

    field: str
    number: int
    words: str
    colour: str


def headings(grammar: Grammar) -> Iterator[Heading]:
    """The columns of the template from left to right."""
    columns = grammar["table_columns"]
    for colour, groups in _PARTS:
        for fields, times in groups:
            for number in range(1, times + 1):
                for code in fields:
                    more = f" {number}" if times > 1 else ""
                    yield Heading(code, number if times > 1 else 0, f"{columns.label(code)}{more}", colour)


def choices(code: str, grammar: Grammar) -> tuple[str, ...]:
    """What can be picked in a column, as it is read; nothing where one types."""
    words = grammar["table_template"]
    if code == "row-is":
        return (words.label("example"),)
    if code == "ages":
        return (words.label("any-age"),)
    vocabulary = "yes_no_unknown" if code == "confidential" else FIELDS[code].words
    if not vocabulary:
        return ()
    listed = tuple(term.label for term in grammar[vocabulary])
    first = {"does-not-take": "none-stated", "severity-from": "any"}.get(code)
    return (words.label(first), *listed) if first else listed


def template(grammar: Grammar) -> bytes:
    """The workbook."""
    return _Template(grammar).bytes()


class _Template:
    """The template on its way."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar, self._words = grammar, grammar["table_template"]
        self._out = io.BytesIO()
        self._file = Workbook(self._out, {"in_memory": True, "strings_to_urls": False})
        self._lists: dict[tuple[str, ...], str] = {}

    def bytes(self) -> bytes:
        self._file.set_properties({"title": self._words.label("title"), "created": _MADE})
        self._file.set_size(24_000, 14_000)
        self._read_me()
        sheet = self._file.add_worksheet(self._words.label("sheet"))
        lists = self._file.add_worksheet(self._words.label("lists"))
        for at, heading in enumerate(headings(self._grammar)):
            self._column(sheet, lists, at, heading)
        sheet.set_row(0, 48)
        sheet.freeze_panes(1, 3)
        sheet.set_landscape()
        sheet.set_paper(9)
        self._file.close()
        return self._out.getvalue()

    def _look(self, **look: object) -> Any:
        return self._file.add_format(
            {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True, **look}
        )

    def _read_me(self) -> None:
        sheet = self._file.add_worksheet(self._words.label("read-me"))
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 92)
        for down, term in enumerate(each for each in self._words if "say" in each.more):
            look = {"bold": True, "font_size": 16} if not down else {"bold": True}
            sheet.write_string(down * 2, 0, term.label, self._look(**look))
            sheet.write_string(down * 2, 1, term.more["say"], self._look())
            sheet.set_row(down * 2, 40 if not down else 14 * (1 + len(term.more["say"]) // 88))
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.activate()

    def _column(self, sheet: Any, lists: Any, at: int, heading: Heading) -> None:
        term = self._grammar["table_columns"][heading.field]
        sheet.set_column(at, at, _WIDE.get(heading.field, 22), self._look(num_format="@"))
        look = self._look(bold=True, bg_color=heading.colour, font_color="#FFFFFF", valign="vcenter")
        sheet.write_string(0, at, heading.words, look)
        listed = choices(heading.field, self._grammar)
        example = self._example(heading)
        if example:
            sheet.write_string(1, at, example, self._look(italic=True, font_color="#5A6472", num_format="@"))
        about: dict[str, Any] = {
            "validate": "any",
            "input_title": heading.words[:_LONGEST_TITLE],
            "input_message": term.description[:_LONGEST_MESSAGE],
        }
        if listed:
            several = FIELDS[heading.field].kind == "terms" and "*" in FIELDS[heading.field].path
            about |= {"validate": "list", "source": self._list(lists, listed), "ignore_blank": True}
            about |= {"error_type": "information" if several else "stop", "error_title": term.label[:_LONGEST_TITLE]}
        sheet.data_validation(1, at, LAST_ROW - 1, at, about)

    def _list(self, lists: Any, listed: tuple[str, ...]) -> str:
        """Where a pick-list stands; one that several columns share stands once."""
        if listed not in self._lists:
            at = len(self._lists)
            lists.set_column(at, at, 36)
            for down, each in enumerate(listed):
                lists.write_string(down, at, each, self._look())
            column = xl_col_to_name(at, col_abs=True)
            self._lists[listed] = f"='{self._words.label('lists')}'!{column}$1:{column}${len(listed)}"
        return self._lists[listed]

    def _example(self, heading: Heading) -> str:
        if heading.field == "row-is":
            return self._words.label("example")
        said = EXAMPLE.get((heading.field, heading.number), "")
        vocabulary = "yes_no_unknown" if heading.field == "confidential" else FIELDS[heading.field].words
        return self._grammar[vocabulary].label(said) if said and vocabulary else said
