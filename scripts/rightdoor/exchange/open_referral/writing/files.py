"""The whole feed as files by their address within it: what a program reads, one after the other, from any host."""

from collections.abc import Iterator

from rightdoor.exchange.open_referral.writing import organizations, services, terms
from rightdoor.exchange.open_referral.writing.pages import ROOT, page_of, text_of
from rightdoor.exchange.open_referral.writing.parts import Json
from rightdoor.exchange.words import Say
from rightdoor.model.directory import Directory

FILE = "index.json"


def feed_files(directory: Directory, say: Say, confidential: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the feed of a directory; `say` gives the words of a service."""
    grammar = directory.grammar
    listed = [directory.services[id] for id in sorted(directory.services)]
    yield FILE, text_of(ROOT)
    yield _list("services", [services.service_in_list(each, directory) for each in listed])
    for each in listed:
        yield _one("services", services.service_object(each, directory, say(each), confidential))
    owners = [organizations.organization(each, grammar) for _, each in sorted(directory.organizations.items())]
    places = [place for each in listed for place in services.places(each, directory, confidential)]
    lists = {
        "organizations": owners,
        "taxonomies": terms.taxonomies(grammar),
        "taxonomy_terms": terms.terms(grammar),
        "service_at_locations": places,
    }
    for name, found in lists.items():
        yield _list(name, found)
        yield from (_one(name, each) for each in found)


def _list(name: str, found: list[Json]) -> tuple[str, bytes]:
    return f"{name}/{FILE}", text_of(page_of(found))


def _one(name: str, found: Json) -> tuple[str, bytes]:
    return f"{name}/{found['id']}/{FILE}", text_of(found)
