"""Who runs and pays for services here, when contracts end, and which lists are closed."""

from dataclasses import replace
from datetime import date

from rightdoor.coverage.providers import KindRow, Providers, providers
from rightdoor.model.organization import Organization
from rightdoor.model.service import Service
from vale_facts import AREAS, TODAY, directory, service


def organization(id: str, kind: str = "charity", **fields: object) -> Organization:
    return replace(Organization(id, f"{id}.yaml", id.title(), kind), **fields)  # type: ignore[arg-type]


def of(organizations: list[Organization], *services: Service, today: date = TODAY, **parts: object) -> Providers:
    made = directory(*services, organizations={each.id: each for each in organizations}, **parts)
    return providers(made, "vale", today)


def run_by(organization: str, *ids: str) -> list[Service]:
    return [service(id, organization=organization) for id in ids]


def test_organizations_with_services_here_are_counted_by_kind_in_the_order_of_the_vocabulary():
    found = of(
        [organization("mill"), organization("trust", "nhs"), organization("idle")],
        *run_by("mill", "a", "b"),
        *run_by("trust", "c"),
    )
    assert found.kinds == (KindRow("nhs", ("trust",), ("c",)), KindRow("charity", ("mill",), ("a", "b")))


def test_nationwide_services_are_nobody_s_provider_here():
    assert of([organization("far")], service("line", organization="far", folder="national")).kinds == ()


def test_the_contract_that_ends_soonest_stands_first_and_a_passed_one_is_said_to_have_passed():
    found = of(
        [
            organization("late", commissioned_by=("board",), contract_ends=date(2027, 3, 31)),
            organization("gone", commissioned_by=("board",), contract_ends=date(2026, 11, 22)),
            organization("today", commissioned_by=("board",), contract_ends=TODAY),
        ],
        *run_by("late", "a"),
        *run_by("gone", "b"),
        *run_by("today", "c"),
    )
    told = [(each.organization, each.days, each.passed, each.services) for each in found.contracts]
    assert told == [("gone", -1, True, ("b",)), ("today", 0, False, ("c",)), ("late", 128, False, ("a",))]


def test_a_paid_organization_without_a_day_and_one_that_nobody_is_said_to_pay_are_named():
    found = of(
        [organization("paid", commissioned_by=("board",)), organization("own")],
        *run_by("paid", "a"),
        *run_by("own", "b"),
    )
    assert (found.no_contract, found.payer_unknown) == (("paid",), ("own",))


def test_closed_and_paused_lists_are_named_and_an_unknown_one_is_not():
    states = {"open": "open", "closed": "waiting-list-closed", "paused": "paused", "unknown": "unknown"}
    lists = [service(id, intake=intake) for id, intake in states.items()]
    found = of([organization("trust", "nhs")], *lists, service("shut", status="temporarily closed", intake="unknown"))
    assert [(each.service, each.intake) for each in found.closed] == [
        ("closed", "waiting-list-closed"),
        ("paused", "paused"),
        ("shut", "unknown"),
    ]


def test_the_days_to_the_end_of_a_contract_in_a_made_up_place_count_from_the_day_of_its_story():
    story = {**AREAS, "vale": replace(AREAS["vale"], fictional=True, story_date=date(2026, 11, 23))}
    ends = organization("mill", commissioned_by=("board",), contract_ends=date(2026, 11, 30))
    found = of([ends], *run_by("mill", "a"), today=date(2031, 1, 1), areas=story)
    assert [each.days for each in found.contracts] == [7]


def test_a_service_whose_organization_is_not_entered_is_in_no_kind():
    assert of([], *run_by("nobody", "a")).kinds == ()
