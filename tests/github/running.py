"""Runs the steps of a workflow on this computer as GitHub would: their shell as it stands, their actions acted out.

A made-up repository holds this program and a small directory; a made-up pull request changes it. Only what a runner
brings along is put in the place of something: fetching, Python, pip, and handing files over.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from small_project import small_project

WHO = ("-c", "user.name=Volunteer", "-c", "user.email=volunteer@example.org", "-c", "commit.gpgsign=false")
OF_THE_PROGRAM = ("scripts/rightdoor", "schema", "starter", "docs", ".github/workflows", "directory/LICENSE")
NOT_NEEDED = shutil.ignore_patterns("__pycache__", "decisions", "node_modules")
SETTINGS = """\
site_name: Valeland
theme: {name: material, font: false}
plugins:
  - rightdoor: {home_area: valeland}
"""
# Stands for pip: what the requirements name becomes the command `rightdoor`, which then finds no other copy of itself.
PYTHON = """\
#!/bin/sh
[ "$1 $2 $3" = "-m pip install" ] || {{ echo "This python only installs." >&2; exit 9; }}
for last; do :; done
folder=$(grep -v '^#' "$last")
[ -d "$folder/scripts" ] || {{ echo "There is no program in $folder." >&2; exit 8; }}
printf '#!/bin/sh\\nPYTHONPATH=%s/scripts exec %s -P -c "from rightdoor.cli import main; main()" "$@"\\n' \\
  "$PWD/$folder" {python} > {bin}/rightdoor
chmod +x {bin}/rightdoor
"""


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *WHO, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def repository(root: Path, folder: Path) -> Path:
    """A repository whose branch main holds this program and the directory of Valeland."""
    for name in OF_THE_PROGRAM:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=NOT_NEEDED)
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    small_project(folder)
    (folder / "mkdocs.yml").write_text(SETTINGS)
    (folder / ".github/requirements.txt").write_text("# The program of the main branch.\n./main\n")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A", "-f")
    git(folder, "commit", "-q", "-m", "Begin")
    return folder


def pull_request(origin: Path, change: Callable[[Path], None]) -> None:
    """Makes the commit that GitHub shows a workflow: the change, merged into main; it is what `pull` leads to."""
    git(origin, "checkout", "-q", "-B", "change", "main")
    change(origin)
    git(origin, "add", "-A", "-f")
    git(origin, "commit", "-q", "-m", "Change", "--allow-empty")
    git(origin, "checkout", "-q", "-B", "pull", "main")
    git(origin, "merge", "-q", "--no-ff", "-m", "Merge", "change")
    git(origin, "checkout", "-q", "main")


@dataclass
class Run:
    """A workflow at work in `folder`; afterwards how each step ended, and everything that was said."""

    folder: Path
    origin: Path
    event: str = "pull_request"
    outcomes: dict[str, str] = field(default_factory=dict)
    said: str = ""
    kept: list[str] = field(default_factory=list)
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def succeeded(self) -> bool:
        """Whether the run is shown as green."""
        return "failure" not in self.outcomes.values()

    @property
    def summary(self) -> str:
        """The page of the run."""
        place = self.folder / "summary"
        return place.read_text("utf-8") if place.exists() else ""

    def job(self, workflow: Path, job: str) -> "Run":
        """Runs every step of a job, in order."""
        self.folder.mkdir()
        self._python()
        for number, step in enumerate(yaml.safe_load(workflow.read_text("utf-8"))["jobs"][job]["steps"]):
            self.outcomes[step.get("id", f"step {number}: {step['name']}")] = self._step(step)
        return self

    def _python(self) -> None:
        tools = self.folder.parent / f"{self.folder.name}-bin"
        tools.mkdir()
        text = PYTHON.format(python=shlex.quote(sys.executable), bin=shlex.quote(str(tools)))
        (tools / "python").write_text(text)
        (tools / "python").chmod(0o755)
        self.given = {**self.given, "PATH": f"{tools}{os.pathsep}{self.given.get('PATH', os.environ['PATH'])}"}

    def _step(self, step: dict[str, Any]) -> str:
        if not self._wanted(step.get("if", "")):
            return "skipped"
        if "uses" in step:
            self._act(step["uses"].partition("@")[0], step.get("with", {}))
            return "success"
        environment = {
            **os.environ, **self.given, **{name: self._filled(each) for name, each in step.get("env", {}).items()},
            "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
        }  # fmt: skip
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]], cwd=self.folder, env=environment, capture_output=True, check=False
        )
        self.said += f"### {step['name']}\n{(done.stdout + done.stderr).decode('utf-8', 'replace')}"
        return "success" if done.returncode == 0 or step.get("continue-on-error") else "failure"

    def _wanted(self, condition: str) -> bool:
        """What our workflows say in `if:`; a step without it runs only while nothing has failed."""
        if not condition:
            return self.succeeded
        text = condition.removeprefix("${{").removesuffix("}}").strip()
        alone = re.sub(r"steps\.(\w+)\.outcome", lambda found: repr(self.outcomes.get(found[1], "")), text)
        alone = (
            alone.replace("!cancelled()", "True").replace("&&", "and").replace("github.event_name", repr(self.event))
        )
        still = "cancelled()" in text or self.succeeded
        return still and bool(
            eval(alone, {"__builtins__": {}}, {"hashFiles": lambda _: ""})
        )  # our own text, not a stranger's

    def _act(self, action: str, given: dict[str, Any]) -> None:
        if action == "actions/checkout":
            revision = "main" if "base_ref" in given.get("ref", "") or self.event != "pull_request" else "pull"
            depth = ("--depth", str(given.get("fetch-depth", 1))) if given.get("fetch-depth", 1) else ()
            address, target = f"file://{self.origin}", str(self.folder / given["path"])
            git(self.origin, "clone", "-q", *depth, "--branch", revision, address, target)
        elif action in ("actions/upload-artifact", "actions/upload-pages-artifact"):
            self.kept.append(given["path"])

    def _filled(self, text: str) -> str:
        return re.sub(r"\$\{\{.*?\}\}", "made-up", text)
