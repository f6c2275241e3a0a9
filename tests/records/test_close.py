"""A service closes: a row says why and what to use instead, and nothing is left that leads nowhere."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from rightdoor.records.close import Closing, StillNamed, close
from rightdoor.records.edits import EditRefused, write_edits
from rightdoor.records.trial import trial
from small_project import AREA, service, small_project

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)
OTHER = "directory/services/national/other-line.yaml"
STONES = "directory/tombstones.yaml"


def town(folder: Path, **fields: str) -> Path:
    """Two lines; the other one says `fields` beside what every line says."""
    return small_project(folder, other_line=service(name="Other Line", **fields), third_line=service(name="Third Line"))


def closed(root: Path, id: str, *instead: str, why: str = "It closed.", since: date | None = None) -> None:
    write_edits(root, close(root, Closing(id, why, since, instead)))


def test_the_file_goes_and_a_row_says_why_since_when_and_what_to_use(tmp_path: Path):
    root = town(tmp_path)
    closed(root, "third-line", "other-line", why="It closed: no money.", since=date(2026, 10, 31))
    assert not (root / "directory/services/national/third-line.yaml").exists()
    assert (root / STONES).read_text() == (
        "# Services that have closed or must not be listed: why, and what to use instead. The id is never used again.\n"
        "tombstones:\n"
        "  - id: third-line\n"
        "    name: Third Line\n"
        '    why: "It closed: no money."\n'
        "    since: 2026-10-31\n"
        "    use_instead: [other-line]\n"
    )


def test_a_row_is_added_below_the_others_and_their_comments_stay(tmp_path: Path):
    root = town(tmp_path)
    before = "# Why.\ntombstones:\n  - id: old\n    name: Old\n    why: Gone.  # in spring\n"
    (root / STONES).write_text(before)
    closed(root, "third-line")
    assert (root / STONES).read_text() == f"{before}  - id: third-line\n    name: Third Line\n    why: It closed.\n"


def test_where_one_takes_over_people_are_sent_on_to_it(tmp_path: Path):
    root = town(tmp_path, related="[third-line, valeland-line]")
    closed(root, "third-line", "valeland-line")
    assert "related: [valeland-line]\n" in (root / OTHER).read_text(), "never the same service twice"


def test_a_service_is_never_sent_on_to_itself(tmp_path: Path):
    root = town(tmp_path, related="[third-line]")
    closed(root, "third-line", "other-line")
    assert "related" not in (root / OTHER).read_text()


def test_what_led_to_the_closed_service_from_one_that_closed_earlier_leads_on(tmp_path: Path):
    root = town(tmp_path)
    (root / STONES).write_text("tombstones:\n  - {id: old, name: Old, why: Gone., use_instead: [third-line]}\n")
    closed(root, "third-line", "other-line", "valeland-line")
    assert "{id: old, name: Old, why: Gone., use_instead: [other-line, valeland-line]}" in (root / STONES).read_text()


def test_where_several_take_over_nothing_is_guessed_and_nothing_written(tmp_path: Path):
    root = town(tmp_path, related="[third-line]")
    with pytest.raises(StillNamed) as fault:
        closed(root, "third-line", "other-line", "valeland-line")
    line = (root / OTHER).read_text().splitlines().index("related: [third-line]") + 1
    assert f"  {OTHER}:{line}  related\n" in str(fault.value)
    assert "Put the service that is right for each of these there" in str(fault.value)
    assert not (root / STONES).exists()


def test_of_a_story_that_names_the_closed_service_it_is_said_what_stories_are(tmp_path: Path):
    root = town(tmp_path)
    story = "name: A\nanswers: {area: valeland, needs: [suicidal-thoughts]}\n"
    story += "expect:\n  at_least_one_open_to: {services: [third-line]}\n"
    (root / "directory/vignettes").mkdir()
    (root / "directory/vignettes/story.yaml").write_text(story)
    with pytest.raises(StillNamed, match="stories that test the directory"):
        closed(root, "third-line")


def test_a_way_in_or_a_crisis_route_is_never_replaced_by_itself(tmp_path: Path):
    root = town(tmp_path)
    with pytest.raises(StillNamed) as fault:
        closed(root, "valeland-line", "other-line")
    assert f"  {AREA}:5  crisis_routes\n" in str(fault.value)
    assert (root / "directory/services/national/valeland-line.yaml").exists()


@pytest.mark.parametrize(
    ("id", "instead", "said"),
    [
        ("nobody-knows", (), "There is no service nobody-knows."),
        ("third-line", ("nobody-knows",), "nobody-knows is not the id of a service"),
        ("thrid-line", (), "There is no service thrid-line. Did you mean third-line"),
        ("third-line", ("other-lien",), "Did you mean other-line"),
        ("third-line", ("third-line",), "third-line is the service that closes"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(tmp_path: Path, id: str, instead: tuple[str, ...], said: str):
    with pytest.raises(EditRefused, match=said):
        closed(town(tmp_path), id, *instead)


def test_what_was_reported_of_a_service_stays_when_it_closes(tmp_path: Path):
    root = town(tmp_path)
    counts = root / "directory/refusals/2026/national.yaml"
    counts.parent.mkdir(parents=True)
    counts.write_text("refusals:\n  - {service: third-line, month: 2026-09, reason: too-complex, count: 6}\n")
    edits = close(root, Closing("third-line", "It closed."))
    assert trial(root, edits, TODAY).new == ()
    assert counts.relative_to(root).as_posix() not in {each.file for each in edits}


def test_after_a_closing_the_check_of_the_real_directory_finds_no_new_error(tmp_path: Path):
    shutil.copytree(ROOT / "directory", tmp_path / "directory")
    edits = close(tmp_path, Closing("northvale-haven", "It closed.", None, ("northvale-the-loft",)))
    assert trial(tmp_path, edits, TODAY).errors == ()
