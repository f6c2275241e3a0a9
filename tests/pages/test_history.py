"""What changed, on the page of a service and on the page of an area: from a real history in git."""

from dataclasses import replace
from pathlib import Path

import pytest

from histories import begin, commit, day, git
from pages.sites import TODAY, build, contents, project
from pages.street import section, text_of
from pages.told import FEED, entries, line, page_of, tell, write
from rightdoor.changes.days import KINDS
from rightdoor.pages import history as histories_of
from rightdoor.pages import publish
from rightdoor.pages.history import history
from rightdoor.records.load import load


@pytest.fixture
def told(tmp_path: Path) -> Path:
    return tell(tmp_path)


def test_the_page_of_a_service_says_since_when_it_no_longer_takes_whom(told: Path) -> None:
    assert build(told).published
    changed = section(page_of(told), "changed")
    assert changed.startswith(
        "What changed Since 3 October 2026 No longer takes people under 18 Its own words about ages changed"
    )
    assert "Taking referrals: paused → open to referrals Since 2 September 2026" in changed
    assert changed.index("2 September 2026") < changed.index("open to referrals → paused")


def test_a_service_whose_criteria_never_changed_says_since_when_it_is_entered(tmp_path: Path) -> None:
    root = project(begin(tmp_path / "valeland"))
    commit(root, day(8, 1))
    build(root)
    changed = section(page_of(root), "changed")
    assert "No change in whom it takes is known since it was entered on 1 August 2026." in changed


def test_nothing_that_was_typed_and_taken_away_is_shown_again(told: Path) -> None:
    """A former number may be wrong: none of those that entries once had is anywhere in the site."""
    build(told)
    for name, content in contents(told / "site").items():
        assert b"960 771" not in content, name
        assert b"960 772" not in content, name


def test_the_page_of_an_area_lists_the_latest_and_leads_to_the_feed(told: Path) -> None:
    build(told)
    page = page_of(told, "areas/valeland/index.html")
    head = page.partition("</head>")[0]
    link = '<link rel="alternate" type="application/atom+xml" title="What changes"'
    assert f'{link} href="../../areas/valeland/changes.xml">' in head
    changed = section(page, "changed")
    assert "4 November 2026 Help & <Line>: closed; use Valeland Line instead" in changed
    assert "Follow what changes in Valeland" in changed
    assert 'href="../../areas/valeland/changes.xml"' in page.partition('id="changed"')[2]


@pytest.mark.parametrize("how", ["no git", "shallow"])
def test_a_build_without_the_history_says_so_and_stops_nothing(told: Path, tmp_path: Path, how: str) -> None:
    if how == "shallow":
        git(tmp_path, "clone", "--quiet", "--depth=1", told.as_uri(), "copy")
        root = tmp_path / "copy"
    else:
        (tmp_path / "plain").mkdir()
        root = project(tmp_path / "plain")
    assert build(root).published
    assert "Not known: this site was built without the history of this entry." in section(page_of(root), "changed")
    area = section(page_of(root, "areas/valeland/index.html"), "changed")
    assert "Not known: this site was built without the history of its entries." in area
    assert [entries(root, feed) for feed in (FEED, *(f"changes/{kind}.xml" for kind in KINDS))] == [[]] * 4


def test_a_hostile_version_in_the_past_stops_nothing(told: Path) -> None:
    for number, text in enumerate(("name: [x\n", "x" * 80_000, "a: &a [b]\nc: [*a, *a]\n"), 5):
        write(told, text)
        commit(told, day(11, number))
    write(told, line("{from: 18y, words: 'Grown up people.'}"))
    commit(told, day(11, 20))
    assert build(told).published
    assert section(page_of(told), "changed").startswith("What changed Since 3 October 2026")


def test_a_build_after_a_commit_is_the_same_as_one_from_nothing(told: Path) -> None:
    build(told)
    assert build(told).written == 0
    write(told, line("{from: 16y}", intake="closing"))
    commit(told, day(11, 5))
    report = build(told)
    build(told, "fresh")
    assert report.written > 0
    assert contents(told / "site") == contents(told / "fresh")
    assert "Since 5 November 2026" in text_of(page_of(told))


def test_a_commit_alone_changes_the_pages_that_tell_of_it(told: Path) -> None:
    """What was edited is on the pages before it is committed; that it changed is told from the commit on."""
    write(told, line("{from: 16y}"))
    build(told)
    assert "5 November" not in section(page_of(told), "changed")
    commit(told, day(11, 5))
    report = build(told)
    assert report.written == 2  # the service and the area; the feed is no page
    assert "Since 5 November 2026 Now takes people aged 16 to 17" in section(page_of(told), "changed")


def test_a_site_is_the_same_whoever_asks_git(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(told)
    for name, value in (("TZ", "Pacific/Auckland"), ("LANG", "de_DE.UTF-8"), ("GIT_DIR", "/nowhere")):
        monkeypatch.setenv(name, value)
    build(told, "fresh")
    assert contents(told / "site") == contents(told / "fresh")


def test_git_is_asked_once_for_the_whole_site(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    original = publish.history
    monkeypatch.setattr(publish, "history", lambda *given: asked.append(given) or original(*given))
    build(told)
    assert len(asked) == 1


def test_what_is_kept_from_the_build_before_changes_nothing_but_time(
    told: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))
    directory = load(told, TODAY).directory
    first = history(told, directory, TODAY)
    kept = sorted((told / ".rightdoor" / "cache").glob("history-*"))
    assert kept
    read = []
    original = histories_of.steps
    monkeypatch.setattr(histories_of, "steps", lambda root, lines: read.append(lines) or original(root, lines))
    assert history(told, directory, TODAY) == first
    for each in kept:
        each.write_bytes(each.read_bytes()[:-7] + b"damaged")
    assert history(told, directory, TODAY) == first
    renamed = replace(directory.services["valeland-line"], name="Vale Line")
    again = history(told, replace(directory, services={"valeland-line": renamed}), TODAY)
    assert again.areas["valeland"][0].day.said == ("closed; use Vale Line instead",)
    assert [set(lines) for lines in read] == [set(), {"valeland-line", "help-line"}, {"valeland-line", "help-line"}]


def test_a_history_that_cannot_be_read_is_not_known(told: Path) -> None:
    for each in (told / ".git" / "objects").rglob("*"):
        if each.is_file() and each.stat().st_size < 10_000:
            each.chmod(0o644)
            each.write_bytes(b"damaged")
    assert build(told).published
    assert "Not known: this site was built without the history" in section(page_of(told), "changed")
