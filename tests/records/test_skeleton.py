"""A new record: its template with what is known filled in, and all other fields explained."""

from pathlib import Path
from typing import Any

import pytest

from rightdoor.records.comments import texts_of
from rightdoor.records.edits import EditRefused
from rightdoor.records.grammar import judge_source, schema
from rightdoor.records.read import read_source
from rightdoor.records.skeleton import new_record, skeleton
from rightdoor.records.write import written

SERVICE = {
    "name": "Vale Line",
    "organization": "vale-trust",
    "type": "helpline",
    "status": "active",
    "summary": "Somebody to talk to: every evening.",
    "checked": {"how": "never"},
}
MORE: dict[str, Any] = {
    **SERVICE,
    "criteria": {"age": {"from": "18y"}, "does_not_take": "none stated"},
    "referral": {"routes": [{"who": ["self"], "how": "phone"}]},
    "contact": {"phone": "116 123"},
    "fictional": True,
}


def read(text: str) -> dict[str, Any]:
    return read_source(text.encode(), "new.yaml").data


@pytest.mark.parametrize("data", [SERVICE, MORE], ids=["little", "more"])
def test_a_new_service_holds_what_is_known_and_nothing_else(data: dict[str, Any]) -> None:
    assert read(skeleton("service", data)) == data


@pytest.mark.parametrize("data", [SERVICE, MORE], ids=["little", "more"])
def test_every_other_field_waits_as_a_comment(data: dict[str, Any]) -> None:
    said = "\n".join(texts_of(skeleton("service", data).encode()))
    for name in schema("service")["properties"]:
        assert name in data or name == "fictional" or f"# {name}:" in said


def test_a_field_is_used_by_taking_its_sign_away_wherever_it_stands() -> None:
    text = skeleton("service", MORE)
    lines = [line for line in text.splitlines() if not line.startswith("##")]
    source = read_source(("\n".join(line.removeprefix("# ") for line in lines) + "\n").encode(), "new.yaml")
    assert judge_source(source, "service") == []
    assert set(source.data) == set(schema("service")["properties"])
    assert source.data["criteria"]["age"] == {"from": "18y"}
    assert source.data["contact"]["phone"] == "116 123"


def test_nothing_in_it_names_a_folder_that_only_this_program_has() -> None:
    for kind, data in (("service", SERVICE), ("organization", {"name": "X", "kind": "nhs"})):
        assert "schema/" not in skeleton(kind, data)


def test_a_new_record_is_in_the_one_style() -> None:
    text = skeleton("area", {"name": "Vale", "kind": "place", "postcode_districts": ["NV1"]})
    assert "postcode_districts: [NV1]\n" in text
    assert "# population:\n" in text
    assert text.index("name: Vale") < text.index("kind: place") < text.index("postcode_districts: [")


def test_a_new_service_lies_in_the_folder_of_its_area_and_belongs_to_it(tmp_path: Path) -> None:
    answers = {**SERVICE, "name": "St Anne's", "criteria": {"area": {"basis": "gp-practice"}}}
    edit = new_record("service", "northvale", answers, None, tmp_path)
    assert edit.file == "directory/services/northvale/st-annes.yaml"
    assert edit.before is None
    assert read((edit.after or b"").decode())["criteria"] == {"area": {"basis": "gp-practice", "areas": ["northvale"]}}


def test_a_new_service_was_checked_by_nobody(tmp_path: Path) -> None:
    answers = {name: SERVICE[name] for name in SERVICE if name != "checked"}
    edit = new_record("service", "national", answers, None, tmp_path)
    assert read((edit.after or b"").decode())["checked"] == {"how": "never"}


def test_an_address_that_is_no_secret_says_nothing_of_secrets(tmp_path: Path) -> None:
    answers = {**SERVICE, "locations": [{"confidential": False}]}
    edit = new_record("service", "national", answers, None, tmp_path)
    assert "locations" not in read((edit.after or b"").decode())


@pytest.mark.parametrize("id", ["", "A", "../x", "a" * 61, "a--b"])
def test_what_cannot_be_an_id_is_refused(tmp_path: Path, id: str) -> None:
    with pytest.raises(EditRefused, match="cannot be an id"):
        new_record("organization", "", {"name": "X", "kind": "nhs"}, id, tmp_path)


def test_a_name_that_gives_no_id_asks_for_one(tmp_path: Path) -> None:
    with pytest.raises(EditRefused, match="--id"):
        new_record("organization", "", {"name": "سكينة", "kind": "nhs"}, None, tmp_path)


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "directory/organizations").mkdir(parents=True)
    (tmp_path / "directory/organizations/x.yaml").symlink_to("nowhere")
    with pytest.raises(EditRefused, match="there already"):
        new_record("organization", "", {"name": "X", "kind": "nhs"}, None, tmp_path)


def test_a_group_with_fields_waiting_below_it_has_lines_of_its_own() -> None:
    text = skeleton("service", {**SERVICE, "contact": {"phone": "116 123"}})
    assert 'contact:\n  phone: "116 123"\n#   text_relay:' in text
    assert written({"contact": {"phone": "116 123"}}, "service") == 'contact: {phone: "116 123"}\n'
