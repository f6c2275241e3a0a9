"""The versions of services from git: days, merges, renames, what has gone, and what is passed over."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from histories import begin, commit, day, git
from rightdoor.model.directory import Directory
from rightdoor.records.load import load
from rightdoor.records.versions import MOST, Step, last_of, versions
from rightdoor.records.versions import steps as read_steps
from small_project import SERVICE, service, small_project

TODAY = date(2026, 11, 23)
LINE = "valeland-line"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = begin(tmp_path / "project")
    small_project(root)
    commit(root, day(1, 1))
    return root


def write(root: Path, text: str, file: str = SERVICE) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def directory_of(root: Path) -> Directory:
    return load(root, TODAY, cache=False).directory


def found(root: Path) -> dict[str, tuple[Step, ...]]:
    return read_steps(root, versions(root, directory_of(root), TODAY).lines)


def lacking(root: Path) -> str:
    return versions(root, directory_of(root), TODAY).lacking


def steps(root: Path, id: str = LINE) -> list[Step]:
    return list(found(root)[id])


def day_of(step: Step) -> str:
    return str(datetime.fromtimestamp(step.when, UTC).date())


def intakes(root: Path) -> list[tuple[str, str, str]]:
    """The day, before and after of each step of the line between two versions."""
    return [(day_of(each), each.before.intake, each.after.intake) for each in steps(root) if each.before and each.after]


def test_a_service_that_stands_as_it_was_entered_is_new_and_nothing_else(project: Path) -> None:
    [step] = steps(project)
    assert (day_of(step), step.before, step.after) == ("2026-01-01", None, None)


def test_each_day_on_which_a_service_changed_is_a_step(project: Path) -> None:
    for month, intake in ((2, "paused"), (3, "closing")):
        write(project, service(intake=intake))
        commit(project, day(month, 5))
    assert intakes(project) == [("2026-02-05", "open", "paused"), ("2026-03-05", "paused", "closing")]


def test_what_was_put_right_on_the_same_day_is_not_told(project: Path) -> None:
    write(project, service(intake="paused"))
    commit(project, day(2, 5, 9))
    write(project, service(intake="open"))
    commit(project, day(2, 5, 17))
    assert intakes(project) == []


def test_a_day_on_which_only_somebody_confirmed_an_entry_is_no_step(project: Path) -> None:
    write(project, service(checked="{how: provider-email, on: 2026-02-01, by: volunteer}"))
    commit(project, day(2, 5))
    assert intakes(project) == []


def test_what_a_merge_brings_counts_from_the_day_of_the_merge(project: Path) -> None:
    """From that day the site said it; when a volunteer wrote it does not matter."""
    git(project, "checkout", "--quiet", "-b", "work")
    write(project, service(intake="paused"))
    commit(project, day(2, 5))
    git(project, "checkout", "--quiet", "main")
    (project / "README.md").write_text("Something else.\n")
    commit(project, day(2, 6))
    git(project, "merge", "--quiet", "--no-ff", "-m", "Merge", "work", at=day(4, 1))
    assert intakes(project) == [("2026-04-01", "open", "paused")]


def test_a_new_id_keeps_the_past_of_the_former_one(project: Path) -> None:
    write(project, service(intake="paused"))
    commit(project, day(2, 5))
    renamed = "directory/services/national/valeland-help.yaml"
    (project / SERVICE).unlink()
    write(project, service(intake="closing", aliases=f"[{LINE}]"), renamed)
    area = project / "directory/areas/valeland.yaml"
    area.write_text(area.read_text().replace(LINE, "valeland-help"))
    commit(project, day(3, 5))
    told = found(project)
    assert LINE not in told
    days = [(day_of(each), each.after.intake if each.after else "") for each in told["valeland-help"]]
    assert days == [("2026-01-01", ""), ("2026-02-05", "paused"), ("2026-03-05", "closing")]


def test_a_service_that_moves_to_another_folder_keeps_its_past(project: Path) -> None:
    write(project, service(), "directory/services/valeland/valeland-line.yaml")
    (project / SERVICE).unlink()
    commit(project, day(2, 5))
    last = steps(project)[-1]
    assert last.before and last.after
    assert (last.before.folder, last.after.folder) == ("national", "valeland")


def test_a_service_that_went_is_a_step_with_what_it_was(project: Path) -> None:
    write(project, service(name="Short Line", type="helpline"), "directory/services/national/short-line.yaml")
    commit(project, day(2, 5))
    (project / "directory/services/national/short-line.yaml").unlink()
    commit(project, day(3, 5))
    last = steps(project, "short-line")[-1]
    assert last.after is None
    assert last.before and last.before.name == "Short Line"


def test_what_a_service_was_last_is_known_when_it_is_gone(project: Path) -> None:
    (project / SERVICE).unlink()
    commit(project, day(3, 5))
    lines = versions(project, directory_of(project), TODAY).lines
    assert last_of(project, lines)[LINE].name == "Valeland Line"


def test_one_that_came_and_went_on_the_same_day_was_never_there(project: Path) -> None:
    file = "directory/services/national/short-line.yaml"
    write(project, service(name="Short Line"), file)
    commit(project, day(2, 5, 9))
    (project / file).unlink()
    commit(project, day(2, 5, 17))
    assert set(found(project)) == {LINE}


def broken(root: Path) -> None:
    write(root, "name: [broken\n")


def huge(root: Path) -> None:
    write(root, service() + "# " + "x" * 70_000 + "\n")


def binary(root: Path) -> None:
    (root / SERVICE).write_bytes(b"\x00\xff" * 100)


def link(root: Path) -> None:
    (root / SERVICE).unlink()
    (root / SERVICE).symlink_to("/etc/passwd")


def bomb(root: Path) -> None:
    write(root, "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")


def other_grammar(root: Path) -> None:
    write(root, service(former_field="of an older grammar"))


@pytest.mark.parametrize("spoil", [broken, huge, binary, bomb, other_grammar], ids=lambda spoil: spoil.__name__)
def test_a_version_that_cannot_be_read_is_passed_over(project: Path, spoil: Callable[[Path], None]) -> None:
    spoil(project)
    commit(project, day(2, 5))
    write(project, service(intake="paused"))
    commit(project, day(3, 5))
    assert intakes(project) == [("2026-03-05", "open", "paused")]


def test_a_version_that_was_a_link_counts_as_a_time_without_the_entry(project: Path) -> None:
    link(project)
    commit(project, day(2, 5))
    (project / SERVICE).unlink()
    write(project, service(intake="paused"))
    commit(project, day(3, 5))
    assert [bool(each.before) for each in steps(project)] == [False, True]
    assert "root:" not in repr(found(project))


def test_names_that_no_record_has_are_passed_over(project: Path) -> None:
    for name in ("Wrong Name.yaml", "x.txt", "new\nline.yaml", 'quote".yaml'):
        (project / "directory/services/national" / name).write_text("x")
    commit(project, day(2, 5))
    for name in ("Wrong Name.yaml", "x.txt", "new\nline.yaml", 'quote".yaml'):
        (project / "directory/services/national" / name).unlink()
    commit(project, day(2, 6))
    assert set(found(project)) == {LINE}


def test_of_a_long_past_only_the_latest_days_are_looked_at(project: Path) -> None:
    for number in range(1, MOST + 6):
        write(project, service(summary=f"The line in its state {number}."))
        commit(project, day(2 + number // 28, number % 28 + 1))
    told = steps(project)
    assert len(told) == MOST + 1
    assert day_of(told[0]) == "2026-01-01"
    assert told[1].before and told[1].before.summary == "The line in its state 5."


def test_a_commit_with_a_date_that_cannot_be_is_of_today_at_the_latest(project: Path) -> None:
    write(project, service(intake="paused"))
    commit(project, day(2, 5).replace(year=2099))
    assert intakes(project) == [("2026-11-23", "open", "paused")]


def test_a_project_in_a_subfolder_has_its_own_past_only(tmp_path: Path) -> None:
    top = begin(tmp_path / "repository")
    root = small_project(top / "of" / "valeland")
    small_project(top, valeland_chat=service(name="Elsewhere"))
    commit(top, day(1, 1))
    write(root, service(intake="paused"))
    commit(top, day(2, 5))
    assert intakes(root) == [("2026-02-05", "open", "paused")]
    assert set(found(root)) == {LINE}


def test_a_shallow_copy_knows_nothing_and_says_so(project: Path, tmp_path: Path) -> None:
    write(project, service(intake="paused"))
    commit(project, day(2, 5))
    git(tmp_path, "clone", "--quiet", "--depth=1", project.as_uri(), "copy")
    assert "shallow" in lacking(tmp_path / "copy")
    assert found(tmp_path / "copy") == {}


def test_a_folder_without_git_or_without_a_commit_knows_nothing(tmp_path: Path) -> None:
    assert "not in a git repository" in lacking(small_project(tmp_path / "plain"))
    assert lacking(small_project(begin(tmp_path / "empty")))


def test_a_damaged_repository_is_said_to_be_one(project: Path) -> None:
    write(project, service(intake="paused"))
    commit(project, day(2, 5))
    for each in (project / ".git" / "objects").rglob("*"):
        if each.is_file():
            each.chmod(0o644)
            each.write_bytes(b"damaged")
    assert lacking(project)
