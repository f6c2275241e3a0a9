"""How fresh the entries of an area are, by group of facts and by the worst of each."""

from rightdoor.coverage.standing import AS_A_WHOLE, AreaStandings, standings
from rightdoor.model.freshness import Standing
from rightdoor.model.service import Check, Checked, Contact, Service
from vale_facts import CONFIRMED, LONG_AGO, OLD, TODAY, YESTERDAY, directory, service, wait


def of(*services: Service) -> AreaStandings:
    return standings(directory(*services), "vale", TODAY)


def group(found: AreaStandings, code: str) -> dict[str, tuple[str, ...]]:
    services = next(each.services for each in found.groups if each.group == code)
    return {standing.value: ids for standing, ids in services.items() if ids}


def test_an_entry_stands_as_the_worst_of_its_groups_does():
    partly = Checked(Check("provider-phone", YESTERDAY), {"waits": Check("provider-phone", LONG_AGO)})
    found = of(service("good"), service("partly", checked=partly, waits=(wait("referral", "treatment", 2),)))
    assert found.services[Standing.CURRENT] == ("good",)
    assert found.services[Standing.NOT_CONFIRMED] == ("partly",)


def test_a_group_counts_only_the_services_that_say_anything_in_it():
    found = of(service("phone", contact=Contact(phone="01632 960 111")), service("silent"))
    assert group(found, "contact") == {"current": ("phone",)}
    assert group(found, "criteria") == {"current": ("phone", "silent")}


def test_never_checked_and_copied_entries_are_told_apart_from_overdue_ones():
    never = service("never", checked=Checked(Check("never")))
    copied = service("copied", checked=Checked(Check("other-directory", YESTERDAY)))
    found = of(never, copied, service("old", checked=OLD))
    assert found.services[Standing.NEVER] == ("never",)
    assert found.services[Standing.NOT_CONFIRMED] == ("copied", "old")


def test_crisis_routes_stand_as_a_whole_and_nationwide_ones_only_there():
    line = service("nhs-line", "crisis-line", folder="national", checked=OLD)
    found = of(line, service("team"))
    assert group(found, AS_A_WHOLE) == {"not-confirmed": ("nhs-line",)}
    assert sum(map(len, found.services.values())) == 1


def test_every_standing_is_told_in_its_order_even_of_an_area_without_services():
    found = of()
    assert list(found.services) == list(Standing)
    assert not any(found.services.values())


def test_a_defunct_service_is_nobody_s_work():
    assert not any(of(service("gone", status="defunct", checked=CONFIRMED)).services.values())
