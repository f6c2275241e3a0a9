"""Bars, lines and shapes for commissioners: they say in words all that they draw, and draw nothing that is unknown."""

from __future__ import annotations

import re
from types import SimpleNamespace as Given
from typing import Any
from xml.etree import ElementTree

import pytest
from jinja2 import Environment

from rightdoor.model.directory import Directory
from rightdoor.pages.example_directory import TODAY
from rightdoor.pages.view import Settings, View
from rightdoor.resources import theme_folder

HOSTILE = "</svg><script>alert(1)</script>\" onload='alert(2)' {{ 7 * 7 }} & <b>Sons"


@pytest.fixture(scope="module")
def templates() -> Environment:
    return View(Directory({}), TODAY, Settings(), theme_folder()).environment("../")


def drawn(templates: Environment, name: str, *given: Any, macro: str = "") -> str:
    return str(getattr(templates.get_template(f"{name}/{name}.html").module, macro or name)(*given))


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)).split())


def chart(*rows: Given, **more: Any) -> Given:
    return Given(caption="Sessions", corner="When", heading="Services", rows=rows, **more)


def lengths(html: str) -> list[float]:
    return [float(each) for each in re.findall(r'rd-bar__length" d="M0 1h([0-9.]+)v', html)]


def test_a_bar_is_as_long_as_its_number_is_of_the_largest_or_of_the_whole(templates: Environment):
    rows = (Given(head="Evening", value=12), Given(head="Weekend", value=3))
    assert lengths(drawn(templates, "bars", chart(*rows))) == [100, 25]
    assert lengths(drawn(templates, "bars", chart(*rows, top=24))) == [50, 12.5]
    assert lengths(drawn(templates, "bars", chart(Given(head="All", value="62%", share=0.62)))) == [62]


def test_a_standard_is_measured_on_the_same_scale_as_the_numbers(templates: Environment):
    html = drawn(templates, "bars", chart(Given(head="A", value=9, mark=18), Given(head="B", value=12)))
    assert lengths(html) == [50, 66.7]
    assert re.findall(r'rd-bar__mark" d="M([0-9.]+) ', html) == ["100.0"]


def test_what_is_not_known_is_said_and_has_no_length_and_nought_is_a_number(templates: Environment):
    html = drawn(templates, "bars", chart(Given(head="Night", value=0, words="of 31"), Given(head="Dawn")))
    assert words(html) == "Sessions When Services Night 0 of 31 Dawn Not known"
    assert lengths(html) == []
    assert html.count("rd-bar__open") == 1


def test_a_chart_without_rows_says_that_it_is_not_known(templates: Environment):
    assert words(drawn(templates, "bars", chart())) == "Sessions: not known."


def series(*values: int | None, **more: Any) -> Given:
    months = ("May", "June", "July", "August", "September")
    points = [
        Given(label=month, value=value, words=f"{value} gaps") if value is not None else Given(label=month)
        for month, value in zip(months, values, strict=False)
    ]
    return Given(caption="Gaps", corner="Month", heading="Gaps", points=points, **more)


def test_a_line_begins_at_nought_and_breaks_where_nobody_knows(templates: Environment):
    html = drawn(templates, "sparkline", series(4, 2, None, 0, 4))
    assert re.findall(r'rd-spark__path" d="([^"]+)"', html) == ["M6.0 6.0L63.0 28.0M177.0 50.0L234.0 6.0"]
    assert html.count("rd-spark__open") == 1


def test_the_sentence_says_the_last_and_the_first_number_and_what_is_not_known(templates: Environment):
    said = words(drawn(templates, "sparkline", series(4, 2, None, 0, 3)))
    assert "3 gaps (September), from 4 gaps (May). Not known for 1 of 5." in said
    said = words(drawn(templates, "sparkline", series(4, None)))
    assert said.startswith("Gaps Not known for June. 4 gaps (May).")


def test_the_table_under_a_line_has_every_month_also_those_that_nobody_knows(templates: Environment):
    said = words(drawn(templates, "sparkline", series(4, None, 3)))
    assert said.endswith("The numbers Gaps Month Gaps May 4 gaps June Not known July 3 gaps")


def test_a_number_known_once_is_a_dot_and_one_never_known_is_a_sentence(templates: Environment):
    assert words(drawn(templates, "sparkline", series(0))).startswith("Gaps 0 gaps (May). The numbers")
    assert words(drawn(templates, "sparkline", series(None, None))) == "Gaps: not known yet."


def test_lines_side_by_side_have_captions_of_their_own(templates: Environment):
    html = drawn(templates, "sparkline", [series(1), series(2)], "trend", macro="sparklines")
    assert re.findall(r'id="([^"]+)"', html) == ["trend-1-caption", "trend-2-caption"]


def shapes(**more: Any) -> Given:
    known = {"id": "a", "name": "Northvale", "short": "Vale", "path": "M0 0L9 0L9 9Z", "x": 5, "y": 5, "words": "64%"}
    other = Given(**{**known, "name": "Eastvale", "words": "Nobody has looked"})
    listed = [Given(**(known | more)), other]
    return Given(
        caption="Covered", corner="Area", heading="Covered", width=9, height=9, sources=["Made up."], shapes=listed
    )


@pytest.mark.parametrize(("step", "kind"), [(None, "unknown"), (0, "none"), (1, "1"), (5, "5"), (9, "5")])
def test_an_area_that_nobody_knows_looks_like_no_other(templates: Environment, step: int | None, kind: str):
    html = drawn(templates, "choropleth", shapes(**({} if step is None else {"step": step, "value": "64%"})))
    assert re.findall(r'class="rd-land rd-land--(\w+)"', html) == [kind, "unknown"]


def test_the_table_beside_the_shapes_says_of_each_area_what_its_shape_says(templates: Environment):
    html = drawn(templates, "choropleth", shapes(step=4, value="64%", address="areas/northvale/"))
    assert words(html) == "Covered Made up. Covered Area Covered Eastvale Nobody has looked Northvale 64%"
    assert set(re.findall(r"<title>(.*?)</title>", html)) == {"Northvale: 64%", "Eastvale: Nobody has looked"}
    assert html.count('href="../areas/northvale/"') == 2
    assert html.count('tabindex="-1"') == 1


def test_without_a_boundary_nothing_is_drawn(templates: Environment):
    given = shapes()
    given.shapes = []
    assert words(drawn(templates, "choropleth", given)) == "Covered: no area gives a boundary."


@pytest.mark.parametrize("name", ["bars", "sparkline", "choropleth"])
def test_words_from_a_stranger_are_only_ever_text(templates: Environment, name: str):
    given = {
        "bars": chart(Given(head=HOSTILE, value=HOSTILE, words=HOSTILE, share=1, address=HOSTILE)),
        "sparkline": Given(
            caption=HOSTILE, corner=HOSTILE, heading=HOSTILE, points=[Given(label=HOSTILE, value=1, words=HOSTILE)]
        ),
        "choropleth": shapes(step=1, value=HOSTILE, name=HOSTILE, short=HOSTILE, words=HOSTILE, address=HOSTILE),
    }[name]
    html = drawn(templates, name, given)
    assert "<script" not in html
    assert "<b>" not in html
    assert "49" not in html
    for drawing in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        tree = ElementTree.fromstring(drawing)
        assert {each.tag for each in tree.iter()} <= {"svg", "path", "circle", "g", "text", "title", "a"}
        assert not {name for each in tree.iter() for name in each.attrib} & {"onload", "style", "id"}
