"""The feed of Open Referral, as files of the site: one for each object and list, at the addresses of its interface."""

from collections.abc import Iterator

from rightdoor.exchange.open_referral.writing import organizations, pages, services, terms
from rightdoor.exchange.open_referral.writing.files import FILE
from rightdoor.exchange.open_referral.writing.parts import Json
from rightdoor.matching.in_prose import say
from rightdoor.pages.exchange_words import words_of
from rightdoor.pages.page import DataFile, Kind
from rightdoor.pages.view import View

FOLDER = "data/open-referral/"
ADDRESS = f"{FOLDER}{FILE}"
"""Where the feed begins."""

_LISTS = ("services", "organizations", "taxonomies", "taxonomy_terms", "service_at_locations")


def root_keys(_view: View) -> Iterator[str]:
    """The one file."""
    yield ""


def root(_view: View, _key: str) -> DataFile:
    """What the feed says of itself."""
    return DataFile(ADDRESS, pages.text_of(pages.ROOT))


def list_keys(_view: View) -> Iterator[str]:
    """Every list."""
    yield from _LISTS


def list_file(view: View, key: str) -> DataFile:
    """One list, on one page: a static host cannot be asked for the next."""
    return DataFile(f"{FOLDER}{key}/{FILE}", pages.text_of(pages.page_of(_listed(view, key))))


def service_keys(view: View) -> Iterator[str]:
    """Every service."""
    yield from view.whole.services


def service_file(view: View, key: str) -> DataFile:
    """One service with all that is said of it."""
    service = view.directory.services[key]
    words = words_of(service, view.directory)
    return _one("services", services.service_object(service, view.directory, words, _confidential(view)))


def organization_keys(view: View) -> Iterator[str]:
    """Every organization."""
    yield from view.whole.organizations


def organization_file(view: View, key: str) -> DataFile:
    """One organization."""
    record = view.directory.organizations[key]
    return _one("organizations", organizations.organization(record, view.directory.grammar))


def place_keys(view: View) -> Iterator[str]:
    """Every place of every service, by the service and its id."""
    for service in view.whole.services.values():
        if service.locations:
            found = services.places(service, view.whole, _confidential(view))
            yield from (f"{service.id}/{each['id']}" for each in found)


def place_file(view: View, key: str) -> DataFile:
    """That one service is given at one place."""
    service, _, id = key.partition("/")
    found = services.places(view.directory.services[service], view.directory, _confidential(view))
    return _one("service_at_locations", next(each for each in found if each["id"] == id))


def word_keys(view: View) -> Iterator[str]:
    """Every list of words, and every term of it."""
    for name in terms.LISTS:
        yield name
        yield from (f"{name}/{each.code}" for each in view.whole.grammar[name])


def word_file(view: View, key: str) -> DataFile:
    """One list of words, or one term."""
    name, _, code = key.partition("/")
    grammar = view.directory.grammar
    if code:
        return _one("taxonomy_terms", terms.term(name, code, grammar))
    return _one("taxonomies", terms.taxonomy(name, grammar))


def _listed(view: View, name: str) -> list[Json]:
    directory, grammar = view.directory, view.directory.grammar
    if name == "taxonomies":
        return terms.taxonomies(grammar)
    if name == "taxonomy_terms":
        return terms.terms(grammar)
    if name == "organizations":
        ids = sorted(view.whole.organizations)
        return [organizations.organization(directory.organizations[each], grammar) for each in ids]
    records = [directory.services[each] for each in sorted(view.whole.services)]
    if name == "services":
        return [services.service_in_list(each, directory) for each in records]
    confidential = _confidential(view)
    return [place for each in records for place in services.places(each, directory, confidential)]


def _one(name: str, found: Json) -> DataFile:
    return DataFile(f"{FOLDER}{name}/{found['id']}/{FILE}", pages.text_of(found))


def _confidential(view: View) -> str:
    return say("confidential", view.whole.grammar)


DATA = (
    Kind("open-referral", root_keys, root),
    Kind("open-referral-list", list_keys, list_file),
    Kind("open-referral-service", service_keys, service_file),
    Kind("open-referral-organization", organization_keys, organization_file),
    Kind("open-referral-place", place_keys, place_file),
    Kind("open-referral-words", word_keys, word_file),
)
