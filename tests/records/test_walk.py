"""Which files are records, and what is refused without being opened."""

import os
import socket
from pathlib import Path

import pytest

from rightdoor.model.problem import Level
from rightdoor.records.opening import open_record
from rightdoor.records.walk import Found, Walk, walk


def project(folder: Path, *files: str) -> Path:
    (folder / "directory").mkdir(exist_ok=True)
    for file in files:
        path = folder / "directory" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("name: A\n")
        path.chmod(0o644)
    return folder


def refused(found: Walk) -> list[tuple[str, str]]:
    assert all((each.line, each.column, each.level) == (1, 1, Level.ERROR) for each in found.problems)
    assert all(each.message and each.tip for each in found.problems)
    return [(each.file.removeprefix("directory/"), each.code) for each in found.problems]


def test_every_kind_of_record_is_found_in_the_order_of_paths(tmp_path: Path):
    files = (
        "tombstones.yaml",
        "disproved-numbers.yaml",
        "vignettes/story.yaml",
        "services/northvale/a.yaml",
        "services/national/b.yaml",
        "organizations/trust.yaml",
        "areas/northvale.yaml",
        "refusals/2026/northvale.yaml",
        "refusals/2025/northvale.yaml",
    )
    found = walk(project(tmp_path, *files))
    assert found.problems == []
    assert found.found == [
        Found("area", "directory/areas/northvale.yaml", "northvale"),
        Found("disproved-numbers", "directory/disproved-numbers.yaml", "disproved-numbers"),
        Found("organization", "directory/organizations/trust.yaml", "trust"),
        Found("refusals", "directory/refusals/2025/northvale.yaml", "northvale-2025"),
        Found("refusals", "directory/refusals/2026/northvale.yaml", "northvale-2026"),
        Found("service", "directory/services/national/b.yaml", "b"),
        Found("service", "directory/services/northvale/a.yaml", "a"),
        Found("tombstones", "directory/tombstones.yaml", "tombstones"),
        Found("vignette", "directory/vignettes/story.yaml", "story"),
    ]


def test_readmes_licences_and_hidden_files_are_passed_over(tmp_path: Path):
    files = ("README.md", "LICENSE", "areas/README.md", "services/national/README.md", ".hidden")
    assert walk(project(tmp_path, *files, "areas/.DS_Store")) == Walk()


@pytest.mark.parametrize(
    "name",
    [
        "Riverside.yaml",
        "river_side.yaml",
        "river side.yaml",
        "river--side.yaml",
        "-river.yaml",
        "river-.yaml",
        "rivière.yaml",
        "river.side.yaml",
        "river.yml",
        "river.YAML",
        "river\nside.yaml",
        f"{'r' * 61}.yaml",
    ],
)
def test_a_name_that_is_not_an_id_is_refused_with_one_that_is(tmp_path: Path, name: str):
    found = walk(project(tmp_path, f"areas/{name}"))
    assert found.found == []
    assert [each.code for each in found.problems] == ["file-name"]
    assert "\n" not in found.problems[0].file + found.problems[0].message
    again = found.problems[0].tip.removeprefix("Rename it to ").partition(".yaml")[0]
    (tmp_path / "again").mkdir()
    assert len(walk(project(tmp_path / "again", f"areas/{again}.yaml")).found) == 1


def test_an_id_may_be_sixty_letters_long(tmp_path: Path):
    assert len(walk(project(tmp_path, f"areas/{'r' * 60}.yaml")).found) == 1


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("stray.yaml", "stray-file"),
        ("services/lonely.yaml", "stray-file"),
        ("services/northvale/deeper/x.yaml", "stray-file"),
        ("services/North Vale/x.yaml", "file-name"),
        ("areas/deeper/x.yaml", "stray-file"),
        ("areas/notes.txt", "stray-file"),
        ("areas/northvale.json", "stray-file"),
        ("people/x.yaml", "stray-file"),
    ],
)
def test_what_lies_in_the_wrong_place_is_refused(tmp_path: Path, file: str, code: str):
    found = walk(project(tmp_path, file))
    assert found.found == []
    assert [each.code for each in found.problems] == [code]


def test_names_that_differ_only_in_capitals_are_refused_for_that(tmp_path: Path):
    found = walk(project(tmp_path, "areas/northvale.yaml", "areas/Northvale.yaml"))
    if len(os.listdir(tmp_path / "directory" / "areas")) == 1:
        pytest.skip("On this computer the two names are one file.")
    assert refused(found) == [("areas/Northvale.yaml", "case-only-difference")]
    assert "directory/areas/northvale.yaml" in found.problems[0].message


def test_one_id_in_two_folders_is_refused(tmp_path: Path):
    found = walk(project(tmp_path, "services/eastvale/a.yaml", "services/northvale/a.yaml"))
    assert refused(found) == [("services/northvale/a.yaml", "duplicate-id")]
    assert [each.file for each in found.found] == ["directory/services/eastvale/a.yaml"]


def test_a_service_and_an_organization_may_share_an_id(tmp_path: Path):
    assert walk(project(tmp_path, "services/national/mind.yaml", "organizations/mind.yaml")).problems == []


def test_links_to_files_and_folders_are_never_followed(tmp_path: Path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.yaml").write_text("name: A\n")
    project(tmp_path, "areas/real.yaml", "services/national/b.yaml")
    (tmp_path / "directory/areas/link.yaml").symlink_to(tmp_path / "secret/a.yaml")
    (tmp_path / "directory/areas/broken.yaml").symlink_to("/nowhere")
    (tmp_path / "directory/services/out").symlink_to(tmp_path / "secret")
    (tmp_path / "directory/vignettes").symlink_to("..")
    found = walk(tmp_path)
    assert [each.id for each in found.found] == ["real", "b"]
    assert refused(found) == [
        ("areas/broken.yaml", "file-kind"),
        ("areas/link.yaml", "file-kind"),
        ("services/out", "file-kind"),
        ("vignettes", "file-kind"),
    ]


def test_a_directory_that_is_itself_a_link_is_refused(tmp_path: Path):
    (tmp_path / "directory").symlink_to("/etc")
    assert [each.code for each in walk(tmp_path).problems] == ["file-kind"]


def test_a_project_without_a_directory_is_a_problem(tmp_path: Path):
    assert [(each.file, each.code) for each in walk(tmp_path).problems] == [("directory", "file-kind")]


def test_pipes_and_sockets_are_refused_and_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    project(tmp_path, "areas/real.yaml")
    os.mkfifo(tmp_path / "directory/areas/pipe.yaml")
    monkeypatch.chdir(tmp_path / "directory/areas")
    with socket.socket(socket.AF_UNIX) as ear:
        ear.bind("socket.yaml")
        found = walk(tmp_path)
    assert refused(found) == [("areas/pipe.yaml", "file-kind"), ("areas/socket.yaml", "file-kind")]


@pytest.mark.parametrize("put", ["pipe", "link", "folder", "nothing"])
def test_what_takes_a_files_place_after_the_walk_is_not_read(tmp_path: Path, put: str):
    project(tmp_path)
    path = tmp_path / "directory/x.yaml"
    if put == "pipe":
        os.mkfifo(path)
    elif put == "link":
        path.symlink_to("/etc/hostname")
    elif put == "folder":
        path.mkdir()
    raw, problems = open_record(tmp_path, "directory/x.yaml")
    assert raw is None
    assert [(each.code, each.level) for each in problems] == [("file-kind", Level.ERROR)]


def test_a_file_is_read_no_further_than_one_byte_over_the_limit(tmp_path: Path):
    project(tmp_path, "areas/x.yaml")
    (tmp_path / "directory/areas/x.yaml").write_bytes(b"x" * 10_000_000)
    raw, _ = open_record(tmp_path, "directory/areas/x.yaml")
    assert raw is not None
    assert len(raw) == 64 * 1024 + 1


def test_a_record_marked_as_a_program_is_read_with_a_warning(tmp_path: Path):
    project(tmp_path, "areas/x.yaml")
    (tmp_path / "directory/areas/x.yaml").chmod(0o755)
    raw, problems = open_record(tmp_path, "directory/areas/x.yaml")
    assert raw == b"name: A\n"
    assert [(each.code, each.level) for each in problems] == [("file-mode", Level.WARNING)]


def test_counts_of_refused_referrals_lie_in_the_folder_of_a_year(tmp_path: Path):
    files = (
        "refusals/northvale.yaml",
        "refusals/latest/northvale.yaml",
        "refusals/2026/older/a.yaml",
        "refusals/README.md",
    )
    assert refused(walk(project(tmp_path, *files))) == [
        ("refusals/2026/older", "stray-file"),
        ("refusals/latest", "file-name"),
        ("refusals/northvale.yaml", "stray-file"),
    ]
