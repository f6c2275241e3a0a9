"""What `check` would say of a change before it is made: a project with it is put together elsewhere and checked."""

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from rightdoor.model.problem import Level, Problem
from rightdoor.records.edits import Edit
from rightdoor.records.load import load
from rightdoor.records.opening import open_record
from rightdoor.records.walk import FOLDER, walk


@dataclass(frozen=True, slots=True)
class Trial:
    """The problems that a change would bring: those that were not there before it, sorted."""

    new: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those that would stop a build."""
        return tuple(each for each in self.new if each.level is Level.ERROR)


def trial(root: Path, edits: Sequence[Edit], today: date, renamed: tuple[str, str] = ("", "")) -> Trial:
    """Check the project as it is and as it would be; nothing is written in it. `renamed` are an old and a new id."""
    changed = {each.file: each.after for each in edits}
    with TemporaryDirectory(prefix="rightdoor-") as name:
        there = Path(name)
        seen = walk(root)
        files = {found.file: open_record(root, found.file)[0] for found in seen.found} | changed
        for boundary in seen.boundaries:
            (there / boundary).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / boundary, there / boundary, follow_symlinks=False)
        for file, content in files.items():
            if content is not None and file.startswith(f"{FOLDER}/"):
                (there / file).parent.mkdir(parents=True, exist_ok=True)
                (there / file).write_bytes(content)
        after = load(there, today, cache=False).problems
    return Trial(_added(load(root, today).problems, after, renamed))


def _added(before: Iterable[Problem], after: Iterable[Problem], renamed: tuple[str, str]) -> tuple[Problem, ...]:
    """What is said after and was not said before, whatever line it is on and whichever of the two ids it names."""
    known = Counter(_said(each, renamed) for each in before)
    found = []
    for each in after:
        said = _said(each, renamed)
        if known[said]:
            known[said] -= 1
        else:
            found.append(each)
    return tuple(found)


def _said(problem: Problem, renamed: tuple[str, str]) -> tuple[str, ...]:
    """What a problem says, with both ids of a renamed record as one."""
    old, new = renamed
    parts = problem.file, problem.code, problem.message
    whole = rf"(?<![a-z0-9-]){re.escape(new)}(?![a-z0-9-])"
    return tuple(re.sub(whole, old, each) for each in parts) if new else parts
