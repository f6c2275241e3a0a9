"""What a volunteer is told when a record breaks the grammar: one problem for each cause, at its place."""

import re

import pytest

from rightdoor.model.problem import Level, Problem
from rightdoor.records.grammar import judge_source
from rightdoor.records.grammar_faults import FAULTS
from rightdoor.records.read import read_source

SERVICE = """\
name: Northvale Talking Therapies
organization: northvale-nhs-trust
type: talking-therapies
status: active
summary: Talking therapies for adults.
checked: {how: never}
"""
JARGON = re.compile(r"\b(?:key|array|null|enum|string|object|property|schema error|integer|boolean|None|dict)\b")


def problems(text: str, kind: str = "service") -> list[Problem]:
    return judge_source(read_source(text.encode(), f"x/{kind}.yaml"), kind)


def only(text: str, kind: str = "service") -> Problem:
    found = problems(text, kind)
    assert len(found) == 1, [(each.line, each.message) for each in found]
    assert found[0].level is Level.ERROR
    return found[0]


def with_lines(*lines: str) -> str:
    return SERVICE + "\n".join(lines) + "\n"


def test_a_service_with_only_what_is_needed_has_no_problem():
    assert problems(SERVICE) == []


@pytest.mark.parametrize(
    ("lines", "code", "place", "message", "tip"),
    [
        ("needs: [depression, deppression]", "unknown-word", (7, 21), "“deppression”", "Did you mean depression"),
        (
            "needs: [BPD]",
            "unknown-word",
            (7, 9),
            "“BPD”",
            "complex-emotional-needs (Complex emotional needs) or bipolar",
        ),
        ("needs: [talking-therapies]", "unknown-word", (7, 9), "“talking-therapies”", "is a type of service"),
        ("needs: [PTSD]", "unknown-word", (7, 9), "“PTSD”", "Did you mean ptsd"),
        ("needs: depression", "wrong-type", (7, 8), "where a list is needed", "needs: [depression]"),
        ("needs: []", "empty-value", (7, 8), "needs is empty", "delete the line"),
        ("needs: [anxiety, anxiety]", "repeated-value", (7, 8), "“anxiety” more than once", "Delete one"),
        ("contact: {phone: 999}", "wrong-type", (7, 18), "phone is 999", 'Put it in quotes: phone: "999"'),
        ("contact: {phone: }", "empty-value", (7, 18), "phone is empty", "For example"),
        ("contact: {fone: '999'}", "unknown-field", (7, 11), "no field fone in contact", "Did you mean phone?"),
        ("contact: 01632 960 110", "wrong-type", (7, 10), "where a group of fields", "phone, phone_note"),
        ("phone: '999'", "unknown-field", (7, 1), "no field phone in a service", "contact: {phone: …}"),
        ("criteria: {age: 18}", "wrong-type", (7, 17), "age is 18", "age: {from: 18y} or age: any"),
        ("criteria: {age: {from: 18}}", "wrong-type", (7, 24), "from is 18, a number without its unit", "Type 18y"),
        ("criteria: {age: {from: 18 years}}", "wrong-form", (7, 24), "“18 years”", "Type: 18y"),
        ("criteria: {age: {from: 17 years and 9 months}}", "wrong-form", (7, 24), "17 years", "Type: 17y9m"),
        ("criteria: {age: {to: 25y6m}}", "wrong-form", (7, 22), "in whole years", "use under instead"),
        ("criteria: {age: {under: 26y, to: 25y}}", "not-together", (7, 12), "Both under and to", "Keep one"),
        ("criteria: {age: all}", "unknown-word", (7, 17), "age is “all”", "age: any"),
        (
            "criteria: {severity: mild to moderate}",
            "unknown-word",
            (7, 22),
            "“mild to moderate”",
            "{from: mild, to: moderate}",
        ),
        ("criteria: {does_not_take: none}", "unknown-word", (7, 27), "“none”", "does_not_take: none stated"),
        ("criteria: {does_not_take: [{reason: psychotic}]}", "unknown-word", (7, 37), "“psychotic”", "psychosis"),
        ("criteria: {only: {reason: veteran}}", "wrong-type", (7, 18), "where a list is needed", "dash"),
        ("criteria: {time_since_event: {from: 6}}", "wrong-type", (7, 37), "without its unit", "6m for months"),
        ("criteria: {time_since_event: {from: 6 months}}", "wrong-form", (7, 37), "“6 months”", "Type: 6m"),
        (
            "waits: [{from: referral, to: assessment, weeks: four, as_of: 2026-09-30}]",
            "wrong-type",
            (7, 49),
            "“four”",
            "4",
        ),
        (
            "waits: [{from: referral, to: assessment, weeks: 4, as_of: 30/9/2026}]",
            "wrong-form",
            (7, 59),
            "30/9",
            "2026-09-30",
        ),
        (
            "waits: [{from: referral, to: assessment, weeks: 4}]",
            "missing-field",
            (7, 9),
            "waits has no as_of",
            "as_of: 2026",
        ),
        (
            "waits: [{from: referral, to: assessment, weeks: -1, as_of: 2026-09-30}]",
            "out-of-range",
            (7, 49),
            "-1",
            "Check",
        ),
        ("languages: {interpreters: true}", "wrong-type", (7, 27), "interpreters is true", "interpreters: yes"),
        ("languages: {spoken: [Polish]}", "unknown-word", (7, 22), "“Polish”", "pl (Polish)"),
        ("fictional: yes", "wrong-type", (7, 12), "“yes” where true or false", "fictional: true"),
        ("cost: free", "wrong-type", (7, 7), "“free”", "cost: {kind: free}"),
        ("aliases: [Old Name]", "wrong-form", (7, 11), "“Old Name”", "Type: old-name"),
        ("referral: {routes: [{who: gp, how: phone}]}", "wrong-type", (7, 27), "“gp”", "who: [gp]"),
        (
            "referral: {routes: [{who: [gp], how: telephone}]}",
            "unknown-word",
            (7, 38),
            "“telephone”",
            "phone (By phone)",
        ),
        (
            "referral: {routes: [{who: [gp], how: phone, send_with: [bloods]}]}",
            "unknown-word",
            (7, 57),
            "bloods",
            "blood-tests",
        ),
        ("by_area: {East Vale: {intake: open}}", "wrong-form", (7, 11), "“East Vale”", "east-vale"),
        ("by_area: {eastvale: {name: X}}", "unknown-field", (7, 22), "no field name in eastvale", "whole service"),
        ("description: ''", "empty-value", (7, 14), "description is empty", "delete the line"),
    ],
)
def test_one_fault_is_one_problem_at_its_place_with_what_to_type(
    lines: str, code: str, place: tuple[int, int], message: str, tip: str
):
    problem = only(with_lines(lines))
    assert problem.code == code
    assert (problem.line, problem.column) == place
    assert message in problem.message
    assert tip in problem.tip


def test_the_old_name_of_talking_therapies_is_understood():
    problem = only(SERVICE.replace("type: talking-therapies", "type: IAPT"))
    assert (problem.code, problem.line, problem.column) == ("unknown-word", 3, 7)
    assert problem.tip == "Did you mean talking-therapies (NHS Talking Therapies)?"


def test_a_misspelt_field_that_is_needed_is_one_problem_and_not_two():
    problem = only(SERVICE.replace("organization:", "organisation:"))
    assert (problem.code, problem.line, problem.column) == ("unknown-field", 2, 1)
    assert problem.tip == "Did you mean organization?"


def test_missing_fields_are_said_on_the_first_line_with_an_example_each():
    found = problems("name: X\nstatus: active\n")
    assert {(each.code, each.line, each.column) for each in found} == {("missing-field", 1, 1)}
    assert [each.message for each in found] == [
        "This service has no checked.",
        "This service has no organization.",
        "This service has no summary.",
        "This service has no type.",
    ]
    assert found[0].tip == "Add, for example: checked: {how: never}"


def test_a_check_by_phone_needs_its_day_and_no_check_needs_none():
    problem = only(SERVICE.replace("how: never", "how: provider-phone"))
    assert (problem.code, problem.line) == ("missing-field", 6)
    assert problem.message == "checked has no on."
    assert "the day somebody asked the service" in problem.tip
    assert "how: never" in problem.tip


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("14/08/2026", "2026-08-14"),
        ("14 August 2026", "2026-08-14"),
        ("14th Aug 2026", "2026-08-14"),
        ("2026-8-4", "2026-08-04"),
        ("2026/08/14", "2026-08-14"),
        ("2026-08-14T10:00:00Z", "2026-08-14"),
    ],
)
def test_a_date_in_another_form_is_put_right(typed: str, right: str):
    problem = only(SERVICE.replace("{how: never}", f"{{how: provider-phone, on: '{typed}'}}"))
    assert problem.code == "wrong-form"
    assert problem.tip == f"Type: {right}"


@pytest.mark.parametrize("typed", ["August 2026", "last week", "31/31/2026"])
def test_a_date_that_nobody_can_read_is_not_guessed(typed: str):
    problem = only(SERVICE.replace("{how: never}", f"{{how: provider-phone, on: '{typed}'}}"))
    assert problem.tip == "Type the year, the month and the day in figures, with hyphens: YYYY-MM-DD"


def test_a_summary_folded_with_a_greater_than_sign_is_explained():
    problem = only(SERVICE.replace("summary: Talking therapies for adults.", "summary: >\n  Talking therapies."))
    assert problem.code == "wrong-form"
    assert ">-" in problem.tip


def test_text_that_is_too_long_says_how_long_it_may_be():
    problem = only(SERVICE.replace("Talking therapies for adults.", "A" * 161))
    assert problem.message == "summary has 161 letters; at most 160 are allowed."


def test_a_list_that_is_too_long_says_how_many_are_allowed():
    problem = only(with_lines(f"aliases: [{', '.join(f'a-{n}' for n in range(61))}]"))
    assert (problem.code, problem.message) == ("too-many", "aliases has 61 entries; at most 60 are allowed.")


def test_all_faults_are_said_at_once_in_the_order_of_the_file():
    found = problems(
        SERVICE.replace("active", "running!").replace("talking-therapies", "iaptt") + "nmae: X\nneeds: [x1]\n"
    )
    assert [each.line for each in found] == [3, 4, 7, 8]


def test_a_record_with_hundreds_of_faults_says_the_first_fifty():
    found = problems(SERVICE + "".join(f"zz{n}: 1\n" for n in range(300)))
    assert len(found) == 50


@pytest.mark.parametrize(
    ("kind", "text", "code", "message"),
    [
        ("organization", "name: X\nkind: trust\n", "unknown-word", "kind is “trust”"),
        ("organization", "name: X\nkind: nhs\nidentifiers: {charity: 1234567}\n", "wrong-type", "charity is 1234567"),
        ("area", "name: X\nkind: place\nknown_gaps: [{need: grief}]\n", "unknown-word", "“grief”"),
        ("area", "name: X\nkind: place\nstory_date: 2026-11-23\n", "missing-field", "This area has no fictional"),
        ("vignette", "name: X\nanswers: {age: 34}\nexpect: {refers_to: [a]}\n", "wrong-type", "age is 34"),
        (
            "vignette",
            "name: X\nanswers: {flags: {psycosis: yes}}\nexpect: {refers_to: [a]}\n",
            "unknown-word",
            "flags holds",
        ),
        (
            "vignette",
            "name: X\nanswers: {people: {carer: maybe}}\nexpect: {refers_to: [a]}\n",
            "unknown-word",
            "“maybe”",
        ),
        ("tombstones", "tombstones: [{id: a, name: X}]\n", "missing-field", "no why"),
        ("disproved-numbers", "numbers: [{number: 111, why: x}]\n", "wrong-type", "number is 111"),
    ],
)
def test_every_kind_of_record_is_judged(kind: str, text: str, code: str, message: str):
    found = [each for each in problems(text, kind) if each.code == code and message in each.message]
    assert len(found) == 1, problems(text, kind)


def test_no_problem_uses_the_words_of_programmers():
    broken = with_lines(
        *("needs: {a: b}", "criteria: [1]", "waits: 4", "contact: [x]", "cost: {kind: 4, words: [a]}", "hours: 9"),
        *("access: [[]]", "referral: {routes: {}}", "locations: [{latitude: x, confidential: no}]", "delivery: true"),
    )
    found = problems(broken)
    assert len(found) >= 10
    assert [each for each in found if JARGON.search(each.message + each.tip)] == []


def test_a_file_of_several_rows_is_called_a_file():
    source = read_source(b"nothing: 1\n", "directory/disproved-numbers.yaml")
    assert "This file has no numbers." in [each.message for each in judge_source(source, "disproved-numbers")]


def test_every_problem_of_grammar_has_a_page_of_explanation():
    for code, page in FAULTS.items():
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", code)
        assert page.split("\n\n")[0].endswith("."), code
        assert "Why this matters" in page, code


def test_what_the_pages_of_explanation_tell_people_to_type_is_valid():
    for code, page in FAULTS.items():
        typed = [line.strip() for line in page.splitlines() if line.startswith("    ")]
        for line in typed:
            field = line.split(":")[0]
            kept = "".join(f"{each}\n" for each in SERVICE.splitlines() if not each.startswith(f"{field}:"))
            assert problems(f"{kept}{line}\n") == [], (code, line)


def test_a_list_of_thousands_of_wrong_words_is_one_fault_and_not_thousands():
    problem = only(with_lines(f"needs: [{', '.join(f'z{n}' for n in range(9000))}]"))
    assert problem.message == "needs has 9000 entries; at most 60 are allowed."


def test_thousands_of_rows_in_thousands_of_places_are_cut_at_fifty():
    rows = ", ".join("{reason: x}" for _ in range(60))
    areas = ", ".join(f"a{n}: {{criteria: {{does_not_take: [{rows}]}}}}" for n in range(59))
    assert len(problems(with_lines(f"by_area: {{{areas}}}"))) == 50
