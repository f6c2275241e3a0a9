"""Facts of a service that are data here where the feed says them plainly: ages, hours, languages, access."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rightdoor.exchange.open_referral.contact import places_of
from rightdoor.exchange.open_referral.plain import prose_of, rows_of, short, text_of
from rightdoor.exchange.open_referral.schedules import hours_of
from rightdoor.exchange.tables.terms import term_code
from rightdoor.model.draft import Lost
from rightdoor.model.vocabulary import Vocabulary

_OLDEST = 120
SCHEDULES = ("schedules", "regular_schedules", "regular_schedule")
ELIGIBILITIES = ("eligibilities", "eligibilitys")
_ACCESSIBILITY = ("accessibility", "accessibility_for_disabilities")


@dataclass(frozen=True, slots=True)
class Knowing:
    """What has to be known to be certain: the lists of languages and of access, and which day it is."""

    languages: Vocabulary | None = None
    access: Vocabulary | None = None
    today: date | None = None


def ages_of(value: Mapping[str, Any], lost: list[Lost]) -> dict[str, str]:
    """The ages that are numbers and can be; -1 and 0 stand for none in real feeds.

    Version 1.0 says them in rows of their own: where there are several, it is not certain what they mean together.
    """
    found = _ages(value, lost)
    rows = [each for name in ELIGIBILITIES for each in rows_of(value.get(name))]
    aged = [each for each in rows if _says(each.get("minimum_age")) or _says(each.get("maximum_age"))]
    if found or not aged:
        return found
    if len(rows) == 1:
        return _ages(rows[0], lost)
    lost.append(Lost("eligibilities", short(aged), "There are several, and what they mean together is not certain."))
    return {}


def _ages(value: Mapping[str, Any], lost: list[Lost]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, field in (("minimum_age", "from"), ("maximum_age", "to")):
        age = value.get(name)
        if not _says(age):
            continue
        if isinstance(age, int | float) and age == int(age) and 0 < age <= _OLDEST:
            found[field] = f"{int(age)}y"
        else:
            lost.append(Lost(name, short(age), "It is no age in whole years."))
    if len(found) == 2 and int(found["from"][:-1]) > int(found["to"][:-1]):
        lost.append(Lost("maximum_age", found["to"], "The oldest age is lower than the youngest, so neither is taken."))
        return {}
    return found


def _says(age: Any) -> bool:
    return age not in (None, "", -1, 0) and not isinstance(age, bool)


def eligibility_words(value: Mapping[str, Any]) -> str:
    """What version 1.0 says in words of whom a service takes."""
    rows = (each for name in ELIGIBILITIES for each in rows_of(value.get(name)))
    return "\n".join(dict.fromkeys(filter(None, (prose_of(each.get("eligibility")) for each in rows))))


def hours_there(value: Mapping[str, Any], knowing: Knowing, lost: list[Lost]) -> str | None:
    """The hours of the service; those of its one place where it says none. Hours of a building are not its own."""
    own = _schedules(value)
    at_places = rows_of(value.get("service_at_locations"))
    only = _schedules(at_places[0]) if len(at_places) == 1 and not own else []
    others = [row for place in places_of(value) for row in _schedules(place) if row not in only]
    if others:
        lost.append(Lost("schedules", short(others), "Hours of a place may not be those of the service."))
    if value.get("holiday_schedules"):
        lost.append(Lost("holiday_schedules", short(value["holiday_schedules"]), "Type them in by hand."))
        return None
    return hours_of(own or only, knowing.today, lost)


def _schedules(value: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [row for name in SCHEDULES for row in rows_of(value.get(name))]


def languages_of(value: Mapping[str, Any], knowing: Knowing, lost: list[Lost]) -> list[str]:
    """The languages in which it is given, as codes of our list."""
    found = []
    for each in rows_of(value.get("languages")):
        said = [text_of(each.get(name)) for name in ("code", "name", "language")]
        codes = {code for one in said if one for code in [_language(one, knowing.languages)]}
        if not any(said):
            continue
        if len(codes) == 1 and (code := next(iter(codes))) and not text_of(each.get("note")):
            found.append(code)
        else:
            why = "Words beside it may limit it." if codes - {None} and len(codes) == 1 else "It is not in our list."
            lost.append(Lost("languages", short({**each, "id": ""}), f"{why} Type it in by hand."))
    return list(dict.fromkeys(found))


def _language(said: str, languages: Vocabulary | None) -> str | None:
    """The code of a language; of en-GB that of the language, since a region changes none of our list."""
    if languages is None:
        return None
    parts = said.split("-")
    region = len(parts) == 2 and len(parts[1]) == 2 and parts[1].isalpha() and parts[0].islower()
    return term_code(said, languages) or (parts[0] if region and parts[0] in languages else None)


def access_of(value: Mapping[str, Any], knowing: Knowing, lost: list[Lost]) -> list[str]:
    """What makes its one place possible for people, as codes of our list; prose of it is said to be lost."""
    found = []
    places = len({id(each) for each in places_of(value) if _is_place(each)})
    for row in (row for place in places_of(value) for name in _ACCESSIBILITY for row in rows_of(place.get(name))):
        words = list(_about(row))
        code = term_code(words[0], knowing.access) if len(words) == 1 and knowing.access else None
        if code and places == 1:
            found.append(code)
        elif words:
            lost.append(Lost("accessibility", "; ".join(words)[:80], "It is prose: type in by hand what it means."))
    return list(dict.fromkeys(found))


def _is_place(each: Mapping[str, Any]) -> bool:
    return "location" not in each


def _about(row: Mapping[str, Any]) -> Iterator[str]:
    """What a row says, each thing once."""
    said = (" ".join(prose_of(row.get(name)).split()) for name in ("accessibility", "description", "details"))
    yield from dict.fromkeys(filter(None, said))
