"""Organizations, closed and moved services, what is due, and the home page."""

from pathlib import Path
from types import ModuleType

import pytest

from pages.street import GRAMMAR, TODAY, section, text_of, view_of
from rightdoor.pages import due_page, gone_page, home_page, letters_page, organization_page, standings
from rightdoor.pages.memory import Fingerprints, lines_of
from rightdoor.pages.page import Kind
from rightdoor.pages.view import View


def test_an_organization_lists_its_services_and_who_pays_it() -> None:
    organizations = {
        "trust": {"name": "The Trust", "kind": "nhs", "commissioned_by": ["charity"], "identifiers": {"ods": "ABC"}}
    }
    made = view_of({"this": {"name": "Its Service"}}, organizations=organizations)
    words = text_of(organization_page.page(made, "trust").body)
    assert "Its Service" in words
    assert "Paid by The Charity" in words
    assert "NHS organisation code ABC" in words
    assert "Pays The Trust" in text_of(organization_page.page(made, "charity").body)


def test_a_former_id_leads_to_the_service() -> None:
    made = view_of({"this": {"name": "Now", "aliases": ["before"]}})
    assert list(gone_page.alias_keys(made)) == ["before"]
    page = gone_page.alias_page(made, "before")
    assert page.address == "services/before/"
    assert page.noindex
    assert 'href="../../services/this/"' in page.body


def test_a_closed_service_says_why_and_what_to_use_instead() -> None:
    rows = [{"id": "gone", "name": "Gone", "why": "It closed.", "since": "2025-03-01", "use_instead": ["this"]}]
    made = view_of({"this": {"name": "The New One"}}, tombstones=rows)  # type: ignore[arg-type]
    assert list(gone_page.tombstone_keys(made)) == ["gone"]
    page = gone_page.tombstone_page(made, "gone")
    words = text_of(page.body)
    assert page.discreet
    assert "Not listed since 1 March 2025. It closed. Use instead: The New One." in words


def services_of_every_age() -> View:
    ages = {"new": "2026-11-20", "old": "2026-03-01", "ancient": "2020-01-01"}
    services = {id: {"name": id.title(), "checked": {"how": "provider-phone", "on": on}} for id, on in ages.items()}
    return view_of({**services, "never": {"name": "Never", "checked": {"how": "never"}}})


def test_what_is_due_is_counted_by_the_weakest_part_of_each_entry() -> None:
    assert standings.counts(services_of_every_age().whole, TODAY)["northvale"] == (1, 0, 1, 1, 1)


@pytest.mark.parametrize(("kind", "key"), [(letters_page, "all"), (due_page, "due")])
def test_the_first_entry_of_a_letter_or_a_folder_has_their_list_made_again(kind: ModuleType, key: str) -> None:
    before, after = view_of({}), view_of({"this": {"name": "Zebra House"}})
    kind.page(before, key)
    reads = lines_of(before.reads)
    assert Fingerprints(before, {}).of(reads) == Fingerprints(view_of({}), {}).of(reads)
    assert Fingerprints(before, {}).of(reads) != Fingerprints(after, {}).of(reads)


def test_pages_say_for_how_many_days_the_vocabulary_trusts_a_fact(root: Path) -> None:
    days = {term.code: term.more["days"] for term in GRAMMAR["fact_groups"]}
    waits, contact, criteria = days["waits"], days["contact"], days["criteria"]
    words = text_of(due_page.page(services_of_every_age(), "due").body)
    assert f"waits for {waits} days, contact for {contact}, who a service takes for {criteria}." in words
    assert (contact, criteria, days["other"]) == (days["hours"], days["referral"], 365)
    prose = (root / "docs/how-it-works.md").read_text("utf-8")
    crisis = f"a crisis route (a service that an area names for urgent help) for {days['crisis']} days"
    assert f"{crisis}, waits for {waits}, contact and hours for {contact}" in prose
    assert f"whom a service takes and how to refer for {criteria}, the rest for a year" in prose


def test_a_part_about_which_an_entry_says_nothing_is_not_due() -> None:
    checked = {"how": "provider-phone", "on": "2026-08-20"}
    made = view_of({"this": {"checked": checked}, "open": {"checked": checked, "intake": "open"}})
    parts = {(service, part) for service, part, _, _ in standings.by_folder(made.whole, TODAY)["northvale"]}
    assert parts == {("open", "Waits")}


def test_what_was_copied_is_never_counted_as_current() -> None:
    made = view_of({"this": {"name": "This", "checked": {"how": "other-directory", "on": "2026-11-22"}}})
    assert standings.counts(made.whole, TODAY)["northvale"] == (0, 0, 0, 1, 0)
    assert "Not confirmed with the service" in text_of(due_page.folder_page(made, "northvale").body)


def test_what_is_due_is_listed_worst_first() -> None:
    body = str(due_page.folder_page(services_of_every_age(), "northvale").body)
    due, never = section(body, "due"), section(body, "never-checked")
    assert due.index("Ancient") < due.index("Old")
    assert "New" not in due + never and "Never" not in due
    assert "Never Who it takes, Everything else" in never


def test_the_home_page_has_the_finder_and_the_ways_in_without_it() -> None:
    body = str(home_page.page(view_of({"this": {}}), "home").body)
    assert '<div class="rd-finder" data-rd-finder data-base="./"></div>' in body
    for address in ("areas/northvale/", "areas/", "needs/depression/", "needs/", "services/", "a-z/"):
        assert f'href="{address}"' in body


def test_without_javascript_the_home_page_says_why_there_is_no_finder_and_points_at_the_lists() -> None:
    body = str(home_page.page(view_of({"this": {}}), "home").body)
    said = body.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "Finding by need and age needs JavaScript." in said
    for address in ("#choose-area", "#choose-need", "a-z/"):
        assert f'href="{address}"' in said


def test_a_discreet_need_is_not_put_on_the_home_page() -> None:
    body = str(home_page.page(view_of({"this": {"needs": ["domestic-abuse"]}}), "home").body)
    assert "Domestic abuse" not in body


def test_every_kind_of_page_has_a_name_of_its_own() -> None:
    from rightdoor.pages.kinds import KINDS

    names = [kind.name for kind in KINDS if isinstance(kind, Kind)]
    assert len(names) == len(set(names))
