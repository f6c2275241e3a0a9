"""A crisis route in one breath: a name and a number, where nothing that the name says already is said again."""

import re
from typing import NamedTuple

from rightdoor.model.service import Service

_BRACKET = re.compile(r" *(\([^()]*\))\Z")
_EDGES = " ,;:–-"


class Said(NamedTuple):
    """A name but its last word, that word, which stands beside the number, the number, and what is said after it.

    Without a number the route is one to text, and the words of its record say how.
    """

    who: str
    last: str
    number: str
    after: str


def said_of(service: Service, name: str) -> Said:
    """How a route is called and reached, in the words of its record."""
    contact = service.contact
    mark = " (made up)" if service.fictional else ""
    if not contact.phone:
        return _said(_without(name, contact.text or "") + mark + ":", "", "")
    if found := _as_word(contact.phone, name):
        rest, bracket = _bracket_of(name[found.end() :])
        return _said(
            name[: found.start()].strip(), contact.phone, _after(rest, bracket + mark, contact.phone_note or "")
        )
    return _said(f"{name}{mark}:", contact.phone, f", {contact.phone_note}" if contact.phone_note else "")


def _said(name: str, number: str, after: str) -> Said:
    who, _, last = name.rpartition(" ")
    return Said(who, last, number, after)


def _as_word(number: str, name: str) -> re.Match[str] | None:
    return re.search(rf"(?<![0-9A-Za-z]){re.escape(number)}(?![0-9A-Za-z])", name)


def _without(name: str, number: str) -> str:
    """A name without the number that it ends with; one that is nothing but the number keeps it."""
    return name.removesuffix(f" {number}") if number else name


def _bracket_of(rest: str) -> tuple[str, str]:
    """What a name says after its number, and the brackets that it ends with."""
    found = _BRACKET.search(rest)
    return (rest[: found.start()], f" {found[1]}") if found else (rest, "")


def _after(rest: str, bracket: str, note: str) -> str:
    """What follows the number: the note alone where it holds what the name goes on to say."""
    again = rest.strip(_EDGES).casefold() in note.casefold()
    return f"{bracket if again else rest + bracket}{f', {note}' if note else ''}"
