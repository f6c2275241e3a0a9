"""The parts that are for commissioners and volunteers: a table of how much there is, a map of tiles, what is wrong."""

from __future__ import annotations

import re
from types import SimpleNamespace as Given
from typing import Any
from xml.etree import ElementTree

import pytest
from jinja2 import Environment

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.pages.example_directory import TODAY
from rightdoor.pages.view import Settings, View
from rightdoor.resources import theme_folder

HOSTILE = "</svg><script>alert(1)</script>\" onload='alert(2)' {{ 7 * 7 }} ${x} &amp; O'Neill & <b>Sons"
STATES = ("covered", "check", "closed", "stale", "none", "unknown")


@pytest.fixture(scope="module")
def templates() -> Environment:
    return View(Directory({}), TODAY, Settings(), theme_folder()).environment("../")


def drawn(templates: Environment, name: str, macro: str, *given: Any, **more: Any) -> str:
    return str(getattr(templates.get_template(f"{name}/{name}.html").module, macro)(*given, **more))


def cell(templates: Environment, given: Any) -> str:
    table = Given(caption="Who takes whom", corner="Need", columns=("Severe",), bounds=(1, 2, 3, 5, 9))
    table.rows = (Given(head="Anxiety", cells=(given,)),)
    html = drawn(templates, "heat-table", "heat_table", table, legend=False)
    return re.findall(r"<td.*?</td>", html)[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", "", html)).split())


def shape(html: str) -> str:
    return re.findall(r'<path d="([^"]+)"', html)[0]


def state(html: str) -> str:
    return re.findall(r"rd-heat__cell--([a-z]+)", html)[0]


def test_each_state_of_a_cell_has_a_word_and_a_shape_of_its_own(templates: Environment):
    cells = [cell(templates, Given(state=each, amount=4)) for each in STATES]
    assert [words(each) for each in cells] == [
        "4 open", "Check first", "Closed or a long wait", "Not confirmed lately", "None exists", "Nobody has looked",
    ]  # fmt: skip
    assert len({shape(each) for each in cells}) == len(STATES)
    assert [state(each) for each in cells] == list(STATES)


@pytest.mark.parametrize("given", [None, Given(), Given(state="nothing we know"), Given(state="unknown", amount=0)])
def test_a_cell_that_nobody_filled_says_that_nobody_has_looked_and_never_that_none_exists(
    templates: Environment, given: Any
):
    html = cell(templates, given)
    assert (words(html), state(html)) == ("Nobody has looked", "unknown")


@pytest.mark.parametrize("amount", [0, -1, None, "many", "3"])
def test_a_cell_without_a_number_of_services_is_not_covered(templates: Environment, amount: Any):
    assert state(cell(templates, Given(state="covered", amount=amount))) == "unknown"
    assert state(cell(templates, Given(state="covered"))) == "unknown"


def test_a_row_that_is_too_short_is_filled_with_what_nobody_has_looked_at(templates: Environment):
    row = Given(head="Anxiety", cells=(Given(state="none"),))
    table = Given(caption="Who", corner="Need", columns=("Mild", "Severe"), bounds=(1,), rows=(row,))
    html = drawn(templates, "heat-table", "heat_table", table, legend=False)
    assert [state(each) for each in re.findall(r"<td.*?</td>", html)] == ["none", "unknown"]


@pytest.mark.parametrize(("amount", "step"), [(1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (8, 4), (9, 5), (900, 5)])
def test_the_wash_and_the_bars_grow_with_the_number(templates: Environment, amount: int, step: int):
    html = cell(templates, Given(state="covered", amount=amount))
    assert f"rd-heat__cell--{step}" in html
    assert sum(bar != "1.5" for bar in re.findall(r"v-([0-9.]+)h", shape(html))) == step


def test_the_key_says_from_which_number_each_step_begins(templates: Environment):
    table = Given(caption="Who", corner="Need", columns=(), bounds=(1, 2, 3, 5, 9), rows=())
    told = words(drawn(templates, "heat-table", "heat_table", table))
    assert "1 2 3 to 4 5 to 8 9 or more" in told
    assert all(
        each in told for each in ("Check first :", "Closed or a long wait :", "None exists :", "Nobody has looked :")
    )


def test_the_heads_of_a_heat_table_say_what_they_are_the_heads_of(templates: Environment):
    row = Given(head="Anxiety", cells=())
    table = Given(caption="Who takes whom", corner="Need", columns=("Mild", "Severe"), bounds=(1,), rows=(row,))
    html = drawn(templates, "heat-table", "heat_table", table, id="needs")
    assert re.findall(r'<th scope="(\w+)">([^<]+)<', html) == [
        ("col", "Need"), ("col", "Mild"), ("col", "Severe"), ("row", "Anxiety"),
    ]  # fmt: skip
    assert 'role="region" aria-labelledby="needs-caption" tabindex="0"' in html
    assert '<span class="rd-heat__caption" id="needs-caption">Who takes whom</span>' in html


def tiles(**more: Any) -> Given:
    known = {"id": "x", "name": "Northvale", "short": "Vale", "column": 0, "row": 0, "words": "19 services"} | more
    other = Given(id="y", name="Eastvale", short="East", column=2, row=1, words="Nobody has looked")
    return Given(caption="Open services", corner="Area", heading="Open", tiles=(Given(**known), other))


def parts(html: str) -> tuple[ElementTree.Element, str]:
    """The drawing of a map, read as XML, and the table beside it."""
    drawing, table = re.findall(r"<svg class=\"rd-tiles__map\".*</svg>(?=\s*</div>)|<table.*</table>", html, re.DOTALL)
    return ElementTree.fromstring(drawing), table


def test_the_table_beside_a_map_says_of_each_area_what_its_tile_says(templates: Environment):
    drawing, table = parts(drawn(templates, "tile-map", "tile_map", tiles(step=4, value="19")))
    assert [each.text for each in drawing.iter("text")] == ["Vale", "19", "East", "?"]
    said = {each.text for each in drawing.iter("title")}
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th>(<td.*?</td>)</tr>", table)
    assert {f"{words(name)}: {words(told)}" for name, told in rows} == said
    assert [words(name) for name, _ in rows] == ["Eastvale", "Northvale"]


def test_a_map_of_no_area_says_that_nothing_is_known_and_draws_nothing(templates: Environment):
    html = drawn(templates, "tile-map", "tile_map", Given(caption="Open services", tiles=()))
    assert words(html) == "Open services: not known of any area."
    assert "<svg" not in html and "<table" not in html


@pytest.mark.parametrize(("step", "kind"), [(None, "unknown"), (0, "none"), (1, "1"), (5, "5"), (9, "5")])
def test_a_tile_that_nobody_knows_looks_like_no_other(templates: Environment, step: int | None, kind: str):
    known = {} if step is None else {"step": step, "value": str(step)}
    drawing, _ = parts(drawn(templates, "tile-map", "tile_map", tiles(**known)))
    assert next(iter(drawing)).get("class") == f"rd-tile rd-tile--{kind}"


def test_a_name_from_a_stranger_is_only_ever_text_in_a_map(templates: Environment):
    given = tiles(step=1, value=HOSTILE, name=HOSTILE, short=HOSTILE, words=HOSTILE, address=f"areas/{HOSTILE}/")
    html = drawn(templates, "tile-map", "tile_map", given)
    drawing, table = parts(html)
    assert {each.tag for each in drawing.iter()} == {"svg", "a", "title", "rect", "text"}
    assert [each.text for each in drawing.iter("text")][:2] == [HOSTILE, HOSTILE]
    assert {name for each in drawing.iter() for name in each.attrib} & {"onload", "style", "id"} == set()
    assert "<script" not in html
    assert "<b>" not in table
    assert "49" not in html


def test_a_map_has_one_link_for_each_area_that_the_keyboard_meets(templates: Environment):
    html = drawn(templates, "tile-map", "tile_map", tiles(step=1, value="1", address="areas/northvale/"))
    assert html.count('href="../areas/northvale/"') == 2
    assert html.count('href="../areas/northvale/" tabindex="-1"') == 1
    assert 'aria-hidden="true" focusable="false"' in html


PROBLEM = Problem(
    "directory/services/northvale/riverside.yaml", 14, 5, Level.ERROR, "age-range-reversed",
    "The youngest age (25) is higher than the oldest age (18).", "Type: age: {from: 18, to: 25}",
)  # fmt: skip


def test_a_problem_says_where_it_is_what_stands_there_what_may_and_what_to_type(templates: Environment):
    more = {"found": "  age: {from: 25, to: 18}", "allowed": ("any", "18y"), "page": "checks/age-range-reversed/"}
    assert words(drawn(templates, "problem", "problem", PROBLEM, **more)) == (
        "Must be mended directory/services/northvale/riverside.yaml, line 14 "
        "The youngest age (25) is higher than the oldest age (18). "
        "Line 14 says age: {from: 25, to: 18} It may be any 18y "
        "What to do Type: age: {from: 18, to: 25} Why this matters"
    )


@pytest.mark.parametrize("level", [*Level, "notice"])
def test_each_level_of_a_problem_has_its_word_its_shape_and_its_edge(templates: Environment, level: str):
    fault = Given(file="x.yaml", line=1, level=level, message="It is so.", tip="")
    html = drawn(templates, "problem", "problem", fault)
    others = {"error", "warning", "notice"} - {str(level)}
    assert f"rd-problem--{level}" in html
    assert words(html).startswith({"error": "Must be", "warning": "Worth", "notice": "Good"}[str(level)])
    for other in others:
        assert shape(html) != shape(drawn(templates, "problem", "problem", Given(**(vars(fault) | {"level": other}))))


def test_what_a_stranger_typed_stands_in_a_problem_as_typed_and_does_nothing(templates: Environment):
    fault = Given(file=HOSTILE, line=1, level="error", message=HOSTILE, tip=HOSTILE)
    html = drawn(templates, "problem", "problem", fault, found=HOSTILE, allowed=(HOSTILE,))
    assert "<script" not in html
    assert "<b>" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 5


def test_the_summary_of_what_is_wrong_leads_to_each_field_and_its_words_are_said_there_again(templates: Environment):
    fault = "Type the youngest age"
    step = Given(number=2, of=7, title="Who does it take?", faults=(Given(words=fault, address="#age"),))
    given = {"step": step, "field": Given(id="age", label="Youngest age", hint="In years", fault=fault, value="x")}
    page = templates.from_string(
        '{% from "form-step/form-step.html" import form_step, form_field %}'
        "{% call form_step(step) %}{{ form_field(field) }}{% endcall %}"
    ).render(given)
    assert f'<a href="#age">{fault}</a>' in page
    assert 'id="age" name="age" value="x" aria-describedby="age-hint age-fault" aria-invalid="true"' in page
    assert words(re.findall(r'<p class="rd-form__fault" id="age-fault">.*?</p>', page)[0]) == f"Error: {fault}"
    assert page.index('role="alert"') < page.index("Step 2 of 7") < page.index('id="age"')


def test_the_list_of_steps_says_in_words_how_far_each_has_come(templates: Environment):
    steps = [Given(title=each.title(), state=each, address="#") for each in ("done", "wrong", "now", "later", "shut")]
    html = drawn(templates, "form-step", "task_list", steps)
    assert [words(each) for each in re.findall(r"<li.*?</li>", html)] == [
        "Done Done", "Wrong There is a problem", "Now You are here", "Later Not started",
        "Shut Not yet: finish the steps before it",
    ]  # fmt: skip
    assert html.count("<a ") == 3
