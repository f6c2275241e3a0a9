"""A tip says what to type wherever that can be guessed."""

import re
from pathlib import Path

import pytest

from checks.examples import TODAY
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.organization import Organization
from rightdoor.model.problem import Level, Problem
from rightdoor.model.service import Service
from rightdoor.records.checks import excepted
from rightdoor.records.checks.frame import Context
from rightdoor.records.checks.hours_not_readable import is_readable, tip
from rightdoor.records.checks.missing_reference import check_directory
from rightdoor.records.checks.never_checked import WHEN
from rightdoor.records.checks.url_not_safe import fault_of
from rightdoor.records.grammar import judge_source
from rightdoor.records.marks import Mark
from rightdoor.records.read import read_source


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Monday to Friday, 9am to 5pm", "Mo-Fr 09:00-17:00"),
        ("Mon-Fri 9.30am - 5pm", "Mo-Fr 09:30-17:00"),
        ("Tuesdays and Thursdays 10am to midday", "Tu,Th 10:00-12:00"),
        ("Sat 6pm to midnight", "Sa 18:00-24:00"),
        ("Mon-Fri 9-5", "Mo-Fr 09:00-17:00"),
        ("Mon - Fri 9-5pm", "Mo-Fr 09:00-17:00"),
        ("Tues 2-5pm", "Tu 14:00-17:00"),
        ("Mo-Fr 09.00-17.00", "Mo-Fr 09:00-17:00"),
        ("24 hours", "24/7"),
        ("Open 24 hours a day, 7 days a week", "24/7"),
        ("Mon-Fri 9am-5pm, closed bank holidays", "Mo-Fr 09:00-17:00; PH off"),
        ("Weekdays 9.30am to 4pm (except bank holidays)", "Mo-Fr 09:30-16:00; PH off"),
        ("closed bank holidays", "PH off"),
        ("Mondays 10am to 12 noon", "Mo 10:00-12:00"),
    ],
)
def test_hours_in_words_are_said_in_the_form_to_type(typed: str, meant: str):
    assert not is_readable(typed)
    assert tip(typed) == f"Type: {meant}"


def test_hours_without_an_end_ask_for_the_end_in_the_form_to_type():
    assert tip("Tuesdays 7pm") == "Say when it ends as well, as in: Tu 19:00-21:00"


def test_hours_that_nobody_can_guess_get_an_example():
    for each in ("by appointment", "Sat 24 hours except Easter", "24 hours a week"):
        assert tip(each).startswith("Type it as in: Mo-Fr 09:00-17:00")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//example.org/",
        "https://",
        "https://localhost/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[oops/",
        "https://user@example.org/",
        "https://example.org:8080/",
        "https://example.org:port/",
        "https://example.org/\u202egpj",
        'https://example.org/"onclick="x',
        "https://ex ample.org/",
        "https://example..org/",
        "file:///etc/passwd",
    ],
)
def test_an_address_that_could_do_harm_is_refused(address: str):
    assert fault_of(address)


@pytest.mark.parametrize(
    "address", ["https://example.org", "http://www.nhs.uk/a-b_c/~d?e=f&g=h%20i#j", "https://example.org:443/x,y;z"]
)
def test_an_ordinary_address_is_taken(address: str):
    assert fault_of(address) is None


def many_services(count: int) -> Directory:
    """Services that all name one organization, which is missing."""
    folder = "directory/services/national"
    names = [f"northvale-service-{number}" for number in range(count)]
    made = (
        Service(each, f"{folder}/{each}.yaml", each, "nobody", "helpline", "active", "", "national") for each in names
    )
    return Directory(Grammar({}), services={each.id: each for each in made})


def test_thousands_of_missing_references_are_said_without_comparing_each_with_all():
    directory = many_services(3_000)
    context = Context(TODAY, mark=lambda file, path: Mark(1, 1))
    assert len(list(check_directory(directory, context))) == 3_000


MENS_GROUP = "directory/services/northvale/northvale-mens-group.yaml"


def mobile(file: str) -> Problem:
    return Problem(file, 3, 1, Level.ERROR, "personal-contact", "The number is a mobile's.")


def test_an_exception_holds_for_one_check_of_one_record_only():
    other = "directory/services/northvale/northvale-mens-group-2.yaml"
    row = {"check": "personal-contact", "record": "northvale-mens-group", "why": "It has one mobile."}
    assert excepted([mobile(MENS_GROUP), mobile(other)], [row], lambda path: Mark(1, 1)) == (mobile(other),)


def test_an_exception_by_path_tells_two_records_of_one_id_apart():
    row = {
        "check": "personal-contact",
        "record": "services/northvale/northvale-mens-group",
        "why": "It has one mobile.",
    }
    organization = "directory/organizations/northvale-mens-group.yaml"
    left = excepted([mobile(MENS_GROUP), mobile(organization)], [row], lambda path: Mark(1, 1))
    assert left == (mobile(organization),)


def test_nobody_is_excepted_from_a_check_on_which_a_life_may_depend():
    wrong = Problem(MENS_GROUP, 3, 1, Level.ERROR, "disproved-number", "The number is known to be wrong.")
    row = {"check": "disproved-number", "record": "northvale-mens-group", "why": "We like it."}
    left = excepted([wrong], [row], lambda path: Mark(2, 5))
    assert [each.code for each in left] == ["disproved-number", "unused-exception"]


@pytest.mark.parametrize("file", ["never-checked", "impossible-date", "date-in-future", "wrong-form", "facts-overdue"])
def test_nobody_is_given_a_confirmation_with_a_day_ready_to_copy(root: Path, file: str):
    page = (root / "docs/checks" / f"{file}.md").read_text("utf-8")
    assert not re.search(r"\bon: *[0-9]", page)


def test_a_confirmation_that_was_copied_without_its_day_is_refused():
    text = f"name: X\norganization: x\ntype: helpline\nstatus: active\nsummary: X.\nchecked: {WHEN}\n"
    (problem,) = judge_source(read_source(text.encode(), "x.yaml"), "service")
    assert (problem.code, problem.line) == ("wrong-form", 6)
    assert not re.search("[0-9]", problem.tip)


def tip_for_organization(id: str) -> str:
    organization = Organization("northvale-nhs-trust", "x.yaml", "Northvale and Valeland Partnership", "nhs")
    service = Service("a", "a.yaml", "A", id, "helpline", "active", "", "national")
    directory = Directory(Grammar({}), services={"a": service}, organizations={organization.id: organization})
    (found,) = check_directory(directory, Context(TODAY, mark=lambda file, path: Mark(1, 1)))
    return found.tip


@pytest.mark.parametrize("typed", ["nhs-trust", "northvale-nhs-trust-west", "northvale-and-valeland-partnership"])
def test_an_organization_called_by_a_part_of_its_id_or_by_its_name_is_recognised(typed: str):
    assert tip_for_organization(typed) == "Did you mean northvale-nhs-trust?"


def test_an_organization_without_a_record_is_written_first_from_its_template():
    tip = tip_for_organization("lantern")
    assert tip.startswith("Write directory/organizations/lantern.yaml first, from schema/templates/organization.yaml")
