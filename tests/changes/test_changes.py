"""What changed in whom a service takes, in the words of somebody who refers."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from changes.changing import GRAMMAR, Path_, at, criteria, example, leaves, told, town, with_value, words
from rightdoor.changes.change import Kind
from rightdoor.changes.compare import changes
from rightdoor.model.answers import Answers, Expectation, Vignette
from rightdoor.model.area import AgeBand, Area, KnownGap, Population, Practice
from rightdoor.model.boundary import Boundary, Tile
from rightdoor.model.directory import Directory, DisprovedNumber, Tombstone
from rightdoor.model.organization import Organization
from rightdoor.model.refusal import RefusalCount
from rightdoor.model.snapshot import Snapshot
from rightdoor.model.statistics import Period, Series

PATHS = list(leaves(example()))


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(PATHS), max_size=8))
def test_nothing_has_changed_between_a_directory_and_itself(paths: set[Path_]) -> None:
    data = example()
    for path in paths:
        at(data, path[:-1])[path[-1]] = at(example("after"), path)
    assert told(data, data) == ()
    assert changes(town(data), town(dict(reversed(data.items())))) == ()


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(PATHS), min_size=1, max_size=8))
def test_whatever_else_changes_too_something_is_said(paths: set[Path_]) -> None:
    data = example()
    for path in paths:
        at(data, path[:-1])[path[-1]] = at(example("after"), path)
    found = told(example(), data)
    assert found
    groups = [each.group for each in found]
    assert groups == sorted(
        groups, key=("record", "criteria", "waits", "referral", "contact", "hours", "other", "checked").index
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"age": "any"}, {"age": {"from": "18y"}}, "no longer takes people under 18"),
        ({"age": {"from": "18y"}}, {"age": "any"}, "now takes people under 18"),
        ({"age": {"from": "16y"}}, {"age": {"from": "18y"}}, "no longer takes people aged 16 to 17"),
        (
            {"age": {"from": "17y9m"}},
            {"age": {"from": "18y"}},
            "no longer takes people aged 17 years and 9 months or over, and under 18",
        ),
        ({"age": {"from": "18y"}}, {"age": {"from": "18y", "under": "65y"}}, "no longer takes people aged 65 and over"),
        ({}, {"age": {"from": "18y"}}, "ages: now aged 18 and over"),
        ({"age": {"from": "18y"}}, {}, "ages: no longer said (it was aged 18 and over)"),
        (
            {"severity": {"from": "mild", "to": "moderate"}},
            {"severity": {"from": "moderate", "to": "moderate"}},
            "no longer takes people with mild problems",
        ),
        (
            {"area": {"basis": "gp-practice", "areas": ["northvale"]}},
            {"area": {"basis": "gp-practice", "areas": ["northvale", "eastvale"]}},
            "now takes people registered with a GP practice in Eastvale",
        ),
        (
            {"area": {"basis": "gp-practice", "areas": ["northvale"]}},
            {"area": {"basis": "home-address", "areas": ["northvale"]}},
            "where people must belong: registered with a GP practice in Northvale → living in Northvale",
        ),
        (
            {"does_not_take": "none stated"},
            {"does_not_take": [{"reason": "psychosis"}]},
            "now says that it does not take people with psychosis",
        ),
        (
            {"does_not_take": [{"reason": "bipolar"}]},
            {"does_not_take": [{"reason": "bipolar"}, {"reason": "psychosis"}]},
            "now also not for people with psychosis",
        ),
        ({}, {"does_not_take": "none stated"}, "now known to state no exclusions"),
        ({"does_not_take": "none stated"}, {}, "no longer says whom it does not take"),
        (
            {"does_not_take": [{"reason": "psychosis"}]},
            {"does_not_take": "none stated", "check_first": [{"reason": "psychosis"}]},
            "people with psychosis: does not take → check first",
        ),
        ({}, {"only": [{"reason": "veteran"}]}, "now only for veterans of the armed forces"),
    ],
)  # fmt: skip
def test_whom_it_takes(before: dict[str, Any], after: dict[str, Any], expected: str) -> None:
    assert expected in words(criteria(**before), criteria(**after))


def test_an_exclusion_that_is_no_longer_stated_is_not_said_to_be_lifted() -> None:
    """Unknown is never yes: that somebody took a line away does not mean that the service takes the person."""
    before = criteria(does_not_take=[{"reason": "psychosis"}, {"reason": "bipolar"}])
    [said] = words(before, criteria(does_not_take=[{"reason": "bipolar"}]))
    assert said == "no longer says that it does not take people with psychosis"


def test_a_time_limit_of_an_exclusion_that_changes_is_one_change() -> None:
    before, after = ({"reason": "recent-attempt", "within": time} for time in ("4w", "6m"))
    [said] = words(criteria(does_not_take=[before]), criteria(does_not_take=[after]))
    assert said.startswith("does not take: people who have tried to end their life in the last 4 weeks → ")
    assert said.endswith("in the last 6 months")


def test_a_wait_is_said_with_both_numbers_and_its_day() -> None:
    longer = with_value(("waits", 0, "weeks"), 9)
    assert words(example(), longer) == ["wait from referral to assessment: 6 → 9 weeks"]
    longer["waits"][0]["as_of"] = "2026-10-01"
    assert words(example(), longer) == ["wait from referral to assessment: 6 → 9 weeks (on 1 October 2026)"]
    confirmed = with_value(("waits", 0, "as_of"), "2026-10-01")
    assert words(example(), confirmed) == ["wait from referral to assessment: still 6 weeks on 1 October 2026"]


def test_a_check_says_how_and_when() -> None:
    [said] = words(example(), with_value(("checked", "on"), "2026-10-02"))
    assert said.endswith("→ confirmed by the service by phone on 2 October 2026, by volunteer")


def test_of_a_long_text_only_what_differs_is_shown() -> None:
    long = " ".join(f"word{number}" for number in range(90))
    [said] = words(with_value(("description",), long), with_value(("description",), long.replace("word50", "other")))
    assert said == (
        "description: “… word47 word48 word49 word50 word51 word52 word53 …” → "
        "“… word47 word48 word49 other word51 word52 word53 …”"
    )


@pytest.mark.parametrize(
    "path", [("contact", "phone"), ("contact", "email"), ("note",), ("locations", 0, "address"), ("name",)]
)
def test_the_short_form_repeats_nothing_that_was_typed(path: Path_) -> None:
    """A number or an address that was taken away may have been wrong, or somebody's own."""
    for each in told(example(), with_value(path, at(example("after"), path))):
        assert each.short
        assert str(at(example(), path)) not in each.short
        assert str(at(example("after"), path)) not in each.short


def test_a_service_that_is_new_closed_or_gone_is_one_line() -> None:
    stone = Tombstone("lantern", "Lantern", "The grant ended.", use_instead=("first-team",))
    assert words(None, example()) == ["new in the directory"]
    assert words(example(), None) == ["no longer in the directory"]
    [closed] = changes(town(example()), town(None, tombstones={"lantern": stone}))
    assert (closed.code, closed.words) == ("closed-instead", "closed; use First Team instead (The grant ended)")
    assert closed.short == "closed; use First Team instead"
    [gone] = changes(town(example()), town(None, tombstones={"lantern": replace(stone, use_instead=())}))
    assert gone.words == "closed (The grant ended)"


def test_a_service_with_a_new_id_is_the_same_service() -> None:
    before = town(example())
    renamed = replace(before.services["lantern"], id="lantern-rooms", aliases=("old-lantern", "lantern"))
    services = {**before.services, "lantern-rooms": renamed}
    del services["lantern"]
    found = changes(before, replace(before, services=services))
    assert [each.code for each in found] == ["renamed", "more"]
    assert {each.id for each in found} == {"lantern-rooms"}


def test_a_service_that_moves_to_another_folder_says_so() -> None:
    before = town(example())
    moved = replace(
        before, services={**before.services, "lantern": replace(before.services["lantern"], folder="national")}
    )
    assert [each.words for each in changes(before, moved)] == ["moved: services of Northvale → the whole nation"]


def test_what_could_not_be_read_on_one_side_is_not_called_new_or_gone() -> None:
    assert changes(town(example()), town(None), frozenset({("service", "lantern")})) == ()


ORGANIZATION = Organization(
    "trust", "x", "Trust", "nhs", ("T",), {"ods": "RX1"}, "https://example.org", "It.", ("first",), date(2026, 1, 1)
)
AREA = Area(
    "vale", "x", "Vale", "place", "northvale", {"ods": "QX1"}, ("NV1",), (Practice("P", "A1", "NV1 1AA"),),
    Population("Census", 2025, (AgeBand(0, 4, 100),)), "first-team", ("first-team", "second-team"), "None here.",
    (KnownGap("ocd", date(2026, 1, 1), "aged 16 to 17", "severe", "Asked."),),
    {"email": "a@example.org"}, False, date(2026, 1, 1), Boundary("vale.geojson", "ONS"), Tile(1, 2),
)  # fmt: skip
OTHER: dict[Any, dict[str, Any]] = {
    "organizations": {
        "name": "Charity", "kind": "charity", "also_known_as": ("C",), "identifiers": {"ods": "RX2"},
        "website": None, "description": "Other.", "commissioned_by": (), "contract_ends": None, "fictional": True,
    },
    "areas": {
        "name": "Dale", "kind": "nation", "within": None, "codes": {"gss": "E06000001"}, "postcode_districts": ("NV2",),
        "practices": (Practice("P", "A1", "NV1 1AB"),), "population": None, "front_door": "second-team",
        "crisis_routes": ("second-team", "first-team"), "crisis_note": None, "known_gaps": (),
        "contact": {"phone": "01632 960 001"}, "fictional": True, "story_date": None,
        "boundary": Boundary("vale.geojson", "OS"), "tile": None,
    },
    "vignettes": {
        "name": "Other", "answers": Answers(needs=("ocd",)), "never_fits": Expectation(("cmht",)),
        "at_least_one": Expectation(("cmht",)), "at_least_one_open_to": Expectation(("cmht",)),
        "refers_to": ("first-team",),
    },
    "tombstones": {"name": "Other", "why": "Other.", "since": date(2026, 2, 1), "use_instead": ("second-team",)},
}  # fmt: skip
RECORDS: dict[str, Any] = {
    "organizations": ORGANIZATION,
    "areas": AREA,
    "vignettes": Vignette("story", "x", "Story", Answers()),
    "tombstones": Tombstone("gone", "Gone", "Closed."),
}


@pytest.mark.parametrize(("kind", "field"), [(kind, name) for kind, values in OTHER.items() for name in values])
def test_every_field_of_a_record_that_is_no_service_is_said(kind: str, field: str) -> None:
    record = RECORDS[kind]
    other = replace(record, **{field: OTHER[kind][field]})
    before, after = (
        replace(town(None), **{kind: {**getattr(town(None), kind), each.id: each}}) for each in (record, other)
    )
    for pair in ((before, after), (after, before)):
        found = changes(*pair)
        assert found
        assert {each.kind for each in found} <= {Kind.ORGANIZATION, Kind.AREA, Kind.STORY, Kind.TOMBSTONE}


@pytest.mark.parametrize("kind", RECORDS)
def test_no_field_of_a_record_is_forgotten(kind: str) -> None:
    assert set(RECORDS[kind].__dataclass_fields__) == {*OTHER[kind], "id"} | (
        {"file"} if kind != "tombstones" else set()
    )


def test_no_kind_of_record_is_forgotten() -> None:
    compared = {"services", "organizations", "areas", "vignettes", "tombstones", "disproved", "refusals"}
    counted = {"snapshots", "statistics"}
    assert set(Directory.__dataclass_fields__) <= {*compared, *counted, "grammar"}


def test_months_of_coverage_that_were_written_down_are_named_and_no_number_is() -> None:
    august, september = (
        Snapshot(f"2026-{month}", date(2026, int(month), 28), 3, 2, {"covered": 5}, {"current": 9})
        for month in ("08", "09")
    )
    before = Directory(
        GRAMMAR, areas={"vale": Area("vale", "vale.yaml", "Vale", "place")}, snapshots={"vale": (august,)}
    )
    after = replace(before, snapshots={"vale": (replace(august, open=1), september)})
    [said] = changes(before, after)
    assert (said.id, said.name, said.words) == ("vale", "Vale", "coverage written down: August 2026 and September 2026")
    assert changes(before, before) == ()


def test_figures_that_were_published_anew_are_named_by_whose_they_are_and_by_their_months() -> None:
    quarter, april = Period("2026-04", "2026-06", {"m001": 300}), Period("2026-04", "2026-04", {"m001": 100})
    series = Series("11j-rdy", "f.yaml", "NHS England", "RDY", "A Trust", "11J", "Vale", (april, quarter))
    before = Directory(GRAMMAR, statistics=(series,))
    revised = replace(series, periods=(replace(april, values={"m001": 105}), quarter))
    [said] = changes(before, replace(before, statistics=(revised,)))
    words = "figures of NHS Talking Therapies changed: April 2026"
    assert (said.id, said.name, said.words) == ("11j-rdy", "A Trust in Vale", words)
    [gone] = changes(before, Directory(GRAMMAR))
    assert gone.words.endswith(": April 2026 and April 2026 to June 2026")


def test_a_number_that_is_known_to_be_wrong_is_said() -> None:
    wrong = DisprovedNumber("01632 960 999", "A misprint.", "A letter")
    before, after = Directory(GRAMMAR), Directory(GRAMMAR, disproved=(wrong,))
    assert [each.words for each in changes(before, after)] == ["01632 960 999 is now known to be wrong: A misprint"]
    assert [each.code for each in changes(after, before)] == ["wrong-less"]
    other = Directory(GRAMMAR, disproved=(replace(wrong, why="A slip.", source=None),))
    assert {each.field for each in changes(after, other)} == {"number.why", "number.source"}


def test_reports_of_returned_referrals_are_told_by_their_months_and_never_by_number() -> None:
    rows = tuple(
        RefusalCount("first-team", month, "too-complex", 7, row=row) for row, month in enumerate(("2026-08", "2026-09"))
    )
    before, after = replace(town(None), refusals=rows), replace(town(None), refusals=(replace(rows[1], count=8),))
    [said] = changes(before, after)
    assert (said.name, said.words) == (
        "First Team",
        "reports of returned referrals changed: August 2026 and September 2026",
    )
    assert changes(before, replace(before, refusals=tuple(replace(each, row=9) for each in reversed(rows)))) == ()
