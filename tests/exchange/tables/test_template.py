"""The template: filled in with what people have, it comes back as what they filled in."""

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exchange.tables.filled import GRAMMAR, services
from rightdoor.exchange.tables.drafts import drafts
from rightdoor.exchange.tables.fields import FIELDS
from rightdoor.exchange.tables.guessing import guess, is_template, read_term
from rightdoor.exchange.tables.reading import read_table
from rightdoor.exchange.tables.sheet import sheet_of
from rightdoor.exchange.tables.template import Heading, choices, headings, template
from rightdoor.records.grammar import decider

OURS = template(GRAMMAR)
FILLED = {
    "Name of the service": "Valeland Listening",
    "Organisation": "Valeland Trust",
    "Kind of organisation": "Charity",
    "Kind of service": "Counselling",
    "What it does, in one sentence": "Counselling for adults.",
    "Helps with 1": "Anxiety",
    "Helps with 4": "Bereavement",
    "Youngest age taken": 18,
    "Oldest age taken": 64,
    "Ages, in its own words": "Adults of working age",
    "Mildest problem taken": "Any",
    "Only for 1": "Carers",
    "Does not take 1": "Psychosis",
    "Does not take, in its own words 1": "People with psychosis",
    "Does not take 3": "Self-harm",
    "Does not take within 3": "6 months",
    "Check first 2": "Eating disorder",
    "How to check 2": "Phone the duty worker",
    "What must lie in the area": "GP practice",
    "Who may refer 1": "The person themselves; GP",
    "How they refer 1": "By phone",
    "Phone for referrals 1": "01632 960111",
    "Weeks from referral to assessment": 4,
    "Day of these waits": "30/09/2026",
    "Phone": "01632960110",
    "Postcode 1": "nv11aa",
    "Address 1": "1 Mill Lane, Northvale",
}


def with_labels() -> dict[str, Any]:
    """What is filled in, with the labels that the pick-lists really have."""
    label = {
        "Kind of service": GRAMMAR["service_types"].label("counselling-service"),
        "Only for 1": GRAMMAR["groups"].label("carer"),
        "Helps with 4": GRAMMAR["needs"].label("bereavement"),
        "Does not take 1": GRAMMAR["reasons"].label("psychosis"),
        "Check first 2": GRAMMAR["reasons"].label("eating-disorder"),
        "What must lie in the area": GRAMMAR["area_basis"].label("gp-practice"),
        "Who may refer 1": f"{GRAMMAR['referral_who'].label('self')}; {GRAMMAR['referral_who'].label('gp')}",
        "How they refer 1": GRAMMAR["referral_how"].label("phone"),
    }
    return {**FILLED, **label}


def filled_in() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(OURS))
    sheet = book["Services"]
    places = {cell.value: cell.column for cell in sheet[1]}
    for heading, value in with_labels().items():
        sheet.cell(3, places[heading]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def in_libreoffice(content: bytes, folder: Path, form: str) -> bytes:
    """The workbook, opened and saved in another form by LibreOffice."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not here.")
    (folder / "in.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    out = folder / "out"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(out), str(folder / "in.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return next(out.iterdir()).read_bytes()


EXPECTED = {
    "name": "Valeland Listening",
    "type": "counselling-service",
    "status": "active",
    "summary": "Counselling for adults.",
    "needs": ["anxiety", "bereavement"],
    "criteria": {
        "age": {"from": "18y", "to": "64y", "words": "Adults of working age"},
        "severity": "any",
        "area": {"basis": "gp-practice", "areas": ["northvale"]},
        "only": [{"reason": "carer"}],
        "does_not_take": [
            {"reason": "psychosis", "words": "People with psychosis"},
            {"reason": "self-harm", "within": "6m"},
        ],
        "check_first": [{"reason": "eating-disorder", "how": "Phone the duty worker"}],
    },
    "referral": {"routes": [{"who": ["self", "gp"], "how": "phone", "phone": "01632 960 111"}]},
    "waits": [{"from": "referral", "to": "assessment", "weeks": 4, "as_of": "2026-09-30"}],
    "contact": {"phone": "01632 960 110"},
    "locations": [{"address": "1 Mill Lane, Northvale", "postcode": "NV1 1AA"}],
}


def came_back(content: bytes, name: str) -> dict[str, Any]:
    sheet = read_table(content, name)
    assert is_template(sheet, GRAMMAR)
    delivery = drafts(sheet, guess(sheet, GRAMMAR), GRAMMAR, "northvale")
    (draft,) = services(delivery)
    assert draft.place == "row 3" and draft.lost == ()
    assert "Row 2 is an example and is not taken in." in delivery.notes
    return dict(draft.data)


def test_filled_in_with_excel_it_comes_back_as_what_was_filled_in():
    assert came_back(filled_in(), "filled.xlsx") == EXPECTED


@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_opened_and_saved_by_libreoffice_it_comes_back_as_what_was_filled_in(tmp_path: Path, form: str):
    assert came_back(in_libreoffice(filled_in(), tmp_path, form), f"filled.{form}") == EXPECTED


def test_the_example_is_skipped_and_would_be_taken_whole():
    sheet = read_table(OURS, "template.xlsx")
    mapping = guess(sheet, GRAMMAR)
    assert mapping.reviewed and drafts(sheet, mapping, GRAMMAR).drafts == ()
    assert [each.heading for each in mapping.columns if each.field == "leave-out"] == []


def test_everything_that_can_be_picked_means_one_code():
    for heading in headings(GRAMMAR):
        if not FIELDS[heading.field].words:
            continue
        codes = [read_term(each, heading.field, GRAMMAR) for each in choices(heading.field, GRAMMAR)]
        assert None not in codes and len(set(codes)) == len(codes), heading


def test_every_list_can_be_picked_from_in_each_row():
    book = openpyxl.load_workbook(io.BytesIO(OURS))
    lists = [each for each in book["Services"].data_validations.dataValidation if each.type == "list"]
    listed = [each for each in headings(GRAMMAR) if choices(each.field, GRAMMAR)]
    assert sum(len(each.sqref.ranges) for each in lists) == len(listed)
    assert {str(each.sqref).split(":")[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for each in lists} == {"1000"}


def test_equal_vocabularies_give_equal_bytes():
    assert template(GRAMMAR) == OURS


TYPED = {
    "line": "Words",
    "lines": "One; Two",
    "prose": "Prose.",
    "address": "1 Mill Lane",
    "postcode": "NV1 1AA",
    "phone": "01632 960 222",
    "text-number": "85258",
    "email": "hello@example.org",
    "url": "example.org/x",
    "hours": "Mon-Fri 9am-5pm",
    "age": "18",
    "years": "64",
    "span": "4 weeks",
    "whole": "3",
    "date": "2026-09-30",
    "code": "123456",
    "yes": "no",
}


def typed(heading: Heading) -> str:
    if heading.field in ("row-is", "ages", "age-under"):
        return ""
    listed = choices(heading.field, GRAMMAR)
    return listed[min(heading.number + 1, len(listed) - 1)] if listed else TYPED[FIELDS[heading.field].kind]


def test_with_every_column_filled_nothing_is_lost_and_the_entry_keeps_to_the_grammar():
    columns = list(headings(GRAMMAR))
    sheet = sheet_of("x.xlsx", "Services", [[each.words for each in columns], list(map(typed, columns))], "workbook")
    (draft,) = services(drafts(sheet, guess(sheet, GRAMMAR), GRAMMAR, "northvale"))
    assert draft.lost == ()
    whole = {**draft.data, "organization": "one", "checked": {"how": "other-directory", "on": "2026-11-24"}}
    assert decider("service").is_valid(whole)
    assert len(draft.data["criteria"]["does_not_take"]) == 6 and len(draft.data["referral"]["routes"]) == 3
