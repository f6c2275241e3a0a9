"""A fault in the data, said to the person who can mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad a problem is: an error stops the build, a warning never does."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault with one cause, at one place.

    `file` is relative to the project folder with forward slashes; `line` and `column` count from 1.
    `code` is the name of the check (and of its page under `docs/checks/`). `message` says what was found,
    in the present tense; `tip` says what to type or do, and may be empty.
    """

    file: str
    line: int
    column: int
    level: Level
    code: str
    message: str
    tip: str = ""
