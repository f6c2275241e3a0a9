"""What becomes of the services that another directory delivers, the first time and every time after it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from records.delivered import HELPERS, delivery, service
from records.importing import TODAY, area_of, brought_in, edit, entry, everything, looked_at
from rightdoor.model.draft import Delivery, Draft
from rightdoor.records.imported import FieldChange
from rightdoor.records.load import load
from small_project import small_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def test_new_services_go_in_with_whoever_runs_them_and_the_check_finds_no_error(root: Path) -> None:
    done = brought_in(root, delivery(service(1), service(2)))
    loaded = load(root, TODAY, cache=False)
    assert {each.id for each in done.new} == {"vale-helpers", "vale-group-1", "vale-group-2"}
    assert loaded.errors == 0
    assert loaded.directory.services["vale-group-1"].organization == "vale-helpers"


def test_nothing_is_written_by_looking(root: Path) -> None:
    before = everything(root)
    looked_at(root, delivery(service(1)))
    assert everything(root) == before


def test_copying_confirms_nothing_and_says_where_it_was_read(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    made = load(root, TODAY, cache=False).directory.services["vale-group-1"]
    assert made.checked.overall.how == "other-directory"
    assert [each.url for each in made.evidence] == ["https://example.org/services/1"]
    assert made.criteria.age is None


def test_the_same_a_second_time_changes_no_byte_even_on_another_day(root: Path) -> None:
    given = delivery(service(1), service(2))
    brought_in(root, given)
    before = everything(root)
    again = brought_in(root, given, date(2026, 12, 24))
    assert (len(again.new), len(again.changed), len(again.unchanged), again.edits) == (0, 0, 3, ())
    assert everything(root) == before


def test_what_changed_in_the_source_is_taken_over_and_said(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    done = brought_in(root, delivery(service(1, contact={"phone": "01632 960 999"})))
    [changed] = done.changed
    assert changed.changes == (FieldChange("contact.phone", "01632 960 001", "01632 960 999"),)
    assert load(root, TODAY, cache=False).directory.services["vale-group-1"].contact.phone == "01632 960 999"


def test_what_was_edited_here_stays_where_the_source_says_nothing_new(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    edit(root, "01632 960 001", "01632 960 555")
    done = brought_in(root, delivery(service(1, summary="Another summary.")))
    assert [each.field for each in done.changed[0].changes] == ["summary"]
    assert done.kept == ()
    assert "01632 960 555" in entry(root).read_text("utf-8")


def test_what_was_edited_here_stays_and_is_said_where_the_source_says_something_new(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    edit(root, "01632 960 001", "01632 960 555")
    given = delivery(service(1, contact={"phone": "01632 960 999"}))
    for _ in range(2):
        done = brought_in(root, given)
        assert done.kept[0].kept == (FieldChange("contact.phone", "01632 960 555", "01632 960 999"),)
        assert "01632 960 555" in entry(root).read_text("utf-8")


def test_two_that_say_the_same_at_last_agree_and_follow_the_source_again(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    edit(root, "01632 960 001", "01632 960 999")
    brought_in(root, delivery(service(1, contact={"phone": "01632 960 999"})))
    done = brought_in(root, delivery(service(1, contact={"phone": "01632 960 777"})))
    assert [each.there for each in done.changed[0].changes] == ["01632 960 777"]


def test_what_was_taken_out_here_does_not_come_back(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    edit(root, 'contact: {phone: "01632 960 001"}\n', "")
    assert brought_in(root, delivery(service(1))).edits == ()


def test_what_the_source_takes_away_goes_where_nobody_had_edited_it(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    done = brought_in(root, delivery(service(1, contact=None)))
    assert done.changed[0].changes == (FieldChange("contact.phone", "01632 960 001", None),)
    assert "contact:" not in entry(root).read_text("utf-8").replace("covers: [contact", "")


def test_an_entry_that_somebody_here_confirmed_stays_whole(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    edit(root, "how: other-directory", "how: provider-phone")
    before = entry(root).read_bytes()
    done = brought_in(root, delivery(service(1, summary="Another summary.")))
    assert [each.field for each in done.kept[0].kept] == ["summary"]
    assert entry(root).read_bytes() == before


def test_comments_of_people_stay_where_something_is_taken_over(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    edit(root, "contact:", "# Ask for Reception.\ncontact:")
    brought_in(root, delivery(service(1, summary="Another summary.")))
    assert "# Ask for Reception." in entry(root).read_text("utf-8")


def test_one_with_an_error_is_refused_with_the_reason_and_the_others_go_in(root: Path) -> None:
    done = brought_in(root, delivery(service(1), service(2, status="asleep"), service(3)))
    [refused] = done.refused
    assert (refused.place, refused.name) == ("item 2", "Vale Group 2")
    assert "asleep" in refused.why
    assert not entry(root, "vale-group-2").exists()
    assert entry(root, "vale-group-3").exists()


def test_a_change_with_an_error_is_refused_and_what_is_here_stays(root: Path) -> None:
    brought_in(root, delivery(service(1)))
    before = everything(root)
    done = brought_in(root, delivery(service(1, status="asleep")))
    assert len(done.refused) == 1
    assert everything(root) == before


def test_services_of_an_organization_with_an_error_are_refused_with_it(root: Path) -> None:
    wrong = replace(HELPERS, data={"name": "Vale Helpers", "kind": "a club"})
    done = brought_in(root, Delivery((wrong, service(1))))
    assert {each.name for each in done.refused} == {"Vale Helpers", "Vale Group 1"}
    assert not done.edits


def test_an_organization_and_its_service_may_both_have_errors(root: Path) -> None:
    wrong = replace(HELPERS, data={"name": "Vale Helpers", "kind": "a club"})
    done = looked_at(root, Delivery((wrong, service(1, status="asleep"), service(2))))
    assert sorted(each.name for each in done.refused) == ["Vale Group 1", "Vale Group 2", "Vale Helpers"]


def test_an_organization_of_which_no_service_goes_in_is_not_made(root: Path) -> None:
    assert brought_in(root, delivery(service(1, status="asleep"))).edits == ()


@pytest.mark.parametrize("given", [replace(service(1), organization=None), replace(service(1), organization="o9")])
def test_a_service_that_nobody_is_said_to_run_is_refused(root: Path, given: Draft) -> None:
    [refused] = looked_at(root, delivery(given)).refused
    assert "which organisation" in refused.why


def test_the_kind_of_an_organization_is_never_guessed_but_may_be_said(root: Path) -> None:
    unsaid = replace(HELPERS, data={"name": "Vale Helpers"})
    [refused] = looked_at(root, Delivery((unsaid, service(1)))).refused
    assert "--organization-kind" in refused.why
    assert len(looked_at(root, Delivery((unsaid, service(1))), organization_kind="charity").new) == 2


def test_a_registered_charity_is_a_charity(root: Path) -> None:
    charity = replace(HELPERS, data={"name": "Vale Helpers", "identifiers": {"charity": "1234567"}})
    assert not looked_at(root, Delivery((charity, service(1)))).refused


def test_an_organization_of_the_same_name_is_not_made_twice(root: Path) -> None:
    there = next((root / "directory/organizations").glob("*.yaml"))
    name = load(root, TODAY, cache=False).directory.organizations[there.stem].name
    same = replace(HELPERS, data={"name": name.upper(), "kind": "charity"})
    done = brought_in(root, Delivery((same, service(1))))
    assert done.reused == ((name.upper(), there.stem),)
    assert load(root, TODAY, cache=False).directory.services["vale-group-1"].organization == there.stem


def test_two_of_one_name_have_two_ids_which_stay_theirs(root: Path) -> None:
    twins = delivery(service(1), service(2, name="Vale Group 1"))
    first = brought_in(root, twins)
    ids = {each.source_id: each.id for each in first.entries}
    assert ids["s1"] == "vale-group-1"
    assert ids["s2"] == f"vale-group-1-{area_of(root)}"
    turned = brought_in(root, delivery(*reversed(twins.drafts[1:])))
    assert {each.source_id: each.id for each in turned.entries} == ids
    assert turned.edits == ()


def test_an_id_that_the_source_has_twice_is_taken_once(root: Path) -> None:
    done = looked_at(root, delivery(service(1), replace(service(2), source_id="s1")))
    assert [each.name for each in done.refused] == ["Vale Group 2"]


def test_a_service_and_an_organization_may_have_the_same_id_in_the_source(root: Path) -> None:
    given = Delivery((replace(HELPERS, source_id="1"), replace(service(1), source_id="1", organization="1")))
    assert len(brought_in(root, given).new) == 2
    assert brought_in(root, given).edits == ()


@pytest.mark.parametrize("id", ["", " s1", "a\nb", "x" * 201])
def test_an_id_that_cannot_be_written_down_refuses_only_its_own_entry(root: Path, id: str) -> None:
    done = brought_in(root, delivery(replace(service(1), source_id=id), service(2)))
    assert len(done.refused) == 1
    assert entry(root, "vale-group-2").exists()


def test_addresses_of_the_web_are_remembered_too(root: Path) -> None:
    web = {"website": "https://example.org"}
    given = Delivery((replace(HELPERS, data={**HELPERS.data, **web}), service(1, contact=web)))
    assert not brought_in(root, given).refused
    assert brought_in(root, given).edits == ()
