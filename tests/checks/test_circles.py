"""Circles are found wherever they are, and only where they are."""

from hypothesis import given
from hypothesis import strategies as st

from rightdoor.records.checks.circles import circles, way_round

NAMES = st.sampled_from("abcdefg")
LEADS = st.dictionaries(NAMES, st.lists(NAMES, max_size=4, unique=True), max_size=7)


def reached(leads: dict[str, list[str]], start: str) -> set[str]:
    """Everything that can be reached from a name by going on at least once."""
    found: set[str] = set()
    ahead = list(leads.get(start, ()))
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead.extend(leads.get(name, ()))
    return found


@given(LEADS)
def test_a_name_is_in_a_circle_just_when_it_leads_back_to_itself(leads: dict[str, list[str]]):
    groups = list(circles(leads))
    members = [name for group in groups for name in group]
    assert sorted(members) == sorted(name for name in leads if name in reached(leads, name))


@given(LEADS)
def test_names_of_one_circle_lead_to_one_another(leads: dict[str, list[str]]):
    for group in circles(leads):
        assert all(other in reached(leads, one) for one in group for other in group)


@given(LEADS)
def test_the_way_round_can_be_walked_and_ends_where_it_began(leads: dict[str, list[str]]):
    for group in circles(leads):
        way = way_round(group, leads)
        assert way[0] == way[-1] == min(group)
        assert all(other in leads[one] for one, other in zip(way, way[1:], strict=False))


def test_a_chain_of_ten_thousand_is_no_circle_and_does_not_exhaust_the_stack():
    chain = {str(number): [str(number + 1)] for number in range(10_000)}
    assert list(circles(chain)) == []
    chain["9999"] = ["0"]
    assert len(next(iter(circles(chain)))) == 10_000
