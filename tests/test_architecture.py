"""The import direction of the house: cli → pages → (coverage | exchange | records) → matching → model."""

import json
from pathlib import Path

import pytest

from imports import forbidden_javascript, forbidden_python

BROWSER_PACKAGES = {"accessible-autocomplete", "minisearch", "preact", "yaml"}


def test_the_python_rooms_import_only_along_the_arrows(root: Path):
    assert forbidden_python(root / "scripts" / "rightdoor") == []


def test_the_browser_folders_import_only_along_the_arrows(root: Path):
    packages = set(json.loads((root / "package.json").read_text())["dependencies"])
    assert forbidden_javascript(root / "docs" / "assets" / "javascripts", packages) == []


def test_the_model_reads_no_files_and_needs_no_package(root: Path):
    for path in (root / "scripts" / "rightdoor" / "model").rglob("*.py"):
        source = path.read_text()
        assert not [word for word in ("import os", "pathlib", "open(", "import yaml", "import json") if word in source]


def house(folder: Path, files: dict[str, str]) -> Path:
    for name, source in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    return folder


@pytest.mark.parametrize(
    ("module", "source", "room"),
    [
        ("model/service.py", "import rightdoor.matching.match", "matching"),
        ("matching/match.py", "from rightdoor.records.load import load", "records"),
        ("records/load.py", "from rightdoor.exchange import fhir", "exchange"),
        ("coverage/grid.py", "from rightdoor import records", "records"),
        ("exchange/fhir.py", "from rightdoor.matching.match import match", "matching"),
        ("pages/plugin.py", "def build():\n    from rightdoor.cli import main", "cli"),
        ("resources.py", "from rightdoor.model.area import Area", "model"),
        ("records/cache.py", 'import importlib\nimportlib.import_module("rightdoor.pages.plugin")', "pages"),
        ("records/cache.py", 'from importlib import import_module\nimport_module(f"rightdoor.pages.{name}")', "pages"),
    ],
)
def test_an_import_against_the_direction_is_found(tmp_path: Path, module: str, source: str, room: str):
    wrong = forbidden_python(house(tmp_path, {module: source}))
    assert len(wrong) == 1
    assert wrong[0].startswith(module)
    assert wrong[0].endswith(f"imports {room}")


def test_a_relative_import_is_refused(tmp_path: Path):
    assert "relative import" in forbidden_python(house(tmp_path, {"model/area.py": "from . import service"}))[0]


def test_a_module_that_belongs_to_no_room_is_refused(tmp_path: Path):
    assert forbidden_python(house(tmp_path, {"helpers.py": ""})) == ["helpers.py: helpers is not a room of the house"]


def test_imports_along_the_arrows_are_allowed(tmp_path: Path):
    files = {
        "__main__.py": "from rightdoor.cli import main",
        "cli.py": "from rightdoor import __version__\nfrom rightdoor.pages.publish import build\nimport click",
        "pages/plugin.py": "from rightdoor.records.load import load\nfrom rightdoor.model.area import Area",
        "records/load.py": "from rightdoor.records.read import read\nfrom rightdoor.resources import schema_folder",
        "matching/match.py": "from rightdoor.model.service import Service",
        "model/service.py": "from rightdoor.model.area import Area",
    }
    assert forbidden_python(house(tmp_path, files)) == []


@pytest.mark.parametrize(
    ("script", "source", "folder"),
    [
        ("matching/match.js", 'import { load } from "../directory/load.js";', "directory"),
        ("directory/load.js", 'import {\n  one,\n  two,\n} from "../search/box.js";', "search"),
        ("common/dom.js", 'export * from "../matching/match.js";', "matching"),
        ("finder/index.js", 'import "../add-service/form.js";', "add-service"),
        ("search/index.js", 'const later = () => import("../finder/index.js");', "finder"),
        ("matching/deep/er.js", "import x from '../../directory/load.js'", "directory"),
    ],
)
def test_a_browser_import_against_the_direction_is_found(tmp_path: Path, script: str, source: str, folder: str):
    wrong = forbidden_javascript(house(tmp_path, {script: source}), BROWSER_PACKAGES)
    assert [each.rpartition(" ")[2] for each in wrong] == [folder]


@pytest.mark.parametrize(
    "source",
    ['import x from "lodash";', 'import x from "https://example.org/x.js";', "await import(name);", 'require("fs")'],
)
def test_browser_code_imports_no_package_that_is_not_declared(tmp_path: Path, source: str):
    assert len(forbidden_javascript(house(tmp_path, {"search/index.js": source}), BROWSER_PACKAGES)) == 1


def test_browser_imports_along_the_arrows_are_allowed(tmp_path: Path):
    files = {
        "search/index.js": 'import { find } from "../directory/search.js";\nimport { $ } from "../common/dom.js";\n',
        "directory/search.js": 'import MiniSearch from "minisearch";\n// import { x } from "../finder/x.js";\n',
        "matching/match.js": 'import { between } from "./operators.js";\n/* from "../search/index.js" */\n',
        "built/search.js": 'import "../finder/x.js"',
    }
    assert forbidden_javascript(house(tmp_path, files), BROWSER_PACKAGES) == []


def test_a_new_folder_of_browser_code_needs_a_place(tmp_path: Path):
    assert "not a folder" in forbidden_javascript(house(tmp_path, {"widgets/x.js": ""}), BROWSER_PACKAGES)[0]
