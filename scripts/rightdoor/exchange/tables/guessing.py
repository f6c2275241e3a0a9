"""A first guess at which column holds what, from its heading and else from its contents, with the reason for each."""

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from dataclasses import replace

from rightdoor.exchange.tables import cleaning
from rightdoor.exchange.tables.fields import FIELDS, OF_A_LIST
from rightdoor.exchange.tables.mapping import LEAVE_OUT, UNKNOWN, Column, Mapping
from rightdoor.exchange.tables.sheet import Sheet
from rightdoor.exchange.tables.terms import plain, term_code
from rightdoor.model.grammar import Grammar
from rightdoor.model.vocabulary import Vocabulary

OTHERWISE = {"type": "support-service", "status": "active", "organization-kind": "community-group"}
_OURS = {"type": "support-service", "status": "active"}
_SAMPLES, _LONGEST = 3, 80
_MOST_VALUES = 60
_ENOUGH = 0.8
FIELDS_OF_A_PLACE = frozenset({"address", "postcode"})
_LOOKS: MappingOf[str, tuple[str, Callable[[str], object]]] = {
    "postcode": ("postcodes", cleaning.postcode),
    "phone": ("phone numbers", cleaning.phone),
    "email": ("email addresses", cleaning.email),
    "website": ("web addresses", lambda text: "://" in text and cleaning.web_address(text)),
}


def is_template(sheet: Sheet, grammar: Grammar) -> bool:
    """Whether all headings are those of our own template, so that there is nothing to guess."""
    words = grammar["table_columns"]
    return words.label("row-is") in sheet.headings and all(_named(each, words)[0] for each in sheet.headings)


def guess(sheet: Sheet, grammar: Grammar) -> Mapping:
    """The mapping; that of our template is known and needs nobody to look it through."""
    ours = is_template(sheet, grammar)
    columns: list[Column] = []
    for at, heading in enumerate(sheet.headings):
        columns.append(_column(sheet, at, heading, columns, grammar))
    if not ours:
        columns = _one_place(columns)
    filled = {each.field for each in columns}
    if "description" not in filled and "summary" not in filled:
        columns = _with_prose(sheet, columns)
    otherwise = _OURS if ours else OTHERWISE
    return Mapping(tuple(columns), otherwise, reviewed=ours)


def _column(sheet: Sheet, at: int, heading: str, before: list[Column], grammar: Grammar) -> Column:
    texts = [text for row in sheet.rows if (text := cleaning.cleaned(row.cells[at]))]
    samples = tuple(dict.fromkeys(cleaning.one_line(text)[:_LONGEST] for text in texts))[:_SAMPLES]
    words = grammar["table_columns"]
    field, number = _named(heading, words)
    why = f"The heading is “{heading}”." if field else ""
    if not field:
        field, number = _by_words(heading, words)
        why = f"The heading “{heading}” is one that other tables use for this." if field else ""
    if not field:
        field = next((code for code, (_, looks) in _LOOKS.items() if _mostly(texts, looks)), "")
        why = f"Most of what stands there are {_LOOKS[field][0]}." if field else ""
    if field == "entry-id" and (len(set(texts)) < len(sheet.rows)):
        field, why = LEAVE_OUT, "It looks like a reference, but is not different in each row."
    taken = next((each for each in before if each.field == field and each.number == number), None)
    if field and taken and field not in OF_A_LIST:
        field, why = LEAVE_OUT, f"The column “{taken.heading}” already fills {field}."
    if not field:
        field, why = LEAVE_OUT, "Nothing says what it holds." if texts else "It is empty."
    return Column(heading, field, number, _values(texts, field, grammar), why, samples)


def _one_place(columns: list[Column]) -> list[Column]:
    """Columns such as "Address 1" and "Address 2" as lines of one address, unless there is a second postcode too."""
    if any(each.field == "postcode" and each.number > 1 for each in columns):
        return columns
    return [replace(each, number=0) if FIELDS_OF_A_PLACE & {each.field} else each for each in columns]


def _named(heading: str, words: Vocabulary) -> tuple[str, int]:
    """The field whose label a heading is, and the number behind it."""
    found = re.fullmatch(r"(.*?)(?: ([1-9][0-9]?))?", plain(heading))
    labels = {plain(term.label): term.code for term in words}
    whole = labels.get(plain(heading))
    if whole:
        return whole, 0
    return (labels.get(found[1], ""), int(found[2])) if found and found[2] else ("", 0)


def _by_words(heading: str, words: Vocabulary) -> tuple[str, int]:
    bare = re.sub(r"\s*[(\[].*?[)\]]", "", heading)
    for each in (heading, bare, re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare)):
        code = term_code(plain(each), words)
        if code:
            return code, 0
    found = re.fullmatch(r"(.*?) ?([1-9][0-9]?)", plain(bare))
    code = term_code(found[1], words) if found else None
    return (code, int(found[2])) if found and code and code in OF_A_LIST else ("", 0)


def _mostly(texts: list[str], looks: Callable[[str], object]) -> bool:
    return len(texts) > 1 and sum(bool(looks(each)) for each in texts) >= _ENOUGH * len(texts)


def _values(texts: list[str], field: str, grammar: Grammar) -> dict[str, str]:
    """The texts of a column that its vocabulary does not have, for a person to say what they mean."""
    words = FIELDS[field].words if field in FIELDS else ""
    if not words:
        return {}
    parts = dict.fromkeys(each for text in texts for each in cleaning.parts_of(text))
    strange = [each for each in parts if len(each) <= _LONGEST and read_term(each, field, grammar) is None]
    return dict.fromkeys(strange[:_MOST_VALUES], UNKNOWN)


def read_term(text: str, field: str, grammar: Grammar) -> str | None:
    """The code that a text means in a field; `none stated` is one where exclusions are listed."""
    if field == "does-not-take" and plain(text) == "none stated":
        return "none stated"
    if field == "severity-from" and plain(text) == "any":
        return "any"
    return term_code(text, grammar[FIELDS[field].words])


def _with_prose(sheet: Sheet, columns: list[Column]) -> list[Column]:
    """The column of the longest texts as the description, where no other is one."""

    def long(column: Column) -> float:
        at = sheet.headings.index(column.heading)
        texts = [row.cells[at] for row in sheet.rows if row.cells[at].strip()]
        return sum(map(len, texts)) / len(texts) if texts and column.field == LEAVE_OUT else 0

    best = max(columns, key=long, default=None)
    if best is None or long(best) < 50:
        return columns
    why = "Its texts are the longest that nothing else says."
    put = Column(best.heading, "description", 0, {}, why, best.samples)
    return [put if each is best else each for each in columns]
