"""What is filled in is what the file holds: for five kinds of service, and for text that wants to be something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from browser.conftest import TODAY, Window, Windows
from browser.filled import SERVICES
from browser.forming import fill_entry, fill_field, opened, press, texts
from pages.sites import build, project
from pages.street import text_of
from rightdoor.model.problem import Level
from rightdoor.records.load import Loaded, load
from rightdoor.records.read import read_source

NASTY = [
    ["yes", "NO", "null", "~ tilde", "0800", "116 123", "10:30", "2026-11-23", "1e3", "0x1F", "[a]", "{a: b}"],
    ["a: b", "a #b", "#a", "- a", "? a", "---", "...", "*a", "&amp;", "!a", "| a", "> a", "%a", "@a", "`a`", "<<"],
    ["'a'", '"a"', "it’s “so”", "a\\b", "</script><script>window.x=1</script>", "<img src=x onerror=alert(1)>"],
    ["{{ 7*7 }} {% raw %}", "=SUM(A1)", "سكينة", "😀 e\u0301", "&lt;b&gt;", "a,b; c", "${x} $& $1", "%s %(name)s"],
]
"""What YAML, HTML, templates or spreadsheets would take for something else."""

REASONS = ["psychosis", "bipolar", "dementia", "delirium", "low-weight", "pet-loss", "paid-carer", "no-consent"]


@pytest.fixture(scope="module")
def wide(windows: Windows) -> Iterator[Window]:
    with windows() as window:
        yield window


@pytest.fixture(scope="module")
def files(wide: Window) -> dict[str, tuple[str, str]]:
    """The file of each of five services and its text, as the form makes it."""
    made = {}
    for kind, (folder, data, own_id) in SERVICES.items():
        page = opened(wide.page, wide.site)
        fill_entry(page, data, folder, own_id)
        ((file, text),) = texts(page).items()
        made[kind] = (file, text)
    return made


@pytest.fixture(scope="module")
def checked(files: dict[str, tuple[str, str]], root: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """A copy of the directory with the five files put into it, checked."""
    folder = tmp_path_factory.mktemp("proposed")
    copytree(root / "directory", folder / "directory")
    for file, text in files.values():
        (folder / file).write_text(text, "utf-8")
    return load(folder, TODAY)


@pytest.mark.parametrize("kind", SERVICES)
def test_the_file_holds_what_was_filled_in_and_nothing_else(files: dict[str, tuple[str, str]], kind: str):
    file, text = files[kind]
    assert read_source(text.encode(), file).data == SERVICES[kind].data


@pytest.mark.parametrize("kind", SERVICES)
def test_the_file_passes_the_check_unchanged(checked: Loaded, files: dict[str, tuple[str, str]], kind: str):
    file, _ = files[kind]
    assert [each for each in checked.problems if each.file == file and each.level is Level.ERROR] == []


def test_a_file_is_named_after_the_service_unless_somebody_chose_a_name(files: dict[str, tuple[str, str]]):
    assert files["talking therapies"][0] == "directory/services/northvale/brook-street-talking-therapies.yaml"
    assert files["a refuge"][0] == "directory/services/northvale/northvale-elms.yaml"


@pytest.fixture(scope="module")
def proposed(wide: Window) -> dict[str, str]:
    """The files of four services whose words are all nasty, and of the organisation that runs them."""
    made: dict[str, str] = {}
    for at, words in enumerate(NASTY):
        page = opened(wide.page, wide.site)
        press(page.get_by_label("It is not in the list"))
        fill_field(page.locator("[data-new-organization] [data-field=name]"), "Valeland Trust")
        fill_field(page.locator("[data-new-organization] [data-field=kind]"), "nhs")
        fill_entry(page, entry(at, words), "national")
        made |= texts(page)
    return made


def entry(at: int, words: list[str]) -> dict[str, object]:
    """A service that says each of some words somewhere."""
    first, second, third, fourth, *rest = words
    return {
        "name": f"{first} {at}",
        "also_known_as": rest,
        "type": "helpline",
        "status": "active",
        "summary": second,
        "criteria": {
            "does_not_take": [{"reason": reason, "words": each} for reason, each in zip(REASONS, words, strict=False)]
        },
        "sessions": {"policy": "drop-in", "then": third},
        "cost": {"kind": "fixed-fee", "words": fourth},
        "checked": {"how": "never"},
    }


def test_nasty_words_are_read_back_as_they_were_typed(proposed: dict[str, str]):
    said = [read_source(text.encode(), file).data for file, text in proposed.items() if "/services/" in file]
    for at, words in enumerate(NASTY):
        assert said[at] == {**entry(at, words), "organization": "valeland-trust"}


def test_nasty_words_are_shown_on_the_page_as_they_were_typed(proposed: dict[str, str], tmp_path: Path):
    root = project(tmp_path)
    for file, text in proposed.items():
        (root / file).write_text(text, "utf-8")
    report = build(root)
    assert report.published, report.problems
    pages = [file for file in proposed if "/services/" in file]
    for words, file in zip(NASTY, pages, strict=True):
        html = (root / "site" / "services" / Path(file).stem / "index.html").read_text("utf-8")
        seen = re.sub(r"\s+", " ", text_of(html.partition("<main")[2]))
        assert [each for each in words if each not in seen] == [], file
