"""Where somebody who is not taken can go instead, and which of the places named are passed over."""

from matching.town import said_of


def test_a_place_that_does_not_serve_where_the_person_is_is_not_named_to_go_to() -> None:
    elsewhere = {"criteria": {"area": {"basis": "home-address", "areas": ["southmoor"]}}}
    severe = {"area": "northvale", "severity": "severe"}
    both = {"criteria": {"severity": {"to": "moderate", "refer_to": ["crisis-team", "cmht"]}}}
    said = said_of("front-door", severe, front_door=both, crisis_team=elsewhere)
    assert said.instead == ("cmht",)
    assert said_of("front-door", {"severity": "severe"}, front_door=both, crisis_team=elsewhere).instead == (
        "crisis-team",
        "cmht",
    )


def test_a_place_elsewhere_is_named_where_no_other_is() -> None:
    elsewhere = {"criteria": {"area": {"basis": "home-address", "areas": ["southmoor"]}}}
    only = {"criteria": {"severity": {"to": "moderate", "refer_to": ["crisis-team"]}}}
    said = said_of("front-door", {"area": "northvale", "severity": "severe"}, front_door=only, crisis_team=elsewhere)
    assert said.instead == ("crisis-team",)
