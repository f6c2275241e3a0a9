"""The form for volunteers: every field of a service has its place on it, and what it says stands in one file."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages.street import view_of
from rightdoor.pages import entry_files, form_page
from rightdoor.pages.form_parts import Either, Field, Part, Rows
from rightdoor.pages.form_plan import Plan, layout, names_of, plan_of
from rightdoor.records.field_reference import field_reference
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(load_grammar(schema_folder()))


def parts(plan: Plan) -> Iterator[Part]:
    for step in plan.steps():
        yield from step.parts
        yield from step.more


def fields(several: tuple[Part, ...]) -> Iterator[Field]:
    for part in several:
        if isinstance(part, Field):
            yield part
        else:
            yield from fields(part.inside)
        if isinstance(part, Rows):
            yield from part.more


def asked(plan: Plan) -> dict[str, Field]:
    return {field.name: field for field in fields(tuple(parts(plan)))}


def test_every_field_of_a_service_is_on_the_form_or_said_to_be_kept_in_the_file_only(plan: Plan):
    schema = json.loads((schema_folder() / "service.schema.json").read_text("utf-8"))
    rows = field_reference(schema)
    leaves = {".".join(row.path) for row in rows if not any(other.path[:-1] == row.path for other in rows)}
    leaves = {name for name in leaves if not name.startswith("by_area")} | {"by_area"}
    checks = {name for name in leaves if re.match(r"checked\.[a-z]+\.", name)}
    groups = {re.sub(r"^checked\.[a-z]+\.", "checked.groups.", name) for name in checks}
    placed = set(names_of(tuple(parts(plan)))) | set(plan.file_only)
    told_in_one = {"referral.routes.send_with.what", "referral.routes.send_with.max_age"}
    assert (leaves - checks | groups) - placed - told_in_one == set()
    assert set(plan.file_only) <= leaves


def test_what_the_layout_says_of_a_field_is_said_of_a_field_that_there_is(plan: Plan):
    known = set(names_of(tuple(parts(plan))))
    ends = {name.rpartition(".")[2] for name in known}
    told = set(layout()["fields"])
    assert {name for name in told if not name.startswith("*.")} - known == set()
    assert {name.removeprefix("*.") for name in told if name.startswith("*.")} <= ends


def test_whether_there_are_limits_is_asked_before_the_limits(plan: Plan):
    either = {part.name: part for part in parts(plan) if isinstance(part, Either)}
    assert {name: part.none.value for name, part in either.items()} == {
        "criteria.age": "any",
        "criteria.severity": "any",
        "criteria.time_since_event": "any",
        "criteria.does_not_take": "none stated",
    }


def test_only_what_every_entry_or_row_must_have_is_marked_as_needed(plan: Plan):
    needed = {name for name, field in asked(plan).items() if field.needed}
    assert {name for name in needed if "." not in name} == {"name", "organization", "type", "status", "summary"}
    assert {"checked.how", "criteria.does_not_take.reason", "waits.as_of", "referral.routes.who"} <= needed
    assert "criteria.area.basis" not in needed
    assert "referral.routes.response.to" not in needed


def test_a_field_is_asked_for_in_the_way_that_fits_it(plan: Plan):
    kinds = {name: (field.kind, field.look if field.options else "") for name, field in asked(plan).items()}
    for name, kind in {
        "name": ("text", ""),
        "description": ("area", ""),
        "also_known_as": ("lines", ""),
        "organization": ("ids", ""),
        "type": ("choice", "list"),
        "intake": ("choice", "radios"),
        "needs": ("several", "list"),
        "delivery": ("several", "boxes"),
        "criteria.age.from": ("age", ""),
        "criteria.does_not_take.within": ("duration", ""),
        "criteria.does_not_take.reason": ("choice", "select"),
        "referral.routes.send_with": ("codes", "list"),
        "referral.routes.hours": ("hours", ""),
        "waits.weeks": ("number", ""),
        "waits.as_of": ("date", ""),
        "contact.phone": ("phone", ""),
        "contact.email": ("email", ""),
        "contact.website": ("url", ""),
        "locations.confidential": ("flag", ""),
    }.items():
        assert kinds[name] == kind, name


def test_no_label_and_no_hint_speaks_of_files_ids_or_quotes(plan: Plan):
    said = {field.name: f"{field.label} {field.hint}" for field in asked(plan).values()}
    technical = re.compile(r"\b(?:ids?|quotes|YAML|OpenStreetMap|array|code)\b")
    assert {name: words for name, words in said.items() if technical.search(words)} == {}


def test_the_page_shows_nothing_of_the_form_before_a_script_does_and_says_what_to_do_without():
    page = form_page.page(view_of({"the-service": {}}), "form")
    before, _, form = page.body.partition('<div class="rd-entry"')
    assert form.partition(">")[0].endswith(" hidden")
    assert "<noscript>" in before
    assert "data/template.yaml" in before


def test_the_data_of_the_form_names_what_an_entry_may_name():
    told = form_page.world(view_of({"the-service": {"name": "The Service"}}))
    assert {"id": "the-service", "name": "The Service", "folder": "northvale"} in told["services"]
    assert told["repository"] is None


def test_the_file_of_each_service_is_served_byte_for_byte(tmp_path: Path):
    view = view_of({"the-service": {}})
    kind = entry_files.kind(tmp_path)
    place = tmp_path / view.whole.services["the-service"].file
    place.parent.mkdir(parents=True)
    place.write_bytes(b"# as it is\nname: X\n")
    assert "the-service" in kind.keys(view)
    made = kind.page(view, "the-service")
    assert (made.file, getattr(made, "content", b"")) == ("data/entries/the-service.yaml", b"# as it is\nname: X\n")


def test_what_an_answer_needs_beside_it_is_marked_so_though_the_question_may_be_left_alone(plan: Plan):
    beside = {name for name, field in asked(plan).items() if field.needed_with}
    assert {"criteria.area.basis", "criteria.area.areas"} <= beside
    assert {name for name in beside if asked(plan)[name].needed} == set()
    assert "name" not in beside


def test_the_form_knows_which_facts_belong_together_and_what_to_call_them():
    told = form_page.world(view_of({"the-service": {}}))["facts"]
    assert {"code": "waits", "words": "the waits", "covers": ["waits", "intake"]} in told
    assert set(layout()["changed"]) == {each["code"] for each in told}
