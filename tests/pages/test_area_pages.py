"""Areas and their lists: no dead ends, and every service is reached without searching."""

from datetime import date
from pathlib import Path

import pytest
from markupsafe import escape

from pages.street import CRISIS, HERE, TODAY, street, text_of, view, view_of
from rightdoor.model.directory import Directory
from rightdoor.pages import area_list_page, area_page, letters_page, lists, term_page
from rightdoor.pages.view import View
from rightdoor.records.load import load


@pytest.fixture(scope="module")
def real() -> Directory:
    """The project's own directory."""
    return load(Path(__file__).resolve().parents[2], TODAY, keep_going=True, jobs=1).directory


def test_an_area_names_its_front_door_and_its_neighbours() -> None:
    made = view_of({"front-door": {"name": "The Front Door"}})
    words = text_of(area_page.page(made, "northvale").body)
    assert "Not sure, or nothing fits? Ask The Front Door." in words
    assert "Beside it: Eastvale." in words


def test_an_area_without_a_front_door_says_so() -> None:
    assert "Not known: nobody has said where to ask" in text_of(area_page.page(view_of({}), "eastvale").body)


def test_a_known_gap_is_told_apart_from_what_nobody_has_looked_for() -> None:
    gap = {
        "need": "eating-disorder",
        "ages": {"from": "16y", "under": "18y"},
        "severity": "severe",
        "checked": "2026-09-14",
    }
    northvale = {"name": "Northvale", "kind": "local-authority", "within": "england", "known_gaps": [gap]}
    words = text_of(area_page.page(view_of({}, areas={"northvale": northvale}), "northvale").body)
    assert "Eating disorder, aged 16 to 17, severe" in words
    assert "Looked for on 14 September 2026" in words
    assert "There may be a service that nobody has entered." in words


def test_a_list_says_that_it_may_be_incomplete_and_where_else_to_look() -> None:
    made = view_of({"this": {}, "front-door": {"name": "The Front Door"}})
    words = text_of(area_list_page.need_page(made, "northvale/depression").body)
    assert "A list that is short or empty may only mean that nobody has entered the service yet." in words
    assert "Ask The Front Door." in words
    assert "Look next door: Eastvale." in words


def test_services_that_name_a_need_come_before_those_that_take_many_needs() -> None:
    made = view_of(
        {"wide": {"name": "A wide one", "needs": ["general-counselling"]}, "this": {"name": "One that names it"}}
    )
    words = text_of(area_list_page.need_page(made, "northvale/depression").body)
    assert (
        words.index("One that names it")
        < words.index("Services for a wider range of needs")
        < words.index("A wide one")
    )


def test_a_service_that_takes_nobody_just_now_comes_last() -> None:
    directory = street(
        {"a": {"name": "A", "intake": "paused"}, "b": {"name": "B", "intake": "open"}, "c": {"name": "C"}}
    )
    assert lists.by_area_and_need(directory, TODAY)["northvale/depression"] == ("b", "c", "a")


def test_a_card_says_what_is_not_known() -> None:
    words = text_of(area_list_page.need_page(view_of({"this": {}}), "northvale/depression").body)
    assert "Age not known · severity not known · Registered with a GP practice in Northvale" in words
    assert "Not known whether it takes referrals" in words
    assert "Wait Not known" in words


def test_a_card_shows_the_rules_of_the_area_it_is_listed_for() -> None:
    both = {"basis": "gp-practice", "areas": ["northvale", "eastvale"]}
    fields = {
        "criteria": {"age": {"from": "18y"}, "area": both},
        "by_area": {"eastvale": {"criteria": {"age": {"from": "16y"}}}},
    }
    made = view_of({"this": fields})
    usual, other = (
        text_of(area_list_page.need_page(made, f"{area}/depression").body) for area in ("northvale", "eastvale")
    )
    assert "Aged 18 and over" in usual
    assert "Aged 16 and over" in other


def test_a_national_service_that_never_said_where_it_works_is_listed_in_every_area() -> None:
    made = view_of({"samaritans": {"criteria": {}}})
    assert all("samaritans" in made.listing(lists.by_area, area) for area in ("northvale", "eastvale", "wales"))


def test_a_local_service_that_never_said_where_it_works_is_listed_in_the_area_of_its_folder() -> None:
    made = view_of({"this": {"criteria": {}}})
    listed = [area for area in ("northvale", "eastvale", "wales") if "this" in made.listing(lists.by_area, area)]
    assert listed == ["northvale"]


def test_every_service_is_on_a_list_of_each_of_its_needs_and_of_its_kind(real: Directory) -> None:
    needs, kinds = lists.by_need(real, TODAY), lists.by_type(real, TODAY)
    for service in real.services.values():
        if service.status != "defunct":
            assert all(service.id in needs[need] for need in service.needs), service.id
            assert service.id in kinds[service.type]


def test_every_local_service_is_on_the_lists_of_its_areas(real: Directory) -> None:
    areas = lists.by_area(real, TODAY)
    for service in real.services.values():
        for area in service.criteria.area.areas if service.criteria.area else ():
            assert service.id in areas[area], (service.id, area)


def test_every_service_is_in_the_a_to_z_by_every_name_it_has(real: Directory) -> None:
    found = {
        (name, address) for entries in letters_page.by_letter(real, TODAY).values() for name, address, _, _ in entries
    }
    for service in real.services.values():
        for name in (service.name, *service.also_known_as):
            assert (name, f"services/{service.id}/") in found


def test_an_a_to_z_of_hundreds_is_split_by_letter_and_then_by_page() -> None:
    many = {f"b-{number}": {"name": f"B service {number:04}"} for number in range(1100)}
    made = view_of(many)
    assert {"all", "b/1", "b/2", "b/3"} <= set(letters_page.keys(made))
    first, last = letters_page.page(made, "b/1"), letters_page.page(made, "b/3")
    assert (first.address, last.address) == ("a-z/b/", "a-z/b/3/")
    assert first.body.count("<li>") == letters_page.ON_A_PAGE
    assert "B service 0000" not in letters_page.page(made, "all").body


def test_a_page_of_a_need_with_very_many_services_gives_numbers_instead_of_names() -> None:
    many = {f"s-{number}": {"name": f"Service {number:04}"} for number in range(term_page.NAMED_AT_MOST + 1)}
    words = text_of(term_page.need_page(view_of(many), "depression").body)
    assert "201 local services" in words
    assert "Service 0000" not in words


def test_every_need_and_every_kind_has_a_page_even_where_nobody_offers_it() -> None:
    made = view_of({})
    assert "That does not mean that there is none" in text_of(term_page.need_page(made, "hoarding").body)
    assert "No national service is listed." in text_of(term_page.type_page(made, "memory-service").body)


def test_lists_follow_the_directory_and_not_the_one_before_it() -> None:
    first, second = street({"one": {}}), street({"two": {}})
    assert "one" in lists.by_area(first, TODAY)["northvale"]
    assert "two" in lists.by_area(second, date(2026, 1, 1))["northvale"]
    assert "one" not in lists.by_area(second, TODAY)["northvale"]


def test_a_list_of_an_area_does_not_change_with_a_service_of_another() -> None:
    made = view(
        street({"this": {"criteria": {"area": HERE}}, "far": {"criteria": {"area": {**HERE, "areas": ["eastvale"]}}}})
    )
    made.reads.clear()
    area_list_page.need_page(made, "northvale/depression")
    assert ("services", "far") not in made.reads


NEVER = {"how": "never"}


def town_with_danger() -> View:
    services = {
        "here": {"name": "Here", "needs": ["suicidal-thoughts"]},
        "papyrus": {"name": "A Helpline", "type": "helpline", "needs": ["suicidal-thoughts"]},
        "samaritans": {**CRISIS["samaritans"], "needs": ["crisis", "suicidal-thoughts"]},
        "low": {"name": "Low", "needs": ["depression"]},
    }
    return view_of(services)


def test_where_there_may_be_danger_the_area_s_crisis_help_comes_first_in_its_own_order_with_its_numbers() -> None:
    words = text_of(area_list_page.need_page(town_with_danger(), "northvale/suicidal-thoughts").body)
    order = [
        "Crisis help in Northvale",
        "Emergency services",
        "999",
        "NHS 111",
        "then press 2",
        "Samaritans",
        "116 123",
    ]
    places = [words.index(each) for each in (*order, "Other services", "A Helpline", "Here")]
    assert places == sorted(places)
    assert words.count("116 123") == 1, "nobody is listed twice"
    assert "5 services" in words


@pytest.mark.parametrize(("need", "first"), [("self-harm", True), ("crisis", True), ("depression", False)])
def test_crisis_help_comes_first_for_needs_that_may_mean_danger_and_for_no_others(need: str, first: bool) -> None:
    made = view_of({"this": {"needs": [need]}})
    words = text_of(area_list_page.need_page(made, f"northvale/{need}").body)
    assert ("Crisis help in Northvale" in words) == first


def test_a_card_of_a_crisis_service_gives_the_number_and_asks_for_no_check() -> None:
    made = view_of({id: {**raw, "checked": NEVER} for id, raw in CRISIS.items()})
    body = str(area_list_page.need_page(made, "england/crisis").body)
    words = text_of(body)
    for never_said in ("Ask first", "Not known whether it takes referrals", "Never checked", "Referrals", "Wait"):
        assert never_said not in words
    assert words.count("Details not confirmed with the service.") == 3
    assert "tel:111" in body
    assert "tel:999" not in body, "a thumb on a small screen must not call"


def test_a_crisis_line_that_takes_nobody_just_now_says_so_on_its_card() -> None:
    made = view_of({"nhs-111": {**CRISIS["nhs-111"], "intake": "paused"}})
    assert "Referrals Paused" in text_of(area_list_page.need_page(made, "england/crisis").body)


def test_a_card_shows_the_number_where_it_is_known() -> None:
    made = view_of({"this": {"contact": {"phone": "01632 960 110"}}})
    assert "Phone 01632 960 110" in text_of(area_list_page.need_page(made, "northvale/depression").body)


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        ({"how": "provider-phone", "on": "2026-11-01"}, "Whom it takes: confirmed by phone, 1 November 2026."),
        ({"how": "published-page", "on": "2026-08-14"}, "Whom it takes: read on the service's page, 14 August 2026."),
        (
            {"how": "other-directory", "on": "2026-07-30"},
            "Copied from another directory on 30 July 2026, not confirmed with the service. Ask first.",
        ),
        (NEVER, "Never checked: nobody has confirmed whom it takes. Ask first."),
        ({"how": "provider-phone", "on": "2025-01-01"}, "last confirmed on 1 January 2025, too long ago. Ask first."),
    ],
)
def test_a_card_says_how_it_was_checked_and_warns_of_what_nobody_confirmed(checked: dict[str, str], said: str) -> None:
    body = str(area_list_page.need_page(view_of({"this": {"checked": checked}}), "northvale/depression").body)
    assert said in text_of(body)
    card = body[: body.index(escape(said))].rpartition("<p ")[2]
    warned = any(f'data-standing="{each}"' in card for each in ("overdue", "not-confirmed", "never"))
    assert warned == said.endswith("Ask first.")


def gap_in_northvale(need: str = "hoarding") -> dict[str, dict[str, object]]:
    gap = {"need": need, "checked": "2026-10-05", "note": "We asked the council."}
    place = {"name": "Northvale", "kind": "local-authority", "within": "england", "front_door": "door"}
    return {"northvale": {**place, "known_gaps": [gap]}}


def test_a_known_gap_has_a_page_that_says_that_nobody_is_listed_and_where_to_ask() -> None:
    made = view_of({"door": {"name": "The Front Door"}}, areas=gap_in_northvale())
    assert "northvale/hoarding" in area_list_page.need_keys(made)
    page = area_list_page.need_page(made, "northvale/hoarding")
    words = text_of(page.body)
    assert "nobody is listed for this in Northvale, and no national service that works here" in words
    assert "Hoarding: somebody looked on 5 October 2026 and found nobody. We asked the council." in words
    assert "Ask The Front Door." in words
    assert "Look next door: Eastvale." in words
    assert 'href="../../../../needs/hoarding/"' in page.body


def test_a_known_gap_stands_in_one_list_of_the_area_s_page_and_leads_to_its_own() -> None:
    body = str(area_page.page(view_of({}, areas=gap_in_northvale()), "northvale").body)
    assert text_of(body).count("Hoarding") == 1
    assert 'href="../../areas/northvale/needs/hoarding/"' in body


def test_an_area_says_how_fresh_its_entries_are_and_leads_to_what_needs_checking() -> None:
    made = view_of({"new": {}, "never": {"checked": NEVER}})
    body = str(area_page.page(made, "northvale").body)
    said = "the 2 entries of this area were on 23 November 2026, each judged by its weakest part: 1 current and 1 never"
    assert said in text_of(body)
    assert 'href="../../due/northvale/"' in body
    assert "due/eastvale" not in area_page.page(made, "eastvale").body


def test_the_door_of_an_area_that_takes_nobody_just_now_says_so() -> None:
    made = view_of({"front-door": {"name": "The Front Door", "intake": "paused"}})
    assert "Ask The Front Door (paused)." in text_of(area_page.page(made, "northvale").body)


def test_the_address_of_the_kinds_leads_to_their_list() -> None:
    page = term_page.types_page(view_of({}), "all")
    assert (page.address, page.noindex) == ("types/", True)
    assert 'href="../services/"' in page.body


def test_a_list_puts_a_service_for_one_group_behind_those_for_anybody() -> None:
    one = {"name": "A Line for Men", "criteria": {"area": HERE, "only": [{"reason": "man"}]}}
    closed = {"name": "Another Closed", "intake": "paused"}
    made = view_of({"one": one, "anybody": {"name": "Harbour"}, "closed": closed})
    words = text_of(area_list_page.need_page(made, "northvale/depression").body)
    places = [words.index(each) for each in ("Harbour", "A Line for Men", "Another Closed")]
    assert places == sorted(places)
