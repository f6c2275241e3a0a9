"""What changed, as feeds of an area and of the whole directory, and in the sitemap: from a real history in git."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from histories import commit, day
from pages.sites import build, contents
from pages.street import section
from pages.told import ATOM, FEED, entries, line, page_of, tell, words, write
from rightdoor.changes.days import KINDS
from small_project import service


@pytest.fixture
def told(tmp_path: Path) -> Path:
    return tell(tmp_path)


def test_the_feed_is_atom_with_everything_it_must_have(told: Path) -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2 (read on 23 November 2026)."""
    build(told)
    feed = ElementTree.fromstring((told / "site" / FEED).read_bytes())
    assert feed.tag == f"{ATOM}feed"
    for each in (feed, *feed.findall(f"{ATOM}entry")):
        assert words(each, "title")
        assert words(each, "id").startswith("urn:uuid:")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", words(each, "updated"))
        assert each.findall(f"{ATOM}link[@rel='alternate']")
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Valeland"
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"https://valeland.example.org/{FEED}"  # type: ignore[union-attr]
    ids = [words(each, "id") for each in entries(told)]
    assert len(set(ids)) == len(ids)


def test_the_feed_tells_the_latest_first_and_what_closed(told: Path) -> None:
    build(told)
    titles = [words(each, "title") for each in entries(told)]
    assert titles[0] == "Help & <Line>: closed; use Valeland Line instead"
    assert titles[1].startswith("Valeland Line: no longer takes people under 18; its own words about ages changed")
    assert titles[2] == (
        "Valeland Line: taking referrals: open to referrals → paused; "
        "by phone (the person), phone number changed; phone changed"
    )
    assert sorted(titles[3:]) == ["Help & <Line>: new in the directory", "Valeland Line: new in the directory"]


def test_entries_keep_their_ids_from_build_to_build(told: Path) -> None:
    build(told)
    before = {words(each, "title"): words(each, "id") for each in entries(told)}
    write(told, line("{from: 16y}"))
    commit(told, day(11, 5))
    build(told)
    after = {words(each, "title"): words(each, "id") for each in entries(told)}
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()


def test_every_link_of_a_feed_leads_to_a_page_of_the_site(told: Path) -> None:
    build(told)
    for each in entries(told):
        [link] = each.findall(f"{ATOM}link")
        place = str(link.get("href")).removeprefix("https://valeland.example.org/")
        assert (told / "site" / place / "index.html").is_file()


def test_a_feed_of_a_site_that_does_not_know_its_address_has_links_from_where_it_lies(told: Path) -> None:
    settings = told / "mkdocs.yml"
    settings.write_text(settings.read_text().partition("\n")[2])
    build(told)
    feed = ElementTree.fromstring((told / "site" / FEED).read_bytes())
    assert feed.find(f"{ATOM}link[@rel='self']") is None
    assert {each.get("href") for each in feed.iter(f"{ATOM}link")} <= {
        "../../areas/valeland/",
        "../../services/valeland-line/",
        "../../services/help-line/",
    }


def test_a_discreet_service_is_neither_named_nor_described_in_a_feed(told: Path) -> None:
    refuge = service(name="Rose House", type="domestic-abuse-service", needs="[domestic-abuse]").replace(
        "960 111", "960 774"
    )
    write(told, refuge, "directory/services/national/rose-house.yaml")
    commit(told, day(11, 5))
    write(told, refuge.replace("age: any", "age: {from: 18y}"), "directory/services/national/rose-house.yaml")
    commit(told, day(11, 6))
    assert build(told).published
    for name in (FEED, "changes/new.xml", "changes/changed.xml"):
        feed = (told / "site" / name).read_text()
        assert "Support service" in feed
        assert "Rose House" not in feed
        assert "abuse" not in feed
    first = entries(told)[0]
    assert words(first, "title") == "Support service"
    assert words(first, "content") == "What this service publishes has changed."
    assert "Rose House" not in section(page_of(told, "areas/valeland/index.html"), "changed")
    assert "No longer takes people under 18" in section(page_of(told, "services/rose-house/index.html"), "changed")


def test_the_whole_directory_has_feeds_of_what_is_new_what_changed_and_what_closed(told: Path) -> None:
    build(told)
    titles = {kind: [words(each, "title") for each in entries(told, f"changes/{kind}.xml")] for kind in KINDS}
    assert titles["closed"] == ["Help & <Line>: closed; use Valeland Line instead"]
    assert sorted(titles["new"]) == ["Help & <Line>: new in the directory", "Valeland Line: new in the directory"]
    assert len(titles["changed"]) == 2
    assert titles["changed"][0].startswith("Valeland Line: no longer takes people under 18")


def test_feeds_of_the_whole_directory_are_atom_and_their_entries_are_those_of_the_areas(told: Path) -> None:
    build(told)
    feeds = [ElementTree.fromstring((told / "site" / f"changes/{kind}.xml").read_bytes()) for kind in KINDS]
    assert [words(each, "title") for each in feeds] == [
        "New services: Valeland",
        "What changes in services: Valeland",
        "Services that closed or are no longer listed: Valeland",
    ]
    ids = {words(each, "id") for each in feeds}
    assert len(ids) == len(KINDS) and all(each.startswith("urn:uuid:") for each in ids)
    assert feeds[0].find(f"{ATOM}link[@rel='self']").get("href") == "https://valeland.example.org/changes/new.xml"  # type: ignore[union-attr]
    told_of_all = {words(entry, "id") for each in feeds for entry in each.findall(f"{ATOM}entry")}
    assert told_of_all == {words(each, "id") for each in entries(told)}


def test_a_feed_of_the_whole_directory_is_made_again_only_when_something_in_it_happened(told: Path) -> None:
    build(told)
    before = contents(told / "site")
    write(told, line("{from: 16y}"))
    commit(told, day(11, 5))
    build(told)
    after = contents(told / "site")
    assert {name for name in after if name.startswith("changes/") and after[name] != before[name]} == {
        "changes/changed.xml"
    }


def test_the_sitemap_says_when_an_entry_last_changed_and_of_other_pages_nothing(told: Path) -> None:
    build(told)
    listed = (told / "site" / "sitemap.xml").read_text()
    line_of = "<url><loc>https://valeland.example.org/services/valeland-line/</loc><lastmod>2026-10-03</lastmod></url>"
    assert line_of in listed
    assert listed.count("<lastmod>") == 1
    assert "<url><loc>https://valeland.example.org/areas/valeland/</loc></url>" in listed
