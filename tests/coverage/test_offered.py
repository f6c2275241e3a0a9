"""What services offer: yes, ruled out, not known, said too long ago; and never a yes out of silence."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.coverage.offered import PARTS, Offered, Share, offered
from rightdoor.coverage.times import around_the_clock, at_the_weekend, in_the_evening
from rightdoor.model.service import Check, Checked, Cost, Languages, Service, Sessions
from vale_facts import GRAMMAR, LONG_AGO, OLD, TODAY, YESTERDAY, directory, service


def of(*services: Service) -> Offered:
    return offered(directory(*services), "vale", TODAY)


def share(shares: tuple[Share, ...], code: str) -> Share:
    return next(each for each in shares if each.code == code)


def counted(found: Share) -> tuple[int, int, int, int]:
    return len(found.yes), len(found.no), len(found.unknown), len(found.stale)


def test_services_that_see_people_here_are_asked_and_lines_and_nationwide_ones_are_not():
    line, abroad = service("line", "helpline"), service("abroad", folder="national")
    shut = service("shut", status="inactive")
    assert of(service("team"), line, abroad, shut).services == ("team",)


def test_interpreters_are_counted_as_said_and_an_unsaid_one_is_not_known():
    said = [service(each, languages=Languages(("en",), each)) for each in ("yes", "no", "unknown")]
    (found,) = of(*said, service("silent")).interpreters
    assert found == Share("yes", ("yes",), ("no",), ("silent", "unknown"), ())


def test_what_was_said_too_long_ago_is_neither_yes_nor_no():
    said = [service(each, languages=Languages(("en",), each), checked=OLD) for each in ("yes", "no")]
    (found,) = of(*said).interpreters
    assert found == Share("yes", (), (), (), ("no", "yes"))


def test_only_languages_that_staff_of_some_service_speak_are_named_and_english_is_not():
    polish, english = service("a", languages=Languages(("en", "pl"))), service("b", languages=Languages(("en",)))
    found = of(polish, english, service("c")).languages
    assert found == (Share("pl", ("a",), ("b",), ("c",), ()),)


def test_what_a_service_does_not_say_of_access_is_not_known_and_never_no():
    found = of(service("a", access=("step-free",)), service("b")).access
    assert counted(share(found, "step-free")) == (1, 0, 1, 0)
    assert counted(share(found, "hearing-loop")) == (0, 0, 2, 0)
    assert {each.code for each in found} == set(GRAMMAR["access"].terms) - {"evening", "weekend"}


def test_costs_ways_and_sessions_are_counted_where_some_service_says_them():
    a = service("a", cost=Cost("free"), delivery=("in-person", "video"), sessions=Sessions("up-to", None, 12))
    b = service("b", cost=Cost("fixed-fee"), delivery=("in-person",))
    found = of(a, b, service("c", delivery=()))
    assert [(each.code, *counted(each)) for each in found.cost] == [("free", 1, 1, 1, 0), ("fixed-fee", 1, 1, 1, 0)]
    assert [(each.code, *counted(each)) for each in found.delivery] == [
        ("in-person", 2, 0, 1, 0),
        ("video", 1, 1, 1, 0),
    ]
    assert [(each.code, *counted(each)) for each in found.sessions] == [("up-to", 1, 0, 2, 0)]


def test_evenings_are_said_or_follow_from_the_opening_hours():
    said = service("said", access=("evening",), hours="Mo-Fr 09:00-17:00")
    late, early = service("late", hours="Tu 18:00-21:00"), service("early", hours="Mo-Fr 09:00-17:00; PH off")
    odd = service("odd", hours="sunrise-sunset")
    found = share(of(said, late, early, odd, service("silent")).times, "evening")
    assert found == Share("evening", ("late", "said"), ("early",), ("odd", "silent"), ())


def test_hours_that_are_stale_say_nothing_of_the_evening_while_a_fresh_line_of_access_does():
    checked = Checked(Check("provider-phone", YESTERDAY), {"hours": Check("provider-phone", LONG_AGO)})
    late = service("late", hours="Mo-Fr 09:00-20:00", checked=checked)
    said = replace(late, id="said", access=("evening",))
    found = share(of(late, said).times, "evening")
    assert (found.yes, found.stale) == (("said",), ("late",))


@pytest.mark.parametrize(
    ("hours", "evening", "weekend"),
    [
        ("Mo-Fr 09:00-17:00; PH off", False, False),
        ("Mo-Fr 09:00-19:00", True, False),
        ("Mo-Fr 09:00-18:30", False, False),
        ("Mo-Th 09:00-17:00; Sa 10:00-14:00", False, True),
        ("Sa,Su 18:00-23:00", False, True),
        ("24/7", True, True),
        ("Mo-Su,PH 17:00-23:00", True, True),
        ("Fr-Mo 10:00-12:00", False, True),
        ("Mo-Fr 22:00-02:00", True, False),
        ("We[2] 18:00-20:00", True, False),
        ("Mo-Fr 09:00-17:00; Sa off", False, False),
        ("09:00-20:00", True, True),
        ("Mo 18:00+", True, False),
        ("PH 10:00-22:00", False, False),
        ("by appointment", None, None),
        ('Mo-Fr "by appointment"', None, None),
    ],
)
def test_opening_hours_reach_into_the_evening_and_the_weekend(hours: str, evening: bool | None, weekend: bool | None):
    assert (in_the_evening(hours), at_the_weekend(hours)) == (evening, weekend)


def test_only_every_hour_of_every_day_is_around_the_clock():
    assert around_the_clock("24/7") and around_the_clock("Mo-Su 00:00-24:00")
    assert not around_the_clock("Mo-Fr 00:00-24:00") and not around_the_clock("Mo-Su 08:00-20:00")


SAID = st.fixed_dictionaries(
    {
        "languages": st.builds(
            Languages, st.sampled_from([(), ("en",), ("en", "pl")]), st.sampled_from(["yes", "no", "unknown"])
        ),
        "access": st.sampled_from([(), ("step-free",), ("evening", "weekend")]),
        "cost": st.sampled_from([None, Cost("free"), Cost("fixed-fee")]),
        "delivery": st.sampled_from([(), ("in-person",), ("group", "video")]),
        "sessions": st.sampled_from([None, Sessions("drop-in")]),
        "hours": st.sampled_from([None, "24/7", "Mo 09:00-10:00", "odd"]),
        "checked": st.sampled_from([OLD, service("x").checked, Checked(Check("never"))]),
    }
)


@given(st.lists(SAID, max_size=5))
def test_each_service_is_counted_once_and_never_yes_where_nobody_vouches_for_it(said: list[dict[str, object]]):
    services = [service(f"s{at}", **each) for at, each in enumerate(said)]
    found = of(*services)
    unvouched = {
        each.id for each, fields in zip(services, said, strict=True) if fields["checked"] != service("x").checked
    }
    for part in PARTS:
        for each in getattr(found, part):
            assert sorted((*each.yes, *each.no, *each.unknown, *each.stale)) == sorted(found.services)
            assert unvouched.isdisjoint((*each.yes, *each.no))
            assert each.code in GRAMMAR[PARTS[part]]
