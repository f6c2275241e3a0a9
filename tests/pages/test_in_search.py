"""What a search engine shows of each page: a title and a description to choose by, and nothing that gives away."""

import re
from collections import defaultdict
from datetime import date
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

from pages.street import GRAMMAR, HERE, view_of
from rightdoor.model.vocabulary import Term
from rightdoor.pages import area_list_page, area_page, organization_page, publish, service_page
from rightdoor.pages.discreet_words import telling
from rightdoor.pages.head import DISCREET_DESCRIPTION, DISCREET_TITLE, TITLE_ROOM
from rightdoor.pages.in_search import LONGEST, SHORTEST, term_description


class Head(NamedTuple):
    """What the head of a page says, and whether a search engine may list the page."""

    title: str
    description: str
    shared: dict[str, str]
    listed: bool


def head_of(html: str) -> Head:
    head = html.partition("</head>")[0]
    title = re.search(r"<title>(.*?)</title>", head)
    description = re.search(r'<meta name="description" content="([^"]*)"', head)
    shared = dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)"', head))
    return Head(
        unescape(title[1]) if title else "",
        unescape(description[1]) if description else "",
        {name: unescape(words) for name, words in shared.items()},
        '<meta name="robots" content="noindex">' not in head,
    )


@pytest.fixture(scope="module")
def heads(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Head]:
    """The heads of all pages of the real site, by file."""
    out = tmp_path_factory.mktemp("site") / "site"
    report = publish.build(root, out, date(2026, 11, 23))
    assert report.published, report.message
    return {path.relative_to(out).as_posix(): head_of(path.read_text("utf-8")) for path in out.rglob("*.html")}


@pytest.fixture(scope="module")
def listed(heads: dict[str, Head]) -> dict[str, Head]:
    """Those of the pages that a search engine may list."""
    return {name: head for name, head in heads.items() if head.listed}


def is_discreet(head: Head) -> bool:
    return head.title.startswith(DISCREET_TITLE)


def test_most_pages_may_be_listed(heads: dict[str, Head], listed: dict[str, Head]) -> None:
    kept_out = {
        name.rpartition("/")[0].rpartition("/")[2] for name in heads.keys() - listed.keys() if "services/" in name
    }
    assert len(listed) > 800
    assert {"refer", "patient"} <= kept_out


def test_every_page_has_a_title_that_a_search_result_shows_whole(listed: dict[str, Head]) -> None:
    long = {name: head.title for name, head in listed.items() if len(head.title) > TITLE_ROOM}
    assert all(head.title for head in listed.values())
    with_more = [title for title in long.values() if " – Rightdoor" in title or ": " in title]
    assert with_more == [], "a name that fills a title by itself stands alone"
    assert len(long) <= len(listed) // 50, long


def test_every_page_has_a_description_neither_too_short_nor_cut(listed: dict[str, Head]) -> None:
    lengths = {name: len(head.description) for name, head in listed.items()}
    assert {name: each for name, each in lengths.items() if not SHORTEST <= each <= LONGEST} == {}


def test_no_two_pages_say_the_same(listed: dict[str, Head]) -> None:
    pages = defaultdict(list)
    for name, head in listed.items():
        if not is_discreet(head):
            pages[head.title, head.description].append(name)
    assert [names for names in pages.values() if len(names) > 1] == []


def test_pages_that_nobody_lists_have_a_title_and_a_description_too(heads: dict[str, Head]) -> None:
    lacking = [name for name, head in heads.items() if not head.title or not head.description]
    assert lacking == ["404.html"]


def test_discreet_pages_all_say_the_same(heads: dict[str, Head]) -> None:
    discreet = {head[:2] for head in heads.values() if is_discreet(head)}
    assert discreet == {(f"{DISCREET_TITLE} – Rightdoor", DISCREET_DESCRIPTION)}


def test_no_title_and_no_description_of_a_page_says_what_a_discreet_service_is_for(listed: dict[str, Head]) -> None:
    words, phrases = telling(GRAMMAR)
    open_labels = [each.label.casefold() for each in GRAMMAR["needs"] if not each.discreet]
    found = {}
    for name, head in listed.items():
        text = f"{head.title} {head.description}".casefold()
        for label in open_labels:
            text = text.replace(label, "")
        told = words.intersection(re.findall(r"[a-z0-9]+", text)).union(each for each in phrases if each in text)
        if told:
            found[name] = told
    assert found == {}


def test_a_page_about_a_made_up_place_says_so(listed: dict[str, Head]) -> None:
    own = [head for name, head in listed.items() if name.startswith(("areas/northvale/", "services/northvale-"))]
    named = [head for head in own if not is_discreet(head)]
    assert len(named) > 60
    assert [head for head in named if "made up" not in f"{head.title} {head.description}".casefold()] == []


def test_no_description_tells_a_wait_since_copies_of_it_grow_old(listed: dict[str, Head]) -> None:
    told = re.compile(r"\babout [0-9]+ weeks?\b|\bless than a week\b|\bwait(?:s|ing)? (?:is|are|times?)\b")
    assert [head for head in listed.values() if told.search(head.description)] == []


def test_what_a_shared_link_shows_is_what_a_search_shows(heads: dict[str, Head]) -> None:
    for name, head in heads.items():
        if not head.listed:
            assert head.shared == {}, name
        else:
            assert head.title.removesuffix(" – Rightdoor") == head.shared["og:title"], name
            assert head.description == head.shared["og:description"], name
            assert "og:image" not in head.shared, "nobody has said where the site will lie"


def described(**fields: object) -> tuple[str, str]:
    made = view_of({"the-service": {"name": "The Service", **fields}})
    page = service_page.page(made, "the-service")
    return page.title, page.description


def test_a_service_says_its_place_and_whom_it_may_take() -> None:
    title, description = described(
        criteria={"age": {"from": "18y"}, "severity": {"from": "mild", "to": "moderate"}, "area": HERE},
        referral={"routes": [{"who": ["self", "gp"], "how": "phone", "phone": "01632 960 111"}]},
    )
    assert title == "The Service, Northvale: who it takes"
    assert description.startswith(
        "May take people aged 18 and over, with mild to moderate problems, registered with a GP practice in Northvale."
    )
    assert "You can get in touch yourself." in description


def test_what_nobody_has_said_is_called_not_known() -> None:
    _, description = described()
    assert "Not known: age and severity." in description
    assert "any age" not in description and "everyone" not in description


def test_a_service_that_takes_nobody_just_now_says_so_first() -> None:
    _, description = described(intake="waiting-list-closed", criteria={"age": {"from": "18y"}, "area": HERE})
    assert description.startswith("Waiting list closed. May take people aged 18 and over")


def test_whoever_may_not_refer_themselves_is_not_told_that_they_may() -> None:
    _, description = described(
        criteria={"age": "any", "severity": "any", "area": HERE},
        referral={"routes": [{"who": ["gp"], "how": "phone", "phone": "01632 960 111"}]},
    )
    assert "yourself" not in description
    assert "Referred by: GP." in description


def test_a_crisis_line_says_what_it_does_and_never_that_something_is_unknown() -> None:
    page = service_page.page(view_of({"samaritans": {"summary": "Somebody listens, day and night."}}), "samaritans")
    assert page.title == "Samaritans: how to get in touch"
    assert page.description.startswith("Somebody listens, day and night.")
    assert "not known" not in page.description.casefold()


def test_lists_and_organisations_never_name_a_discreet_service() -> None:
    made = view_of(
        {
            "harbour": {"name": "Harbour", "type": "domestic-abuse-service", "needs": ["domestic-abuse", "anxiety"]},
            "talk": {"name": "Talk", "needs": ["anxiety"]},
        }
    )
    for page in (
        area_list_page.need_page(made, "northvale/anxiety"),
        organization_page.page(made, "trust"),
    ):
        assert "Talk" in page.description and "Harbour" not in page.description


def test_a_description_that_is_too_long_ends_at_a_word_and_shows_that_it_was_cut() -> None:
    description = term_description(view_of({}), Term("long", "Long", description="word " * 40))
    assert len(description) <= LONGEST
    assert description.endswith(" word…")


def test_an_area_says_what_is_listed_there() -> None:
    page = area_page.page(view_of({}), "northvale")
    assert page.title == "Northvale: mental health services and who they take"


def test_whom_alone_a_service_takes_is_said_before_a_long_description_is_cut(listed: dict[str, Head]) -> None:
    told = listed["services/northvale-veterans/index.html"].description
    assert "aged 18 and over, only veterans of the armed forces" in told
    cut = {name: head.description for name, head in listed.items() if head.description.endswith("…")}
    assert cut, "no description is long enough to be cut"
    assert [name for name, words in cut.items() if re.search(r"(, only|\bonly [^,]*)…$", words)] == []
