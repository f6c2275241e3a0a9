"""A page's template as data: what a browser can draw of it, and what is refused."""

import pytest
from jinja2 import DictLoader, Environment

from rightdoor.pages.preview_template import NotDrawable, names_of, tree_of

COMPONENTS = {
    "notice/notice.html": '{% macro notice(kind, words="Wait.") %}<p class="{{ kind }}">{{ words }}</p>{% endmacro %}',
    "outcome/outcome.html": '{% set paths = {"takes": "M0 0"} %}{% macro shape(of) %}{{ paths[of] }}{% endmacro %}',
}


def environment(**pages: str) -> Environment:
    return Environment(
        loader=DictLoader({**COMPONENTS, **{f"{name}.html": text for name, text in pages.items()}}), autoescape=True
    )


def test_markup_stays_text_and_a_value_is_said() -> None:
    tree = tree_of(environment(page="<h1>{{ service.name }}</h1>"), "page.html")
    assert tree["body"] == ["<h1>", ["say", ["part", ["name", "service"], ["const", "name"]]], "</h1>"]


def test_macros_come_with_what_they_take_and_what_is_set_beside_them() -> None:
    page = (
        '{% from "notice/notice.html" import notice %}{% from "outcome/outcome.html" import shape %}{{ notice("a") }}'
    )
    tree = tree_of(environment(page=page), "page.html")
    assert tree["macros"]["notice"]["takes"] == ["kind", "words"]
    assert tree["macros"]["notice"]["defaults"] == [["const", "Wait."]]
    assert tree["sets"] == {"paths": ["table", [["const", "takes"], ["const", "M0 0"]]]}


def test_the_names_that_somebody_has_to_tell_are_known() -> None:
    page = (
        '{% from "notice/notice.html" import notice %}{% for row in rows %}{{ row.who }}{{ notice(kind) }}{% endfor %}'
    )
    assert names_of(tree_of(environment(page=page), "page.html")) == {"rows", "kind"}


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("{{ 7 // 2 }}", "FloorDiv in line 1"),
        ("\n{% set odd = 1 %}", "Assign in line 2"),
        ("{% for each in rows if each %}{% endfor %}", "For in line 1"),
        ("{{ service.name.upper() }}", "Call in line 1"),
        ("{{ 1 < 2 }}", "Compare in line 1"),
        ('{% from "notice/notice.html" import notice as said %}', "under another name, in line 1"),
    ],
)
def test_what_the_browser_could_not_draw_is_refused_by_name_and_line(page: str, what: str) -> None:
    with pytest.raises(NotDrawable, match=what):
        tree_of(environment(page=page), "page.html")
