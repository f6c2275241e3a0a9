"""The page of all components: each in every state, drawn by the code that draws the site, from a made-up directory."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from pages.sites import build, project
from rightdoor.pages import components_page, example_directory, publish
from rightdoor.pages.example_drawn import drawn
from rightdoor.pages.examples import Component, ExamplesFaulty, read, read_all
from rightdoor.pages.kinds import KINDS
from rightdoor.pages.view import Settings, View
from rightdoor.records.load import load

PAGE = "site/about/components/index.html"
COMPONENTS = example_directory.components_folder()
FOLDERS = sorted(path.name for path in COMPONENTS.iterdir() if path.name != "directory")
FINE = """\
title: Door
about: Where one goes in.
states:
  - id: shut
    title: Shut
    template: "<p>Shut</p>"
"""


def with_components(folder: Path) -> Path:
    root = project(folder)
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(settings.replace("{today:", "{components: true, today:"))
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page as a small site has it."""
    root = with_components(tmp_path_factory.mktemp("project"))
    build(root)
    return (root / PAGE).read_text()


@pytest.fixture
def examples(tmp_path: Path) -> Callable[[str], Component]:
    """Reads the examples of one component from their text."""

    def of(text: str) -> Component:
        file = tmp_path / "door" / "examples.yml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
        return read(file)

    return of


@pytest.fixture(scope="module")
def view() -> View:
    return example_directory.example_view(Settings(components=True))


@pytest.mark.parametrize("name", FOLDERS)
def test_every_component_has_its_styles_and_its_states(name: str) -> None:
    assert (COMPONENTS / name / f"{name}.css").is_file()
    assert read(COMPONENTS / name / "examples.yml").states


def test_every_state_of_every_component_stands_on_the_page(built: str) -> None:
    wanted = [f"{each.name}/{state.id}" for each in read_all(COMPONENTS) for state in each.states]
    assert re.findall(r'data-example="([^"]+)"', built) == wanted
    assert len(set(wanted)) == len(wanted)


def test_the_page_lists_its_components_and_is_not_for_searchers(built: str) -> None:
    for each in read_all(COMPONENTS):
        assert f'<a href="#{each.name}">' in built
    assert '<meta name="robots" content="noindex">' in built


def test_the_made_up_directory_has_no_errors_and_is_made_up_throughout() -> None:
    loaded = load(COMPONENTS, example_directory.TODAY, cache=False, jobs=1)
    assert loaded.errors == 0, [f"{each.file}:{each.line} {each.message}" for each in loaded.problems]
    allowed = {"never-checked", "facts-overdue", "area-not-stated"}
    assert {each.code for each in loaded.problems} <= allowed, "only what the examples are there to show"
    assert all(each.fictional for each in loaded.directory.services.values())


def test_the_day_of_the_examples_is_that_of_their_area() -> None:
    directory = load(COMPONENTS, example_directory.TODAY, cache=False, jobs=1).directory
    assert directory.areas[example_directory.HOME].name == "Examplevale"
    assert directory.story_date((example_directory.HOME,)) == example_directory.TODAY


def test_a_site_has_no_such_page_unless_it_asks_for_one(tmp_path: Path) -> None:
    root = project(tmp_path)
    build(root)
    assert not (root / PAGE).exists()
    assert not (root / "site" / components_page.DATA).exists()
    code = {path.name for path in (root / "site/assets/javascripts/built").iterdir()}
    assert {"site.css", "finder.js"} < code
    assert not code & {"components.js", "components.css"}


@pytest.fixture
def mine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the components, to be changed, from which the page is made."""
    folder = tmp_path_factory.mktemp("theme") / "components"
    shutil.copytree(COMPONENTS, folder)
    for module in (components_page, example_directory):
        monkeypatch.setattr(module, "components_folder", lambda: folder)
    return folder


def test_the_page_is_made_again_when_an_example_changes_and_no_other_is(tmp_path: Path, mine: Path) -> None:
    root = with_components(tmp_path)
    build(root)
    assert build(root).written == 0
    file = mine / "service-card" / "examples.yml"
    file.write_text(file.read_text().replace("title: Nothing known", "title: Hardly anything known"))
    assert build(root).written == 1
    assert "Hardly anything known" in (root / PAGE).read_text()


def test_the_page_is_made_again_when_a_made_up_service_changes(tmp_path: Path, mine: Path) -> None:
    root = with_components(tmp_path)
    build(root)
    file = mine / "directory/services/examplevale/example-haven.yaml"
    file.write_text(file.read_text().replace("name: Haven", "name: Harbour"))
    assert build(root).written == 1
    assert "Harbour" in (root / PAGE).read_text()


WRONG = {
    "an unknown field": (
        "    title: Shut\n",
        "    titel: Shut\n",
        "door/examples.yml:5: There is no field titel here.",
    ),
    "a field that is missing": ("    title: Shut\n", "", "door/examples.yml:4: The field title is missing here."),
    "two ways to draw": ("    title: Shut\n", "    title: Shut\n    drawn: card\n", "drawn in one way only"),
    "an id twice": (
        "    title: Shut\n",
        "    title: Shut\n    about: No.\n  - id: shut\n    title: Again\n",
        "The id shut is used twice",
    ),
    "a value of the wrong kind": ("title: Shut", "title: 7", "door/examples.yml:5: title must be words."),
    "states that are none": ('  - id: shut\n    title: Shut\n    template: "<p>Shut</p>"', "  shut", "states must be"),
    "an unknown way to show a service": ("title: Shut", "title: Shut\n    as: cards", "Did you mean card?"),
    "what YAML cannot read": ("title: Door", "title: [Door", "door/examples.yml:"),
}


@pytest.mark.parametrize("what", WRONG)
def test_examples_that_are_wrong_are_told_with_their_file_and_line(
    what: str, examples: Callable[[str], Component]
) -> None:
    before, after, said = WRONG[what]
    assert before in FINE
    with pytest.raises(ExamplesFaulty, match=re.escape(said)):
        examples(FINE.replace(before, after, 1))


UNDRAWN = {
    "a service that is not there": "service: example-nobody",
    "an area that is not there": "area: nowhere",
    "a macro that is not there": "macro: window",
    "a template that does not end": 'template: "{% if %}"',
    "a name that has no value": 'template: "{{ nobody }}"',
    "a page of no kind": "page: nothing/example-talking",
}


@pytest.mark.parametrize("what", UNDRAWN)
def test_an_example_that_cannot_be_drawn_is_told_with_its_file_and_line(
    what: str, examples: Callable[[str], Component], view: View
) -> None:
    text = FINE.replace('template: "<p>Shut</p>"', UNDRAWN[what])
    state = examples(text).states[0]
    with pytest.raises(ExamplesFaulty, match=r"door/examples.yml:4: door-shut cannot be drawn: "):
        drawn(view, {kind.name: kind for kind in KINDS}, state, components_page.ADDRESS)


def test_a_wrong_example_stops_the_build_and_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "door").mkdir()
    (tmp_path / "project").mkdir()
    shutil.copytree(COMPONENTS / "directory", tmp_path / "directory")
    (tmp_path / "door" / "examples.yml").write_text(FINE.replace("<p>Shut</p>", "{% oops %}"))
    for module in (components_page, example_directory):
        monkeypatch.setattr(module, "components_folder", lambda: tmp_path)
    with pytest.raises(publish.BuildRefused, match="door/examples.yml:4: door-shut cannot be drawn"):
        build(with_components(tmp_path / "project"))


def shown(examples: Callable[[str], Component], view: View, way: str) -> str:
    state = examples(FINE.replace('template: "<p>Shut</p>"', way)).states[0]
    return str(drawn(view, {kind.name: kind for kind in KINDS}, state, components_page.ADDRESS))


def test_what_is_given_is_escaped_and_read_as_templates_read_it(
    examples: Callable[[str], Component], view: View
) -> None:
    way = (
        'template: "{{ words }} {{ day|date_words }} {{ link(to_go) }} {{ group.name }}"\n'
        "    given: {words: '<b>', day: 2026-10-02, to_go: {words: Fern, address: services/fern/}, group: {name: A}}"
    )
    assert shown(examples, view, way) == '&lt;b&gt; 2 October 2026 <a href="#door-shut">Fern</a> A'


def test_ids_are_apart_and_links_to_pages_stay_in_the_box(examples: Callable[[str], Component], view: View) -> None:
    html = """<label for="a">A</label><i id="a"></i><a href="#a">1</a><a href="../x/">2</a><a href="tel:999">3</a>"""
    made = shown(examples, view, f"template: '{html}'")
    assert '<label for="door-shut-a">' in made
    assert '<i id="door-shut-a">' in made
    assert re.findall(r'href="([^"]+)"', made) == ["#door-shut-a", "#door-shut", "tel:999"]


def test_an_open_state_has_every_fold_open(examples: Callable[[str], Component], view: View) -> None:
    made = shown(examples, view, "open: true\n    template: '<details><details class=\"a\"></details></details>'")
    assert made == '<details open><details open class="a"></details></details>'


def test_browser_code_gets_what_it_draws_as_data(examples: Callable[[str], Component], view: View) -> None:
    made = shown(examples, view, "drawn: card\n    service: example-talking\n    given: {answers: 'age=\"'}")
    assert 'data-draw="card"' in made
    assert '"service":"example-talking"' in unescape(made)
    assert '<div data-draw="card" data-given="{&#34;answers' in made
