"""The file of an area's snapshots as the program writes it, and the state of a project at the end of a month."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from rightdoor.model.snapshot import Snapshot
from rightdoor.records import git
from rightdoor.records.edits import Edit, EditRefused
from rightdoor.records.opening import open_record
from rightdoor.records.walk import FOLDER
from rightdoor.records.write import written

BEGINNING = "# Coverage by month, written by: rightdoor history\n"
KIND = "snapshots"


def edit_of(root: Path, area: str, months: Iterable[Snapshot]) -> Edit:
    """What the file of an area is to hold; EditRefused where what is there cannot be opened."""
    file = f"{FOLDER}/{KIND}/{area}.yaml"
    before, problems = open_record(root, file) if (root / file).exists() else (None, ())
    if problems:
        raise EditRefused(f"{file} cannot be read: {problems[0].message}")
    text = written({"snapshots": [_row(each) for each in months]}, KIND)
    return Edit(file, before, (BEGINNING + text).encode())


def commit_at(root: Path, day: date) -> str | None:
    """The commit that a project stood at when a day ended (UTC); None where it had none yet.

    GitUnable where git cannot say, as in a copy that lacks the beginning of its history.
    """
    git.place(root)
    if git.is_shallow(root):
        raise git.GitUnable("This copy of the repository is shallow: it lacks the beginning of its history.")
    end = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)
    found = git.ask(root, "rev-list", "-1", "--first-parent", f"--before={int(end.timestamp()) - 1}", "HEAD", "--")
    return found.decode("ascii").strip() or None


def _row(each: Snapshot) -> dict[str, Any]:
    """A month in plain data, without what is not known of it."""
    row = asdict(each) | {"on": each.on.isoformat(), "groups": dict(each.groups), "facts": dict(each.facts)}
    return {name: value for name, value in row.items() if value is not None}
