"""One cell as the value of a field, or the sentence that says why it cannot be."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from rightdoor.exchange.tables import cleaning
from rightdoor.exchange.tables.fields import FIELDS, Field
from rightdoor.exchange.tables.guessing import read_term
from rightdoor.exchange.tables.hours import hours
from rightdoor.exchange.tables.mapping import UNKNOWN, Column
from rightdoor.exchange.tables.terms import plain
from rightdoor.model.grammar import Grammar


class Read(NamedTuple):
    """The value of a cell, None where it gives none; and what of it is not taken, each with the reason."""

    value: Any = None
    lost: tuple[tuple[str, str], ...] = ()


_UNITS = r"(h|d|w|m|y|hours?|days?|weeks?|wks?|months?|years?|yrs?)"
_SPAN = re.compile(rf"(?:at least |up to |within )?([0-9]{{1,4}}) ?{_UNITS}\.?")
_YEARS = r"(?: ?(?:y|years?|yrs?))?"
_AGE = re.compile(rf"(?:aged? )?([0-9]{{1,3}}){_YEARS}(?:(?: and)? ?([0-9]|1[01]) ?(?:m|months?))?(?: old)?")
_MONTHS = re.compile(r"([0-9]{1,2}) ?(?:m|months?)")
_OVER = r"(?:\+|(?:years? )?(?:and|or) (?:over|above|older)|(?:years? )?plus)"
_FROM = re.compile(rf"(?:aged? |ages )?([0-9]{{1,3}}) ?{_OVER}(?: years)?")
_RANGE = re.compile(rf"(?:aged? |ages |from |between )*([0-9]{{1,3}}) ?(?:-|–|to|and) ?([0-9]{{1,3}}){_YEARS}(?: old)?")
_UNDER = re.compile(r"(?:aged? )?(?:under|below) ?([0-9]{1,3})s?")
_ANY = frozenset({"any", "any age", "all", "all ages", "no age limit", "no limit"})
_OLDEST = 120


def read_value(column: Column, text: str, grammar: Grammar) -> Read:
    """The value of a cleaned text in a column."""
    field = FIELDS[column.field]
    if field.kind in ("term", "terms"):
        return _terms(column, field, text, grammar)
    return _KINDS[field.kind](text, field)


def _terms(column: Column, field: Field, text: str, grammar: Grammar) -> Read:
    codes: list[str] = []
    lost: list[tuple[str, str]] = []
    said = {plain(each): code for each, code in column.values.items()}
    one = field.kind == "term" and not field.path.endswith(".reason")
    whole = [cleaning.one_line(text)] if one else cleaning.parts_of(text)
    for part in whole:
        code = said.get(plain(part)) or read_term(part, column.field, grammar)
        if code is None and "," in part and all(read_term(each, column.field, grammar) for each in part.split(",")):
            codes += [str(read_term(each, column.field, grammar)) for each in part.split(",")]
        elif code is None or code == UNKNOWN and code not in grammar[field.words]:
            lost.append((part, f"It is not in the list {field.words}. Say under values: what it means."))
        else:
            codes.append(code)
    codes = list(dict.fromkeys(codes))
    if one:
        return Read(codes[0] if codes else None, tuple(lost))
    return Read(codes or None, tuple(lost))


def _no(text: str, why: str) -> Read:
    return Read(None, ((text, why),))


def _line(text: str, field: Field) -> Read:
    line = cleaning.one_line(text)
    return Read(line) if len(line) <= field.most else _no(line, f"It is longer than {field.most} letters.")


def _lines(text: str, field: Field) -> Read:
    parts = cleaning.parts_of(text)
    long = tuple((each, f"It is longer than {field.most} letters.") for each in parts if len(each) > field.most)
    return Read([each for each in parts if len(each) <= field.most] or None, long)


def _prose(text: str, field: Field) -> Read:
    return Read(text) if len(text) <= field.most else _no(text, f"It is longer than {field.most} letters.")


def _address(text: str, field: Field) -> Read:
    line = ", ".join(part.strip(" ,.") for part in text.split("\n") if part.strip(" ,."))
    return _line(line, field) if line else Read()


def _postcode(text: str, _field: Field) -> Read:
    code = cleaning.postcode(text)
    if code is None:
        return _no(text, "It does not have the form of a postcode, so it is left out.")
    return Read(code)


def _phone(text: str, _field: Field) -> Read:
    parts = [each for each in re.split(r"\s*(?:/|,|;|\n|\bor\b|\band\b|&)\s*", cleaning.one_line(text)) if each]
    found = [(each, cleaning.phone(each)) for each in parts]
    lost = [(each, "It is not a phone number of the United Kingdom.") for each, number in found if not number]
    sound = [number for _, number in found if number]
    lost += [(each[0], "It is a mobile's number, which may be a person's own.") for each in sound if _mobile(each[0])]
    kept = [each for each in sound if not _mobile(each[0])]
    lost += [(each[0], "A field holds one number; the first is taken.") for each in kept[1:]]
    return Read(kept[0] if kept else None, tuple(lost))


def _mobile(number: str) -> bool:
    return cleaning.is_mobile(number)


def _text_number(text: str, _field: Field) -> Read:
    found = cleaning.phone(text)
    if not found and re.fullmatch(r"[0-9]{5,6}", cleaning.one_line(text)):
        return Read(cleaning.one_line(text))
    return Read(found[0]) if found else _no(text, "It is not a number for text messages.")


def _email(text: str, _field: Field) -> Read:
    found = cleaning.email(text)
    return Read(found) if found else _no(text, "It is not an email address.")


def _url(text: str, _field: Field) -> Read:
    found = cleaning.web_address(text)
    return Read(found) if found else _no(text, "It is not a web address that can be opened safely.")


def _hours(text: str, _field: Field) -> Read:
    found = hours(text)
    return Read(found) if found else _no(text, "These hours can mean more than one thing. Type them in by hand.")


def _age(text: str, _field: Field) -> Read:
    low = text.casefold().strip()
    months = _MONTHS.fullmatch(low)
    found = _AGE.fullmatch(low)
    if months:
        return Read(f"{int(months[1])}m")
    if found and int(found[1]) <= _OLDEST:
        return Read(f"{int(found[1])}y" + (f"{found[2]}m" if found[2] and found[2] != "0" else ""))
    return _no(text, "It is not an age.")


def _years(text: str, field: Field) -> Read:
    read = _age(text, field)
    return read if read.value is None or re.fullmatch("[0-9]+y", read.value) else _no(text, "It is not a whole year.")


def _ages(text: str, _field: Field) -> Read:
    low = " ".join(text.casefold().split()).rstrip(".")
    if low in _ANY:
        return Read("any")
    for pattern, names in ((_FROM, ("from",)), (_RANGE, ("from", "to")), (_UNDER, ("under",))):
        if (found := pattern.fullmatch(low)) and all(int(each) <= _OLDEST for each in found.groups()):
            ages = dict(zip(names, (f"{int(each)}y" for each in found.groups()), strict=True))
            return Read({**ages, "words": text} if len(text) <= 400 else ages)
    return Read(text)


def _span(text: str, _field: Field) -> Read:
    if text.casefold() == "any":
        return Read("any")
    found = _SPAN.fullmatch(text.casefold().strip())
    return Read(f"{int(found[1])}{found[2][0]}") if found else _no(text, "It is no length of time, such as 4 weeks.")


def _whole(text: str, _field: Field) -> Read:
    found = re.fullmatch(r"([0-9]{1,3})(?: ?(?:w|weeks?|wks?))?", text.casefold().strip())
    return Read(int(found[1])) if found else _no(text, "It is not a whole number of weeks.")


def _date(text: str, _field: Field) -> Read:
    bare = text.strip()[:10]
    british = re.fullmatch(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})", bare)
    try:
        if british:
            return Read(date(int(british[3]), int(british[2]), int(british[1])).isoformat())
        return Read(date.fromisoformat(bare).isoformat())
    except ValueError:
        return _no(text, "It is not a day, such as 23/11/2026.")


def _degrees(text: str, field: Field) -> Read:
    sound = re.fullmatch(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,15})?", text.strip())
    return Read(float(text)) if sound and abs(float(text)) <= field.most else _no(text, "It is not a place in degrees.")


def _yes(text: str, _field: Field) -> Read:
    """Whatever is not plainly no is taken for yes: an address that may be secret is not published."""
    return Read(None if text.casefold() in {"no", "n", "false", "0", "not secret", "public"} else True)


def _code(text: str, field: Field) -> Read:
    bare = "".join(text.split()).upper()
    return Read(bare) if bare.isalnum() and len(bare) <= field.most else _no(text, "It is no such number.")


_KINDS: dict[str, Callable[[str, Field], Read]] = {
    "line": _line,
    "lines": _lines,
    "prose": _prose,
    "address": _address,
    "postcode": _postcode,
    "phone": _phone,
    "text-number": _text_number,
    "email": _email,
    "url": _url,
    "hours": _hours,
    "age": _age,
    "years": _years,
    "ages": _ages,
    "span": _span,
    "whole": _whole,
    "date": _date,
    "degrees": _degrees,
    "yes": _yes,
    "code": _code,
}
