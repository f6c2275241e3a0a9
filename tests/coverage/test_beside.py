"""What is seen only where everything that serves an area is laid side by side, and the sentences that say it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from rightdoor.coverage.beside_words import bridge_words, contradiction_words, fragile_words, overlap_words
from rightdoor.coverage.bridges import bridges
from rightdoor.coverage.contradictions import Clash, contradictions
from rightdoor.coverage.equity import by_situation
from rightdoor.coverage.fragile import fragile
from rightdoor.coverage.gap import Gap
from rightdoor.coverage.grid import Grid, grid
from rightdoor.coverage.overlaps import overlaps
from rightdoor.coverage.states import State
from rightdoor.matching.match import Outcome, match
from rightdoor.model.answers import Answers
from rightdoor.model.area import Area, KnownGap
from rightdoor.model.criteria import AgeLimit, AreaLimit, Criteria, Row, SeverityLimit
from rightdoor.model.directory import Directory
from rightdoor.model.service import Check, Checked, Referral, Service, Wait
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

TODAY = date(2026, 11, 23)
GRAMMAR = load_grammar(schema_folder())
ADULTS = AgeLimit(216, None)
AREA = AreaLimit("gp-practice", ("vale",))


def taking(lowest: str | None, highest: str | None, **more: object) -> Criteria:
    made = Criteria(ADULTS, SeverityLimit(lowest, highest), AREA, does_not_take=())
    return replace(made, **more)  # type: ignore[arg-type]


def service(id: str, type: str = "counselling-service", **fields: object) -> Service:
    made = Service(
        id,
        f"{id}.yaml",
        id.replace("-", " ").title(),
        "trust",
        type,
        "active",
        "A service.",
        "vale",
        intake="open",
        needs=("depression",),
        delivery=("in-person",),
        criteria=taking(None, None),
        checked=Checked(Check("provider-phone", TODAY)),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


THERAPIES = service("therapies", "talking-therapies", criteria=taking("mild", "moderate"))
TEAM = service("team", "cmht", criteria=taking("severe", "severe-enduring"))


def vale(*services: Service, gaps: tuple[KnownGap, ...] = ()) -> Directory:
    areas = {"vale": Area("vale", "vale.yaml", "Vale", "place", known_gaps=gaps)}
    return Directory(GRAMMAR, services={each.id: each for each in services}, areas=areas)


def asked(directory: Directory) -> Grid:
    return grid(directory, "vale", TODAY)


def takers(directory: Directory, gap: Gap) -> Mapping[str, Outcome]:
    """What the finder says of each service for the mildest people of a gap."""
    answers = Answers((gap.need,), age=gap.ages, severity=gap.severities[0] or None, areas={"practice": "vale"})
    return {each.id: match(each, answers, directory, TODAY).outcome for each in directory.services.values()}


def test_the_only_open_service_is_one_closed_list_away_from_a_gap():
    directory = vale(TEAM)
    [found] = fragile(directory, asked(directory))
    assert found.service == "team"
    assert found.groups[0].severities == ("severe", "severe-enduring")
    said = fragile_words(found, directory, "vale")
    assert said == "If Team closed, nobody in Vale would be known to be open to adults with severe depression."


def test_where_a_second_is_open_or_may_be_asked_nobody_depends_on_one_alone():
    assert fragile(vale(TEAM, replace(TEAM, id="other")), asked(vale(TEAM, replace(TEAM, id="other")))) == ()
    unsaid = replace(TEAM, id="other", intake="unknown")
    assert fragile(vale(TEAM, unsaid), asked(vale(TEAM, unsaid))) == ()


def test_a_closed_second_is_no_second():
    directory = vale(TEAM, replace(TEAM, id="other", intake="paused"))
    assert [each.service for each in fragile(directory, asked(directory))] == ["team"]


def test_a_way_in_is_named_with_what_is_reached_only_through_it():
    gate = service("gate", "spa", needs=("debt",))
    directory = vale(gate, replace(TEAM, referral=Referral(via="gate")))
    found = {each.service: each.behind for each in fragile(directory, asked(directory))}
    assert found["gate"] == ("team",)


def test_people_too_ill_for_the_one_and_not_ill_enough_for_the_other_are_between_two_steps():
    directory = vale(THERAPIES, TEAM)
    [found] = bridges(directory, asked(directory))
    assert (found.people.severities, found.below, found.above) == (("moderately-severe",), ("therapies",), ("team",))
    assert set(takers(directory, found.people).values()) == {Outcome.DOES_NOT_FIT}
    said = bridge_words(found, directory, "vale")
    assert said.startswith("In Vale, adults with moderately severe depression fall between Therapies, for which")
    assert said.endswith("No service is known that stands between the two.")


def test_what_stands_between_is_named_with_whether_it_is_open():
    bridge = service("link", "primary-care-mh", criteria=taking("moderate", "severe"))
    open_, shut = vale(THERAPIES, TEAM, bridge), vale(THERAPIES, TEAM, replace(bridge, intake="paused"))
    assert bridge_words(bridges(open_, asked(open_))[0], open_, "vale").endswith("Between the two Link may take them.")
    assert bridge_words(bridges(shut, asked(shut))[0], shut, "vale").endswith("Link (closed or a long wait).")


def test_where_the_steps_meet_nobody_is_between_them():
    directory = vale(replace(THERAPIES, criteria=taking("mild", "moderately-severe")), TEAM)
    assert bridges(directory, asked(directory)) == ()


def test_three_open_services_of_a_kind_for_the_same_people_overlap_and_two_do_not():
    three = [service(id) for id in ("one", "three", "two")]
    directory = vale(*three)
    [found] = overlaps(directory, asked(directory))
    assert found.services == ("one", "three", "two")
    assert overlap_words(found, directory, "vale").startswith("One, Three and Two all take adults with depression")
    assert overlaps(vale(*three[:2]), asked(vale(*three[:2]))) == ()


def test_a_gap_that_was_written_down_and_is_covered_contradicts_itself():
    gap = KnownGap("depression", date(2026, 10, 5), severity="severe", limit=ADULTS, age="aged 18 and over")
    directory = vale(TEAM, gaps=(gap,))
    [found] = contradictions(directory, asked(directory))
    assert found.clash is Clash.COVERED_GAP
    assert contradiction_words(found, directory, "vale") == (
        "It was written down on 5 October 2026 that nobody takes adults with severe depression. Team may take them now."
    )


def test_a_service_that_is_open_behind_a_closed_door_contradicts_itself():
    gate = service("gate", "spa", intake="paused")
    directory = vale(gate, replace(TEAM, referral=Referral(via="gate")))
    [found] = contradictions(directory, asked(directory))
    assert (found.clash, found.service, found.others) == (Clash.OPEN_BEHIND_SHUT, "team", ("gate",))
    assert "reached only through Gate" in contradiction_words(found, directory, "vale")


def test_a_service_that_is_open_and_publishes_a_wait_over_the_limit_is_named_with_the_wait():
    slow = replace(TEAM, waits=(Wait("referral", "treatment", 30, TODAY),))
    [found] = contradictions(vale(slow), asked(vale(slow)))
    assert contradiction_words(found, vale(slow), "vale") == (
        "Team is said to be open, and publishes a wait of 30 weeks."
    )
    honest = replace(slow, intake="long-wait")
    assert contradictions(vale(honest), asked(vale(honest))) == ()


def test_an_entry_that_sends_people_to_a_closed_list_is_named():
    shut = service("shut", intake="waiting-list-closed")
    sends = service("sends", criteria=taking(None, None, does_not_take=(Row("psychosis", refer_to=("shut",)),)))
    [found] = contradictions(vale(shut, sends), asked(vale(shut, sends)))
    assert (found.clash, found.service, found.others) == (Clash.SENT_TO_SHUT, "sends", ("shut",))


def test_one_service_that_takes_people_whom_its_twin_refuses_is_named():
    one = service("one", criteria=taking(None, None, takes_despite=(Row("pregnancy"),)))
    two = service("two", criteria=taking(None, None, does_not_take=(Row("pregnancy"),)))
    [found] = contradictions(vale(one, two), asked(vale(one, two)))
    assert (found.clash, found.reason) == (Clash.TAKEN_AND_REFUSED, "pregnancy")
    elsewhere = vale(one, replace(two, organization="charity"))
    assert contradictions(elsewhere, asked(elsewhere)) == ()


def test_a_situation_is_counted_over_the_people_who_are_covered_without_it():
    refuses = replace(TEAM, criteria=taking("severe", "severe", does_not_take=(Row("pregnancy"),)))
    rows = {each.situation: each for each in by_situation(vale(refuses), asked(vale(refuses)))}
    pregnancy = rows["pregnancy"]
    assert (pregnancy.asked, pregnancy.kept, pregnancy.check, pregnancy.lost) == (2, 0, 0, 2), "the bands of 18 to 54"
    assert (rows["carer"].asked, rows["carer"].kept) == (4, 4)
    assert rows["another-language"].check == 4, "nobody has said whether there are interpreters"
    assert rows["carer"].equity
    assert not pregnancy.equity


def test_where_nobody_is_covered_nobody_can_lose_cover():
    empty = vale()
    assert all(each.asked == 0 for each in by_situation(empty, asked(empty)))
    assert asked(empty).plane("depression").cells[State.COVERED] == 0
