"""Asks git, and lets nothing that a repository brings along run: only reading, only this computer, only so long.

A repository's own settings can name programs: a file-system monitor, a viewer of differences, a checker of signatures,
a way to fetch what is missing. Every one that reading could start is switched off here; whether a folder that belongs
to somebody else may be read at all stays git's own decision (`safe.directory`).
"""

import os
import re
import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryFile
from threading import Event, Timer

SECONDS = 60
"""After so long a question to git is given up."""

LONGEST = 512 * 1024 * 1024
"""A longer answer is not taken: a small commit can hold the same folder a billion times."""

_COMPLAINT = 10_000

_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showSignature=false",
    "log.showRoot=true",
    "log.follow=false",
    "color.ui=false",
)
# A repository may allow a protocol by its name, against protocol.allow, but nothing against GIT_ALLOW_PROTOCOL. A git
# that is too old for GIT_NO_LAZY_FETCH (2.45) needs that.
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
_COMMIT = re.compile(r"(?:[0-9a-f]{40}|[0-9a-f]{64})\Z")


class GitUnable(Exception):
    """Git is not there, or does not answer; the message is one plain sentence for a person."""


def ask(root: Path, *words: str, given: bytes = b"", most: int | None = None) -> bytes:
    """What git answers in the folder `root`; GitUnable where it answers nothing, for too long or over `most` bytes."""
    settings = [part for each in _SETTINGS for part in ("-c", each)]
    command = ["git", "--no-pager", "-C", str(root), *settings, *words]
    with TemporaryFile() as question, TemporaryFile() as complaint:
        question.write(given)
        question.seek(0)
        try:
            git = subprocess.Popen(command, stdin=question, stdout=PIPE, stderr=complaint, env=_environment())
        except FileNotFoundError:
            raise GitUnable("Git is not installed on this computer.") from None
        except (OSError, ValueError) as fault:
            raise GitUnable(f"Git cannot be asked: {fault}.") from None
        answer = _answer(git, LONGEST if most is None else most)
        complaint.seek(0)
        if git.returncode:
            raise GitUnable(_reason(complaint.read(_COMPLAINT)))
    return answer


def _answer(git: "subprocess.Popen[bytes]", most: int) -> bytes:
    """Everything that git writes; it is stopped when that takes too long or is too much."""
    late = Event()
    timer = Timer(SECONDS, _stop, (git, late))
    timer.start()
    try:
        with git, git.stdout or BytesIO() as output:
            answer = output.read(most + 1)
            if len(answer) > most:
                git.kill()
    finally:
        timer.cancel()
        timer.join()  # while it lives, a build would not dare to fork
    if late.is_set():
        raise GitUnable(f"Git gave no answer in {SECONDS} seconds.")
    if len(answer) > most:
        raise GitUnable("Git's answer is too long to be about a directory.")
    return answer


def _stop(git: "subprocess.Popen[bytes]", late: Event) -> None:
    late.set()
    git.kill()


def commit_of(root: Path, revision: str) -> str:
    """The full name of the commit that a revision names; GitUnable where it names none, or is no name at all."""
    if not revision or revision.startswith("-") or not revision.isprintable() or len(revision) > 250:
        raise GitUnable(f"“{_shown(revision)}” is not the name of a version.")
    place(root)
    try:
        answer = ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitUnable:
        tip = " This copy of the repository is shallow: fetch the whole of it." if is_shallow(root) else ""
        raise GitUnable(f"There is no version “{_shown(revision)}” in this repository.{tip}") from None
    found = answer.decode("ascii", "replace").strip()
    if not _COMMIT.match(found):
        raise GitUnable(f"There is no version “{_shown(revision)}” in this repository.")
    return found


def names_of_versions(root: Path) -> list[str]:
    """The names of the branches and tags; none where git cannot say."""
    try:
        names = ask(root, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    except GitUnable:
        return []
    return [each for each in names.decode("utf-8", "replace").splitlines() if each.isprintable()]


def place(root: Path) -> str:
    """Where a folder lies in its repository, with a closing slash; "" at the top; GitUnable outside of one."""
    try:
        return os.fsdecode(ask(root, "rev-parse", "--show-prefix")).removesuffix("\n")
    except GitUnable as fault:
        if "not a git repository" in str(fault):
            raise GitUnable("This folder is not in a git repository, so it has no earlier versions.") from None
        raise


def is_shallow(root: Path) -> bool:
    """Whether the copy of the repository lacks the beginning of its history."""
    return ask(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def blobs(root: Path, names: Sequence[str], most: int) -> dict[str, bytes]:
    """The contents of files by their blob's name; those that are larger than `most` bytes, or missing, are left out."""
    if not names:
        return {}
    asked = "".join(f"{each}\n" for each in names).encode()
    sizes = ask(root, "cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)", given=asked)
    small = [line[0] for line in map(str.split, sizes.decode().splitlines()) if _is_small(line, most)]
    if not small:
        return {}
    return _contents(ask(root, "cat-file", "--batch", given="".join(f"{each}\n" for each in small).encode()))


def _is_small(line: list[str], most: int) -> bool:
    return len(line) == 3 and line[1] == "blob" and line[2].isdigit() and int(line[2]) <= most


def _contents(answer: bytes) -> dict[str, bytes]:
    """What `cat-file --batch` wrote: for each blob a line with its name and size, its bytes and a line end."""
    found, at = {}, 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        name, _, size = answer[at:end].decode("ascii").split(" ")
        found[name] = answer[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
    return found


def _environment() -> dict[str, str]:
    """The user's own environment without what points git somewhere else, as inside a hook."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | _ENVIRONMENT


def _reason(said: bytes) -> str:
    """What git said, on one line."""
    lines = said.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
    return f"Git cannot answer: {_shown(lines[0].removeprefix('fatal: '))}."


def _shown(text: str) -> str:
    """A text on one line, cut, with nothing that a terminal obeys."""
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return line[:200]
