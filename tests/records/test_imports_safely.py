"""What an import does with what is gone, closed, renamed or our own, and where it is cut off half-way."""

import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from records.delivered import delivery, service
from records.importing import TODAY, area_of, brought_in, entry, everything, looked_at
from rightdoor.model.draft import Delivery, Draft, Refused
from rightdoor.records.close import Closing, close
from rightdoor.records.edits import EditRefused, write_edits
from rightdoor.records.imports import merge
from rightdoor.records.imports_record import Origin
from rightdoor.records.load import load
from rightdoor.records.rename import rename
from small_project import small_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def test_what_is_gone_from_the_source_stays_and_is_listed(root: Path) -> None:
    brought_in(root, delivery(*map(service, range(1, 7))))
    done = brought_in(root, delivery(*map(service, range(1, 6))))
    assert [each.id for each in done.vanished] == ["vale-group-6"]
    assert not done.stopped
    assert entry(root, "vale-group-6").exists()


def test_more_than_a_fifth_gone_stops_the_import_unless_somebody_allows_it(root: Path) -> None:
    brought_in(root, delivery(*map(service, range(1, 6))))
    left = delivery(service(1, summary="Another summary."), service(2), service(3))
    done = looked_at(root, left)
    assert "20 %" in done.stopped
    assert done.edits == ()
    assert looked_at(root, left, allow_vanished=True).edits


def test_a_source_that_broke_off_never_shows_that_something_is_gone(root: Path) -> None:
    brought_in(root, delivery(*map(service, range(1, 6))))
    done = looked_at(root, delivery(service(1), whole=False))
    assert (done.vanished, done.stopped) == ((), "")


def test_what_the_reader_refused_is_not_gone(root: Path) -> None:
    brought_in(root, delivery(service(1), service(2)))
    done = looked_at(root, delivery(service(1), refused=(Refused("item 2", "Vale Group 2", "It has no id."),)))
    assert (done.vanished, done.stopped) == ((), "")


def test_what_was_closed_here_is_not_taken_in_again(root: Path) -> None:
    brought_in(root, delivery(service(1), service(2)))
    write_edits(root, close(root, Closing("vale-group-1", "It has closed.")))
    done = brought_in(root, delivery(service(1), service(2)))
    assert [each.name for each in done.refused] == ["Vale Group 1"]
    assert not entry(root).exists()


def test_a_renamed_service_is_still_known(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    write_edits(root, rename(root, "vale-group-1", "low-mood-group"))
    assert brought_in(root, delivery(service(1))).edits == ()


def test_our_own_come_back_is_known_and_never_written_over(root: Path) -> None:
    own = next(iter(load(root, TODAY, cache=False).directory.services))
    before = everything(root)
    done = brought_in(root, delivery(replace(service(1), source_id="ours")), known={"ours": own})
    assert done.new == ()
    assert done.changed == ()
    assert "summary" in [each.field for each in done.kept[0].kept]
    assert {file: text for file, text in everything(root).items() if file in before} == before


def test_a_source_for_another_area_has_to_have_another_name(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    with pytest.raises(EditRefused, match="--source"):
        merge(root, delivery(service(1)), Origin("feed", "elsewhere"), TODAY)


def test_the_area_is_known_only_where_somebody_says_by_what(root: Path) -> None:
    area = area_of(root)
    merged = merge(root, delivery(service(1)), Origin("feed", area, basis="home-address"), TODAY)
    write_edits(root, merged.edits)
    told = load(root, TODAY, cache=False).directory.services["vale-group-1"].criteria.area
    assert told is not None and told.areas == (area,)


def test_a_large_source_is_remembered_in_several_files(root: Path) -> None:
    given = delivery(*map(service, range(1, 301)))
    brought_in(root, given)
    files = sorted((root / "directory/imports").iterdir())
    assert len(files) > 1
    assert all(each.stat().st_size < 64 * 1024 for each in files)
    assert load(root, TODAY, cache=False).errors == 0
    assert brought_in(root, given).edits == ()


def test_an_import_cut_off_before_it_was_remembered_goes_on_without_doubles(root: Path) -> None:
    given = delivery(service(1), service(2))
    done = looked_at(root, given)
    write_edits(root, [each for each in done.edits if "imports" not in each.file and "group-2" not in each.file])
    again = brought_in(root, given, date(2026, 11, 25))
    assert [each.id for each in again.new] == ["vale-group-2"]
    assert len(list(entry(root).parent.glob("vale-group-*.yaml"))) == 2
    assert brought_in(root, given).edits == ()


@pytest.mark.parametrize("fails_at", [0, 1, 2, 3])
def test_where_a_file_cannot_be_put_in_place_none_is(
    root: Path, fails_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = looked_at(root, delivery(service(1), service(2)))
    before, calls, really = everything(root), iter(range(100)), Path.replace

    def replaced(self: Path, to: Path) -> Path:
        if next(calls) == fails_at:
            raise OSError(28, "No space left on device", str(to))
        return really(self, to)

    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(EditRefused, match="Nothing is written"):
        write_edits(root, done.edits)
    assert everything(root) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process to kill the copy")
@pytest.mark.parametrize("killed_at", [0, 1, 2, 3])
def test_killed_between_two_files_every_file_is_whole_and_the_next_import_ends_it(root: Path, killed_at: int) -> None:
    given = delivery(service(1), service(2))
    done, calls, really = looked_at(root, given), iter(range(100)), Path.replace
    child = os.fork()
    if child == 0:

        def replaced(self: Path, to: Path) -> Path:
            if next(calls) == killed_at:
                os._exit(9)
            return really(self, to)

        Path.replace = replaced  # type: ignore[method-assign,assignment]
        write_edits(root, done.edits)
        os._exit(0)
    os.waitpid(child, 0)
    assert load(root, TODAY, cache=False).errors == 0
    brought_in(root, given)
    assert len(list(entry(root).parent.glob("vale-group-*.yaml"))) == 2
    assert brought_in(root, given).edits == ()


def test_hidden_characters_of_a_source_refuse_their_entry(root: Path) -> None:
    done = brought_in(root, delivery(service(1, summary="A\u202egroup"), service(2, name="\ud800 Group")))
    assert {each.place for each in done.refused} == {"item 1", "item 2"}
    assert load(root, TODAY, cache=False).errors == 0


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("areas/valeland.yaml", "name: Valeland\nkind: nation\nwithin: [england]\n", "directory/areas/valeland.yaml:3"),
        (
            "imports/feed.yaml",
            "source: feed\narea: valeland\nimported: 2026-11-01\nentries:\n"
            "  - {service: valeland-line, source_id: s1, fields: [name]}\n",
            "directory/imports/feed.yaml:5",
        ),
        (
            "imports/feed.yaml",
            "source: feed\narea: valeland\nimported: 2026-11-01\nentries: 7\n",
            "directory/imports/feed.yaml:4",
        ),
        (
            "organizations/valeland-trust.yaml",
            "name: [Trust]\nkind: nhs\n",
            "directory/organizations/valeland-trust.yaml:1",
        ),
    ],
)
def test_a_record_that_is_not_sound_stops_the_import_and_is_named_with_its_line(
    root: Path, file: str, text: str, place: str
) -> None:
    (root / "directory" / file).parent.mkdir(exist_ok=True)
    (root / "directory" / file).write_text(text)
    before = everything(root)
    with pytest.raises(EditRefused, match=re.escape(place)) as stopped:
        looked_at(root, delivery(service(1)))
    assert "Nothing is written." in str(stopped.value)
    assert everything(root) == before


def exact(number: int, **fields: Any) -> Draft:
    """A service that was a record of ours, whole, and called vale-record-1 there."""
    data = {**service(number).data, "type": "peer-support", **fields}
    return replace(service(number, **data), id=f"vale-record-{number}", exact=True)


def test_a_record_of_ours_keeps_its_id_so_that_others_can_still_name_it(root: Path) -> None:
    given = delivery(
        exact(1, criteria={"does_not_take": [{"reason": "psychosis", "refer_to": ["vale-record-2"]}]}), exact(2)
    )
    done = brought_in(root, given)
    assert done.refused == ()
    assert {each.id for each in done.new} == {"vale-helpers", "vale-record-1", "vale-record-2"}
    assert load(root, TODAY, cache=False).errors == 0
    assert brought_in(root, given).edits == ()


def test_an_id_that_is_taken_here_is_not_given_twice(root: Path) -> None:
    own = replace(exact(1), id="valeland-line")
    done = brought_in(root, delivery(own))
    assert [each.id for each in done.new if each.kind == "service"] == ["valeland-line-valeland"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"criteria": "everybody"},
        {"criteria": []},
        {"type": "no-such-type"},
        {"surprise": "field"},
        {"evidence": [1]},
        {"evidence": {"a": "b"}},
        {"also_known_as": 5},
        {"contact": {"phone": {"a": "b"}}},
        {"locations": [{"latitude": 1e300, "longitude": 0}]},
        {"fictional": "yes"},
        {"summary": 7},
        {"aliases": [["x"]]},
        {"name": {"a": "b"}},
        {"waits": [{"weeks": 10**400}]},
    ],
)
def test_what_only_says_that_it_is_a_record_of_ours_is_refused_and_the_others_go_in(root: Path, wrong: Any) -> None:
    done = brought_in(root, delivery(exact(1, **wrong), service(2)), organization_kind="charity")
    assert [each.id for each in done.new if each.kind == "service"] == ["vale-group-2"]
    [refused] = done.refused
    assert refused.why
    assert load(root, TODAY, cache=False).errors == 0


def test_a_record_of_ours_says_of_itself_that_it_was_copied(root: Path) -> None:
    brought_in(root, delivery(exact(1)))
    made = load(root, TODAY, cache=False).directory.services["vale-record-1"]
    assert made.checked.overall.how == "other-directory"


def test_a_hostile_organization_takes_no_service_with_it_but_its_own(root: Path) -> None:
    wrong = Draft("organization", "o2", "item 2", {"name": "Vale Wreckers", "identifiers": []}, exact=True)
    theirs = replace(service(2), organization="o2")
    done = brought_in(root, Delivery((*delivery(service(1)).drafts, wrong, theirs)))
    assert [each.id for each in done.new if each.kind == "service"] == ["vale-group-1"]
    assert len(done.refused) == 2
