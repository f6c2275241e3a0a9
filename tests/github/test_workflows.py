"""The workflows: least permissions, every action pinned, no secret, nothing of a stranger in a shell; zizmor agrees."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from needs import go_without
from rightdoor.records.starter import SHARED

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (".github", "starter/.github")
WORKFLOWS = sorted(each for folder in FOLDERS for each in (ROOT / folder / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}\Z")
NOTED = re.compile(r"uses: (\S+) # v[0-9]+\.[0-9]+\.[0-9]+$")
LEAST = {
    "check.yml": {"contents": "read"},
    "ci.yml": {"contents": "read"},
    "publish.yml": {"contents": "read", "pages": "write", "id-token": "write"},
    "due.yml": {"contents": "read", "issues": "write"},
}
LONGEST = 30

each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda each: each.relative_to(ROOT).as_posix())


def read(workflow: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(workflow.read_text("utf-8"))
    return found


def jobs(workflow: Path) -> list[dict[str, Any]]:
    return list(read(workflow)["jobs"].values())


def steps(workflow: Path) -> Iterator[dict[str, Any]]:
    for job in jobs(workflow):
        yield from job["steps"]


def events(workflow: Path) -> set[str]:
    """What starts a workflow; YAML reads the word `on` as yes."""
    said = read(workflow)[True]
    return {said} if isinstance(said, str) else set(said)


def test_there_are_workflows_that_check_publish_and_ask_for_what_is_due():
    assert {each.name for each in WORKFLOWS} == set(LEAST)


@each_workflow
def test_nothing_is_allowed_but_what_a_job_says_it_needs(workflow: Path):
    assert read(workflow)["permissions"] == {}
    allowed: dict[str, str] = {}
    for job in jobs(workflow):
        allowed |= job["permissions"]
    assert allowed == LEAST[workflow.name]


@each_workflow
def test_every_action_is_pinned_by_its_full_hash_and_says_its_version(workflow: Path):
    used = [each["uses"] for each in steps(workflow) if "uses" in each]
    assert [each for each in used if not PINNED.match(each)] == []
    noted = [found[1] for line in workflow.read_text("utf-8").splitlines() if (found := NOTED.search(line))]
    assert noted == used


def test_one_action_has_one_version_everywhere():
    found = {each["uses"] for workflow in WORKFLOWS for each in steps(workflow) if "uses" in each}
    names = [each.partition("@")[0] for each in found]
    assert sorted(set(names)) == sorted(names)


def test_only_actions_of_github_itself_are_used():
    used = {each["uses"].partition("/")[0] for workflow in WORKFLOWS for each in steps(workflow) if "uses" in each}
    assert used == {"actions"}


@each_workflow
def test_no_workflow_runs_with_the_rights_of_main_on_a_strangers_code(workflow: Path):
    assert events(workflow) & {"pull_request_target", "workflow_run", "issue_comment", "issues"} == set()


@each_workflow
def test_no_secret_is_named(workflow: Path):
    text = workflow.read_text("utf-8")
    assert "secrets." not in text and "secrets:" not in text and "secrets[" not in text


@each_workflow
def test_nothing_that_github_fills_in_stands_in_a_shell(workflow: Path):
    assert [each["name"] for each in steps(workflow) if "${{" in each.get("run", "")] == []


@each_workflow
def test_no_credentials_are_left_for_a_later_step(workflow: Path):
    fetched = [each for each in steps(workflow) if each.get("uses", "").startswith("actions/checkout@")]
    assert [each["name"] for each in fetched if each["with"].get("persist-credentials") is not False] == []


@each_workflow
def test_every_job_has_a_name_an_end_and_no_twin(workflow: Path):
    assert all(job["name"] and job["timeout-minutes"] <= LONGEST for job in jobs(workflow))
    assert read(workflow)["concurrency"]["group"]
    assert all(each.get("name") for each in steps(workflow))


@each_workflow
def test_no_runner_changes_by_itself(workflow: Path):
    assert {job["runs-on"] for job in jobs(workflow)} == {"ubuntu-24.04"}


def test_a_pull_request_is_checked_by_the_program_of_the_branch_that_it_is_for():
    fetched = {each["with"]["path"]: each["with"] for each in steps(WORKFLOWS[0]) if "checkout" in each.get("uses", "")}
    assert fetched["main"]["ref"] == "${{ github.base_ref }}"
    assert "ref" not in fetched["pull-request"]
    ran = [each["run"] for each in steps(WORKFLOWS[0]) if "run" in each]
    of_the_change = [each for each in ran if "pull-request" in each]
    assert [each.split()[:4] for each in of_the_change] == [["rightdoor", "guard", "pull-request", "--revision"]]


@each_workflow
def test_where_the_program_comes_from_is_said_in_one_place(workflow: Path):
    installed = {each["run"] for each in steps(workflow) if "pip install" in each.get("run", "")}
    expected = "python -m pip install --quiet --disable-pip-version-check --requirement main/.github/requirements.txt"
    assert installed <= {expected}


@pytest.mark.parametrize("path", SHARED)
def test_this_repository_has_what_every_repository_of_a_directory_has(path: str):
    assert (ROOT / path).read_bytes() == (ROOT / "starter" / path).read_bytes(), "Run: python scripts/write_github.py"


@pytest.mark.parametrize("folder", FOLDERS)
def test_new_versions_are_offered_for_everything_once_they_are_a_week_old(folder: str):
    offered = yaml.safe_load((ROOT / folder / "dependabot.yml").read_text("utf-8"))["updates"]
    assert {"github-actions", "pip"} <= {each["package-ecosystem"] for each in offered}
    assert all(each["cooldown"]["default-days"] >= 7 for each in offered)


def zizmor() -> str:
    """The path of zizmor: in the environment that `.ci/run` makes for it, or on PATH."""
    own = ROOT / ".zizmor" / ("Scripts/zizmor.exe" if os.name == "nt" else "bin/zizmor")
    found = str(own) if own.is_file() else shutil.which("zizmor")
    return found or go_without("zizmor is not on this machine, so nobody else looked at the workflows.")


@pytest.mark.parametrize("folder", FOLDERS)
def test_zizmor_finds_nothing_in_its_most_demanding_mood(folder: str):
    command = [zizmor(), "--offline", "--no-config", "--persona", "pedantic", "--quiet", folder]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_would_find_something(tmp_path: Path):
    """The canary: without it, a zizmor that looked at nothing would pass."""
    text = WORKFLOWS[0].read_text("utf-8").replace("pull_request:", "pull_request_target:")
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/check.yml").write_text(text.replace("persist-credentials: false", ""))
    command = [zizmor(), "--offline", "--no-config", "--persona", "pedantic", "--quiet", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode != 0 and "dangerous-triggers" in done.stdout
