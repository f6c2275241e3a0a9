"""What browser code reads: the records that Python told, each file asked for once, and none in the offline pack."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from browser.conftest import TODAY
from needs import require_node
from rightdoor.model.directory import Directory
from rightdoor.pages import browser_data, browser_vocabulary
from rightdoor.pages.browser_table import table
from rightdoor.pages.view import Settings, View


@pytest.fixture(scope="module")
def view(root: Path, directory: Directory) -> View:
    return View(directory, TODAY, Settings(), root / "docs" / ".overrides")


def asked(root: Path, **told: Any) -> tuple[dict[str, Any], list[str]]:
    """What the names gave, and the addresses that were asked for."""
    done = subprocess.run(
        [require_node(), str(root / "tests" / "browser" / "read.mjs")],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return found["told"], found["asked"]


TYPED = {"type": "service_types", "languages": "languages", "therapies": "therapies"}


def address(name: str) -> str:
    return f"../data/search/{name}.json"


def test_a_browser_reads_the_records_that_python_told(root: Path, view: View) -> None:
    keys = list(browser_data.keys(view))
    files = {address(key): browser_data.file(view, key).content.decode() for key in keys}
    told, _ = asked(root, files=files, read=keys)
    for key in keys:
        assert told[key] == json.loads(browser_data.as_text(browser_data.told(view, key))), key


def test_each_file_is_asked_for_once_and_again_only_after_it_could_not_be_read(root: Path) -> None:
    told, addresses = asked(root, files={address("areas"): '{"areas":[]}'}, read=["areas", "national"])
    assert told["areas"] == {"areas": []}
    assert "404" in told["national"]["fault"]
    assert addresses == [address("areas"), address("national"), address("national")]


def test_the_offline_pack_asks_for_nothing_even_for_what_it_does_not_carry(root: Path, view: View) -> None:
    carried = browser_data.as_text({key: browser_data.packed(view, key) for key in ("areas", "area/northvale")})
    told, addresses = asked(root, files={}, carried=carried, read=["areas", "area/northvale", "area/eastvale"])
    assert addresses == []
    assert told["area/northvale"] == json.loads(browser_data.as_text(browser_data.told(view, "area/northvale")))
    assert "eastvale" in told["area/eastvale"]["fault"]


def test_the_facts_for_two_ties_to_one_area_are_one_file(root: Path, view: View) -> None:
    keys = ("vocabulary", "matching", "national", "area/northvale")
    files = {address(key): browser_data.file(view, key).content.decode() for key in keys}
    told, addresses = asked(root, files=files, facts={"practice": "northvale", "home": "northvale", "cared-for": ""})
    assert sorted(addresses) == sorted(map(address, keys))
    assert sorted(told["facts"]["areas"]) == ["home", "practice"]
    assert told["facts"]["areas"]["home"]["id"] == "northvale"


def test_matching_is_told_the_labels_that_the_vocabulary_says_already(root: Path, view: View) -> None:
    keys = ("vocabulary", "matching", "national")
    files = {address(key): browser_data.file(view, key).content.decode() for key in keys}
    told, _ = asked(root, files=files, facts={})
    labels = told["facts"]["matching"]["labels"]
    for shown, name in {**browser_vocabulary.SHOWN, **TYPED}.items():
        assert labels[shown] == browser_vocabulary.labels(view, name), shown
    groups = {code: group["label"] for code, group in told["facts"]["matching"]["groups"].items()}
    assert groups == browser_vocabulary.labels(view, "groups")


SEARCHED = ("vocabulary", "national", "area/northvale")


@pytest.mark.parametrize("words", [(), ("words/national", "words/northvale")])
def test_a_search_finds_names_without_the_long_words_and_shows_them_where_they_can_be_read(
    root: Path, view: View, words: tuple[str, ...]
) -> None:
    files = {address(key): browser_data.file(view, key).content.decode() for key in (*SEARCHED, *words)}
    told, _ = asked(root, files=files, search={"area": "northvale", "typed": "CMHT"})
    first = told["search"][0]
    assert first["id"] == "northvale-cmht"
    assert ("summary" in first) is ("takes" in first) is bool(words)


def test_no_name_of_javascript_itself_is_taken_for_a_file_of_the_pack(root: Path) -> None:
    told, _ = asked(root, files={}, carried='{"areas":{}}', read=["constructor"])
    assert "fault" in told["constructor"]


ODD = [
    {
        "id": "one",
        "not": [],
        "to": [],
        "weeks": 0,
        "limit": [None, 12],
        "a": {"b": {"c": "x"}},
        "rows": [{"r": "x"}, {"id": "within", "name": "Within"}],
    },
    {"id": "two", "criteria": {}, "not": ["x", "x"], "open": {"at": [[0, 1]], "ph": []}, "rows": []},
    {"id": "three", "name": "</script> & \u2028", "self": True, "rows": [{"r": "x", "to": ["one", "two"]}]},
    {},
]
NAMED = [
    {"id": "st-brannocs", "name": "St Brannoc's Hospice"},
    {"id": "cha-e-conversa-2", "name": "Chá & Conversa 2 2", "to": ["st-brannocs", "elsewhere"]},
    {"id": "z", "name": " ".join("abcdefghijklmnopqrstuvwxyz0")},
    {"id": "0-a", "name": " ".join("abcdefghijklmnopqrstuvwxyz0")},
    {"id": "wren", "name": "–"},
]


def alike(number: int) -> list[dict[str, Any]]:
    """So many values, each of which comes five times."""
    return [{"id": f"s{at}", "name": f"{at % number}", "to": [f"s{at // 2}"]} for at in range(5 * number)]


@pytest.mark.parametrize(
    "records",
    [
        ODD,
        ODD * 5,
        [],
        [{}],
        [{"not": []}] * 3,
        [{"a": "None"}, {}] * 3,
        alike(91),
        alike(92),
        NAMED,
        [*NAMED, {"id": "Odd", "name": "Odd"}],
    ],
)
def test_records_come_out_of_a_table_as_they_went_in(root: Path, records: list[dict[str, Any]]) -> None:
    packed = json.dumps({"services": table(records)})
    told, _ = asked(root, files={address("odd"): packed}, read=["odd"])
    assert told["odd"]["services"] == records
