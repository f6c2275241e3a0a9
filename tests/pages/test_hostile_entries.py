"""Entries come from strangers: whatever they write stays text, on every page of the built site."""

import json
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from pages.sites import MKDOCS, TODAY
from pages.street import street
from rightdoor.model.area import Practice
from rightdoor.model.criteria import Criteria, Row
from rightdoor.model.directory import Directory, Tombstone
from rightdoor.model.service import Contact, Cost, Evidence, Location, Referral, Route, Sessions
from rightdoor.pages import publish, theme
from rightdoor.pages.crisis_strip import strip
from rightdoor.pages.folder import Folder
from rightdoor.pages.kinds import KINDS
from rightdoor.pages.making import put
from rightdoor.pages.site import Order
from rightdoor.pages.target import NotOurs, Target
from rightdoor.pages.verify import verify

PAYLOADS = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>",
    "<!-- <script>",
    "{{7*7}}{% for a in b %}${7*7}",
    "%%rightdoor:body%%%%rightdoor:policy%%",
    "[a](javascript:alert(1)) ![b](https://example.org/b.png) <https://example.org/c>",
    "{: onclick=alert(1) } &lt;script&gt; &#x3C;b&#x3E;",
)
TEXTS = {"name", "also_known_as", "summary", "description", "note", "words", "how", "by", "word", "then", "why"}
TEXTS |= {"phone", "phone_note", "text", "text_note", "text_relay", "email", "hours", "address", "postcode"}
TEXTS |= {"title", "dated", "crisis_note"}
LINKS = frozenset(("url", "website", "webchat", "source"))
RICH = {
    "contact": Contact(phone="01632 960 111", email="a@example.org", website="https://example.org", webchat="yes"),
    "referral": Referral(routes=(Route(("self",), "online-form", phone="1", url="https://example.org", note="n"),)),
    "criteria": Criteria(does_not_take=(Row("psychosis", "w", how="h"),), check_first=(Row("psychosis", "w"),)),
    "sessions": Sessions("up-to", 6, 12, "then"),
    "cost": Cost("free", "words"),
    "locations": (Location("name", "address", "NV1 1AA"),),
    "evidence": (Evidence(("criteria",), "https://example.org", "title", dated="June", note="note"),),
    "also_known_as": ("Formerly",),
    "description": "Some *words*.",
    "note": "note",
}


def poisoned(value: Any, payload: str, link: str = "javascript:alert(1)", field: str = "") -> Any:
    """A value of the model with the payload in every free text, and a script in the place of every address."""
    if isinstance(value, str):
        return link if field in LINKS else f"{value}{payload}" if field in TEXTS else value
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(poisoned(each, payload, link, field) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        # How somebody is referred is a code, which no page is made for before its vocabulary knows it.
        names = [each.name for each in fields(value) if (type(value), each.name) != (Route, "how")]
        return replace(value, **{name: poisoned(getattr(value, name), payload, link, name) for name in names})
    return value


def town(payload: str = "", link: str = "https://example.org/") -> Directory:
    """A town in which somebody wrote the payload wherever something can be written."""
    plain = street({"first-line": {}, "second-line": {"referral": {"via": "first-line"}}})
    line = plain.services["first-line"]
    rich = replace(line, **{**RICH, "criteria": replace(RICH["criteria"], area=line.criteria.area)})  # type: ignore[type-var,arg-type]
    area = replace(plain.areas["northvale"], crisis_note="note", practices=(Practice("The Practice"),))
    full = replace(
        plain,
        services={**plain.services, "first-line": rich},
        areas={**plain.areas, "northvale": area},
        tombstones={"old-line": Tombstone("old-line", "Old Line", "It closed.", use_instead=("first-line",))},
    )
    return replace(
        full,
        services={id: poisoned(each, payload, link) for id, each in full.services.items()},
        organizations={id: poisoned(each, payload, link) for id, each in full.organizations.items()},
        areas={id: poisoned(each, payload, link) for id, each in full.areas.items()},
        tombstones={id: poisoned(each, payload, link) for id, each in full.tombstones.items()},
    )


class Seen(HTMLParser):
    """What a browser makes of a page: its elements with the names of their attributes, its addresses, its text."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[tuple[str, ...]] = set()
        self.addresses: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add((tag, *sorted(name for name, _ in attrs)))
        self.addresses |= {str(value) for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.add(("comment",))


def built(folder: Path, directory: Directory) -> Path:
    """The site of a directory, built into a folder."""
    folder.mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(MKDOCS.replace("2026-11-23", "'2026-11-23'"))
    target = Target(folder / "site")
    with target.locked(lambda _: None):
        rendered = theme.ready(folder, target.work / "theme")
        publish.build_into(target, Order(directory, {}, TODAY, rendered, KINDS, strip))
    return target.out


def seen_in(site: Path) -> dict[str, Seen]:
    """What a browser makes of each page."""
    pages = {}
    for path in site.rglob("*.html"):
        pages[path.relative_to(site).as_posix()] = seen = Seen()
        seen.feed(path.read_text())
    return pages


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """The same town, in which nobody means harm."""
    return seen_in(built(tmp_path_factory.mktemp("harmless"), town(" indeed")))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_stranger_writes_stays_text_on_every_page(
    tmp_path: Path, harmless: dict[str, Seen], payload: str
) -> None:
    site = built(tmp_path, town(payload))
    assert verify(site) == []
    pages = seen_in(site)
    usual = set().union(*(page.elements for page in harmless.values()))
    for name, page in pages.items():
        assert page.elements <= usual, f"{name} holds {page.elements - usual}"
    assert payload in pages["services/first-line/index.html"].text
    assert payload in pages["organizations/trust/index.html"].text
    for file in (site / "data").rglob("*.json"):
        json.loads(file.read_text())


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,<script>", "//example.com/", " jAvascript:x"])
def test_an_address_that_runs_something_is_never_a_link(tmp_path: Path, link: str) -> None:
    for name, page in seen_in(built(tmp_path, town("", link))).items():
        runs = [each for each in page.addresses if each.strip().lower().startswith(("javascript:", "data:", "//"))]
        assert not runs, f"{name} links to {runs}"


@pytest.mark.parametrize("name", ["../x/index.html", "/etc/x", "services/../../x", "a\\..\\x"])
def test_no_page_is_written_outside_the_site(tmp_path: Path, name: str) -> None:
    folder = Folder(tmp_path / "next", tmp_path / "notes")
    folder.begin()
    with pytest.raises(NotOurs, match="outside the site"):
        put(name, b"x", folder, folder)
