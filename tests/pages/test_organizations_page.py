"""The organizations by kind: who runs how much, and whose contract ends when."""

import pytest

from pages.street import GRAMMAR, text_of, view_of
from rightdoor.pages import organizations_page
from rightdoor.pages.memory import Fingerprints, lines_of
from rightdoor.pages.organizations_page import ADDRESS, address_of, page, parts

PAID = {"name": "Paid", "kind": "charity", "commissioned_by": ["trust"]}


def words(**organizations: dict[str, object]) -> str:
    return text_of(page(view_of({"this": {"name": "This"}}, organizations=organizations), "all").body)


def test_organizations_stand_under_their_kind_with_how_many_services_they_run() -> None:
    made = view_of({"this": {"name": "This"}, "that": {"name": "That"}})
    found = page(made, "all")
    assert found.address == ADDRESS
    assert [each for _, each in found.toc] == ["NHS", "Charity"]
    assert 'href="../organizations/trust/"' in found.body
    assert "The Trust 4 services" in text_of(found.body)


def test_a_defunct_service_is_not_counted() -> None:
    gone = view_of({"this": {"name": "This"}, "gone": {"name": "Gone", "status": "defunct"}})
    assert "The Trust 3 services" in text_of(page(gone, "all").body)


def test_the_end_of_a_contract_is_told_and_one_that_nobody_has_said_is_not_known() -> None:
    told = words(mill={**PAID, "name": "Mill", "contract_ends": "2027-03-31"}, paid=PAID)
    assert "Mill no service listed; contract ends 31 March 2027" in told
    assert "Paid no service listed; end of its contract not known" in told
    assert "The Trust 3 services; pays 2 others" in told


def test_contracts_stand_with_the_first_to_end_first_and_a_passed_one_says_so() -> None:
    told = words(
        late={**PAID, "name": "Late", "contract_ends": "2027-03-31"},
        gone={**PAID, "name": "Gone", "contract_ends": "2026-11-22"},
        today={**PAID, "name": "Today", "contract_ends": "2026-11-23"},
    )
    contracts = told.partition("Contracts that end")[2]
    assert "22 November 2026 Passed Gone The Trust 23 November 2026 Today The Trust 31 March 2027 Late" in contracts


def test_without_a_contract_there_is_no_table_of_them() -> None:
    assert "Contracts that end" not in words()


def test_a_made_up_organization_says_so_and_its_contract_is_measured_on_the_day_of_its_story() -> None:
    area = {"name": "Northvale", "kind": "local-authority", "within": "england", "fictional": True}
    mill = {**PAID, "name": "Mill", "fictional": True, "contract_ends": "2026-06-30"}
    services = {"this": {"name": "This", "organization": "mill", "fictional": True}}
    before = view_of(services, organizations={"mill": mill}, areas={"northvale": {**area, "story_date": "2026-05-01"}})
    after = view_of(services, organizations={"mill": mill}, areas={"northvale": {**area, "story_date": "2026-07-01"}})
    assert "Passed" not in page(before, "all").body
    assert "Passed" in page(after, "all").body
    assert "Mill 1 service; contract ends 30 June 2026, made up" in text_of(page(after, "all").body)


def test_where_they_are_many_each_kind_has_pages_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(organizations_page, "ON_A_PAGE", 2)
    charities = {f"c{at}": {"name": f"Charity {at}", "kind": "charity"} for at in range(3)}
    made = view_of({}, organizations=charities)
    assert list(parts(made)) == ["all", "nhs/1", "charity/1", "charity/2"]
    first, last = page(made, "charity/1"), page(made, "charity/2")
    assert 'href="../organization-kinds/charity/"' in page(made, "all").body
    assert "Charity 0" not in page(made, "all").body
    assert (first.address, last.address) == (address_of("charity"), address_of("charity", 2))
    assert 'rel="next"' in first.body and 'rel="prev"' in last.body
    assert first.title != last.title


def test_every_kind_of_organization_can_be_an_address() -> None:
    assert all(term.code.replace("-", "").isalnum() for term in GRAMMAR["organization_kinds"])


@pytest.mark.parametrize(
    "change", [{"kind": "cic"}, {"name": "Other"}, {"contract_ends": "2027-01-01"}, {"commissioned_by": ["trust"]}]
)
def test_a_change_to_an_organization_has_the_page_made_again(change: dict[str, object]) -> None:
    first = {"name": "Mill", "kind": "charity"}
    before = view_of({}, organizations={"mill": first})
    after = view_of({}, organizations={"mill": {**first, **change}})
    page(before, "all")
    reads = lines_of(before.reads)
    assert Fingerprints(before, {}).of(reads) != Fingerprints(after, {}).of(reads)


def test_a_name_with_markup_stays_text() -> None:
    body = page(view_of({}, organizations={"x": {"name": "<script>alert(1)</script>", "kind": "nhs"}}), "all").body
    assert "<script>" not in body
    assert "&lt;script&gt;" in body
