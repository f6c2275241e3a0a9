"""A view notes what a page reads, and its templates escape everything."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import markupsafe
import pytest
from jinja2 import UndefinedError

from pages.street import street
from rightdoor.model.directory import Directory
from rightdoor.pages.templates import escaped
from rightdoor.pages.view import Settings, View

TODAY = date(2026, 11, 23)


def names(directory: Directory, today: date) -> dict[str, str]:
    return {id: service.name for id, service in directory.services.items()}


def view(tmp_path: Path, **templates: str) -> View:
    (tmp_path / "pages").mkdir(exist_ok=True)
    for name, text in templates.items():
        (tmp_path / "pages" / f"{name}.html").write_text(text)
    return View(street({"first": {}}), TODAY, Settings(), tmp_path)


class Html:
    def __html__(self) -> str:
        return "<b>"


@pytest.mark.parametrize(
    "value", ["", "plain", "a<b", "&amp;", "'\"", 7, None, TODAY, markupsafe.Markup("<b>"), Html()]
)
def test_the_quick_escape_is_the_usual_one(value: Any) -> None:
    assert escaped(value) == markupsafe.escape(value)


def test_a_template_escapes_whatever_it_is_given(tmp_path: Path) -> None:
    made = view(tmp_path, a='{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}<p title="{{ x }}">{{ x }}{{ m(x) }}</p>')
    assert made.render("a.html", "", x='"<b>') == ('<p title="&#34;&lt;b&gt;">&#34;&lt;b&gt;<i>&#34;&lt;b&gt;</i></p>')


def test_a_name_that_nothing_defines_is_an_error_and_not_a_gap(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        view(tmp_path, a="{{ nothing }}").render("a.html", "")


def test_links_are_relative_to_the_page_also_in_a_macro_of_another_file(tmp_path: Path) -> None:
    made = view(
        tmp_path,
        link="{% macro link() %}{{ to('services/') }}{% endmacro %}",
        a="{% from 'link.html' import link %}{{ link() }} {{ to('') }}",
    )
    assert made.render("a.html", "areas/x/needs/y/") == "../../../../services/ ../../../../"
    assert made.render("a.html", "404.html") == "services/ ./"


def test_what_a_page_reads_is_noted(tmp_path: Path) -> None:
    made = view(tmp_path)
    made.directory.services["first"]
    made.directory.organizations.get("nobody")
    made.listing(names, "first")
    assert made.reads == {("services", "first"), ("organizations", "nobody"), (f"{__name__}.names", "first")}


@pytest.mark.parametrize(
    "read",
    [
        list,
        len,
        bool,
        dict,
        lambda all: all.values(),
        lambda all: all.items(),
        lambda all: all.keys(),
        lambda all: {**all},
    ],
)
def test_reading_or_counting_all_records_is_noted_as_such(tmp_path: Path, read: Callable[[Any], object]) -> None:
    made = view(tmp_path)
    read(made.directory.services)
    assert ("services", "*") in made.reads


def test_a_piece_made_once_is_noted_for_each_page_that_has_it(tmp_path: Path) -> None:
    made = view(tmp_path)
    for _ in range(2):
        made.reads = set()
        made.once(("name", "first"), lambda: made.directory.services["first"].name)
        assert made.reads == {("services", "first")}


def test_what_decides_which_pages_there_are_is_not_noted(tmp_path: Path) -> None:
    made = view(tmp_path)
    list(made.whole.services)
    made.listed(names)
    assert made.reads == set()
