"""A record gets another id: everything that names it follows, and nothing else changes."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightdoor.records.checks.frame import Context
from rightdoor.records.checks.references import references
from rightdoor.records.edits import EditRefused, write_edits
from rightdoor.records.grammar import schema
from rightdoor.records.held import NAMED_BY_FIELD, NAMES, NOT_NAMES, held_records, naming
from rightdoor.records.load import load
from rightdoor.records.marks import Mark
from rightdoor.records.rename import rename
from rightdoor.records.trial import trial
from rightdoor.records.walk import KINDS
from small_project import SERVICE, service, small_project

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("shipped")
    shutil.copytree(ROOT / "directory", root / "directory")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def files(root: Path) -> dict[str, bytes]:
    found = (file for file in root.rglob("*") if file.is_file() and ".rightdoor" not in file.parts)
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in found}


def renamed(root: Path, old: str, new: str, kind: str = "") -> None:
    write_edits(root, rename(root, old, new, kind))


def id_fields(node: Any, whole: Any, name: str = "") -> Iterator[str]:
    """The fields of a schema that hold ids: alone, in a list, or as the names of a group."""
    if isinstance(node, dict):
        if node.get("$ref") == "#/$defs/id":
            yield name
        for key in ("items", "propertyNames", "additionalProperties"):
            yield from id_fields(node.get(key), whole, name)
        for key, each in {**node.get("properties", {}), **node.get("$defs", {})}.items():
            yield from id_fields(each, whole, name if name == "areas" else key)
        for each in node.get("anyOf", ()):
            yield from id_fields(each, whole, name)


def test_every_field_that_holds_an_id_is_known_with_what_it_names():
    found = {(kind, field) for kind in KINDS for field in id_fields(schema(kind), schema(kind))}
    found = {pair for pair in found if pair[1] not in ("id", "") or pair == ("tombstones", "id")}
    assert found == {*NAMES, *NOT_NAMES, NAMED_BY_FIELD[:2]}


def test_what_the_checks_call_references_is_what_follows(shipped: Path):
    directory = load(shipped, TODAY).directory
    context = Context(TODAY, lambda _file, _path: Mark(1, 1))
    for kind, id in (("service", "northvale-cmht"), ("organization", "northvale-council"), ("area", "northvale")):
        told = {
            (each.file, *each.place(index))
            for each in references(directory, context)
            for index, named in enumerate(each.ids)
            if (each.kind, named) == (kind, id) and each.place(index)
        }
        found = {(each.held.file, *each.path) for each in naming(held_records(shipped), kind, id)}
        # A story may say its area in short (`area`), which the model keeps as that of the practice.
        assert {_but_answers(each) for each in told} == {_but_answers(each) for each in found}


def _but_answers(place: tuple[Any, ...]) -> tuple[Any, ...]:
    return place[:2] if place[1] == "answers" else place


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_renamed_there_and_back_every_file_is_the_same_but_for_aliases(shipped: Path, data: st.DataObject):
    kind = data.draw(st.sampled_from(["service", "organization", "area"]))
    ids = sorted(each.found.id for each in held_records(shipped) if each.found.kind == kind)
    old, before = data.draw(st.sampled_from(ids)), files(shipped)
    try:
        renamed(shipped, old, "quite-another-id", kind)
        between = files(shipped)
        renamed(shipped, "quite-another-id", old, kind)
        after = files(shipped)
    finally:
        for file in files(shipped).keys() - before.keys():
            (shipped / file).unlink()
        for file, content in before.items():
            (shipped / file).parent.mkdir(parents=True, exist_ok=True)
            (shipped / file).write_bytes(content)
    assert not any(f"/{old}.yaml" in file for file in between if f"/{kind}s/" in file)
    assert after.keys() == before.keys()
    for file in before:
        assert _without_aliases(after[file]) == _without_aliases(before[file]), file


def _without_aliases(content: bytes) -> list[bytes]:
    return [line for line in content.splitlines() if not line.startswith(b"aliases:")]


@pytest.mark.parametrize(
    ("kind", "old"),
    [("service", "northvale-cmht"), ("organization", "northvale-council"), ("area", "northvale"), ("area", "england")],
)
def test_after_a_renaming_the_check_finds_nothing_new(shipped: Path, kind: str, old: str):
    edits = rename(shipped, old, "quite-another-id", kind)
    assert trial(shipped, edits, TODAY, (old, "quite-another-id")).new == ()


def test_an_area_takes_its_folders_its_refusals_and_the_home_page_along(shipped: Path):
    edits = {each.file: each for each in rename(shipped, "northvale", "vale")}
    assert b"home_area: vale\n" in (edits["mkdocs.yml"].after or b"")
    assert {"directory/areas/vale.yaml", "directory/refusals/2026/vale.yaml"} <= edits.keys()
    assert "directory/services/vale/northvale-cmht.yaml" in edits
    assert edits["directory/services/northvale/northvale-cmht.yaml"].after is None


def test_the_former_id_of_a_service_is_kept_and_goes_when_it_is_taken_up_again(tmp_path: Path):
    root = small_project(tmp_path)
    renamed(root, "valeland-line", "vale-line")
    assert "aliases: [valeland-line]" in (root / "directory/services/national/vale-line.yaml").read_text()
    assert "crisis_routes: [vale-line]" in (root / "directory/areas/valeland.yaml").read_text()
    renamed(root, "vale-line", "valeland-line")
    assert "aliases: [vale-line]" in (root / SERVICE).read_text()


def test_an_address_that_gives_a_discreet_service_away_is_not_kept(tmp_path: Path):
    text = service(needs="[domestic-abuse]")
    root = small_project(tmp_path, vale_abuse_line=text)
    renamed(root, "vale-abuse-line", "vale-harbour")
    assert "aliases" not in (root / "directory/services/national/vale-harbour.yaml").read_text()


def test_exceptions_follow_by_id_and_by_path(tmp_path: Path):
    root = small_project(tmp_path)
    rows = [
        {"check": "wording", "record": each, "why": "W"}
        for each in ("valeland-line", "services/national/valeland-line")
    ]
    (root / "directory/exceptions.yaml").write_text(json.dumps({"exceptions": rows}))
    renamed(root, "valeland-line", "vale-line")
    after = json.loads((root / "directory/exceptions.yaml").read_text())["exceptions"]
    assert [each["record"] for each in after] == ["vale-line", "services/national/vale-line"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("valeland-lien", "x", "Did you mean valeland-line?"),
        ("nobody-knows", "x", "There is no service, organization or area nobody-knows."),
        ("valeland-line", "Vale Line", "Vale Line cannot be an id."),
        ("valeland-line", "../vale", "cannot be an id."),
        ("valeland-line", "x" * 61, "cannot be an id."),
        ("valeland-line", "valeland-line", "is its id already"),
        ("valeland-line", "other-line", "is the id of directory/services/national/other-line.yaml."),
        ("valeland-line", "former-line", "is a former id of directory/services/national/other-line.yaml."),
        ("valeland-line", "closed-line", "was the id of a service that closed (directory/tombstones.yaml)."),
        ("valeland", "national", "is the folder of services that work everywhere"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(tmp_path: Path, old: str, new: str, said: str):
    root = small_project(tmp_path, other_line=service(name="Other Line", aliases="[former-line]"))
    stone = "tombstones:\n  - {id: closed-line, name: Closed Line, why: It closed.}\n"
    (root / "directory/tombstones.yaml").write_text(stone)
    with pytest.raises(EditRefused) as fault:
        rename(root, old, new)
    assert said in str(fault.value)
    assert "Nothing is written." in str(fault.value)


def test_where_two_kinds_share_an_id_one_must_be_said(shipped: Path):
    with pytest.raises(EditRefused, match="samaritans is an organization and a service. Say which with --kind"):
        rename(shipped, "samaritans", "samaritans-uk")


def test_a_record_that_cannot_be_read_stops_it_because_it_may_name_the_old_id(tmp_path: Path):
    root = small_project(tmp_path, other_line="name: 'A\n")
    with pytest.raises(EditRefused, match=r"other-line\.yaml cannot be read: A quotation mark is opened"):
        rename(root, "valeland-line", "vale-line")
