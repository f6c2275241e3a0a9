"""What the interface of a feed answers: an address and its questions in, a status and an object out.

A question that is not understood is refused. Ignored, it would give services that nobody asked for. A service that has
not said something is never among those that were asked for by it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

from rightdoor.exchange.open_referral.writing import organizations, services, terms
from rightdoor.exchange.open_referral.writing.pages import ROOT, page_of
from rightdoor.exchange.open_referral.writing.parts import Json
from rightdoor.exchange.words import Say
from rightdoor.model.directory import Directory

PER_PAGE, MOST_PER_PAGE = 50, 500
_OLDEST = 150

Questions = Sequence[tuple[str, str]]


class Feed(NamedTuple):
    """Everything there is to answer with: `lists` as they are listed, and the whole of each object by its id."""

    lists: Mapping[str, Sequence[Json]]
    whole: Mapping[str, Mapping[str, Json]]


class Answer(NamedTuple):
    """An HTTP status, and the object or the sentence that goes with it."""

    status: int
    value: Json


class _Wrong(ValueError):
    """A question that is not understood; the message is for people."""


def feed_of(directory: Directory, say: Say, confidential: str) -> Feed:
    """The feed of a directory; `say` gives the words of a service."""
    records = [directory.services[id] for id in sorted(directory.services)]
    lists = {
        "services": [services.service_in_list(each, directory) for each in records],
        "organizations": [
            organizations.organization(each, directory.grammar) for _, each in sorted(directory.organizations.items())
        ],
        "taxonomies": terms.taxonomies(directory.grammar),
        "taxonomy_terms": terms.terms(directory.grammar),
        "service_at_locations": [place for each in records for place in services.places(each, directory, confidential)],
    }
    found = (services.service_object(each, directory, say(each), confidential) for each in records)
    whole = {name: _by_id(rows) for name, rows in lists.items()}
    return Feed(lists, {**whole, "services": _by_id(found)})


def answer(feed: Feed, path: str, questions: Questions) -> Answer:
    """What is answered to a request; 400 for a question that is not understood, 404 for what is not there."""
    parts = [each for each in path.split("/") if each]
    try:
        if not parts:
            _only(questions, ())
            return Answer(200, ROOT)
        name, *rest = parts
        if name not in feed.lists or len(rest) > 1:
            return _missing(f"There is nothing at {path}. There are: {', '.join(feed.lists)}.")
        if rest:
            _only(questions, ())
            found = feed.whole[name].get(rest[0].lower())
            return Answer(200, found) if found else _missing(f"{name} has nothing with the id {rest[0]}.")
        return Answer(200, _list(feed, name, questions))
    except _Wrong as wrong:
        return Answer(400, {"error": str(wrong)})


def _missing(words: str) -> Answer:
    return Answer(404, {"error": words})


def _by_id(rows: Iterable[Json]) -> dict[str, Json]:
    return {each["id"]: each for each in rows}


def _list(feed: Feed, name: str, questions: Questions) -> Json:
    asked = dict(questions)
    known = ("page", "per_page", *(_FILTERS if name == "services" else ()))
    _only(questions, known)
    page, size = _whole(asked, "page", 1, None), _whole(asked, "per_page", PER_PAGE, MOST_PER_PAGE)
    rows: Sequence[Json] = feed.lists[name]
    if name == "services":
        tests = [_FILTERS[each](said.strip()) for each, said in questions if each in _FILTERS]
        rows = [each for each in rows if all(test(feed.whole[name][each["id"]]) for test in tests)]
    return page_of(rows, page, size)


def _only(questions: Questions, known: Sequence[str]) -> None:
    names = [name for name, _ in questions]
    for name in names:
        if name not in known:
            can = f"There are: {', '.join(known)}." if known else "Nothing can be asked here."
            raise _Wrong(f"{name} is not known. {can}")
        if names.count(name) > 1:
            raise _Wrong(f"{name} is asked twice.")


def _whole(asked: Mapping[str, str], name: str, otherwise: int, most: int | None) -> int:
    said = asked.get(name)
    if said is None:
        return otherwise
    if not (said.isascii() and said.isdecimal() and len(said) < 10) or not int(said):
        raise _Wrong(f"{name} must be a whole number from 1, not {said!r}.")
    return min(int(said), most or int(said))


_Test = Callable[[Json], bool]


def _search(said: str) -> _Test:
    """Every word stands somewhere in its names or what it is."""
    words = said.casefold().split()
    if not words:
        raise _Wrong("search must hold a word.")
    return lambda each: all(word in _text(each) for word in words)


def _text(service: Json) -> str:
    fields = ("name", "alternate_name", "description")
    return " ".join(service.get(each, "") for each in fields).casefold()


def _term(name: str, field: str) -> Callable[[str], _Test]:
    """One of these ids, with commas between them, is in this field of a term that the service says."""

    def made(said: str) -> _Test:
        ids = {_uuid(each, name) for each in said.split(",")}
        return lambda each: any(row["taxonomy_term"][field] in ids for row in each.get("attributes", ()))

    return made


def _organization(said: str) -> _Test:
    id = _uuid(said, "organization_id")
    return lambda each: each.get("organization_id") == id


def _from_age(said: str) -> _Test:
    """It takes somebody of this age or older: 0 to no end where it said that it takes any age."""
    age = _years(said, "minimum_age")
    return lambda each: _says_ages(each) and bool(each.get("maximum_age", _OLDEST) >= age)


def _to_age(said: str) -> _Test:
    """It takes somebody of this age or younger."""
    age = _years(said, "maximum_age")
    return lambda each: _says_ages(each) and bool(each.get("minimum_age", 0) < age + 1)


def _says_ages(service: Json) -> bool:
    return "minimum_age" in service or "maximum_age" in service


def _modified(said: str) -> _Test:
    try:
        moment = datetime.fromisoformat(said.replace(" ", "+"))
    except ValueError:
        raise _Wrong(f"modified_after must be a date or a time such as 2026-11-01T09:00:00Z, not {said!r}.") from None
    after = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return lambda each: "last_modified" in each and datetime.fromisoformat(each["last_modified"]) > after


def _years(said: str, name: str) -> int:
    if not (said.isascii() and said.isdecimal()) or int(said[:4]) > _OLDEST:
        raise _Wrong(f"{name} must be an age in years from 0 to {_OLDEST}, not {said!r}.")
    return int(said)


def _uuid(said: str, name: str) -> str:
    try:
        return str(UUID(said.strip()))
    except ValueError:
        raise _Wrong(f"{name} must be a UUID, not {said.strip()!r}.") from None


_FILTERS: Mapping[str, Callable[[str], _Test]] = {
    "search": _search,
    "taxonomy_term_id": _term("taxonomy_term_id", "id"),
    "taxonomy_id": _term("taxonomy_id", "taxonomy_id"),
    "organization_id": _organization,
    "minimum_age": _from_age,
    "maximum_age": _to_age,
    "modified_after": _modified,
}
