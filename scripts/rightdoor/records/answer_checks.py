"""What the checks of a single field say of an answer, at once and in words for whoever is being asked."""

from rightdoor.records.checks import record_checks
from rightdoor.records.checks.frame import Record
from rightdoor.records.checks.postcode_unknown import is_formed
from rightdoor.records.judge import grammar
from rightdoor.records.marks import Path
from rightdoor.records.questions import put
from rightdoor.records.read import read_source
from rightdoor.records.refusals import shown
from rightdoor.records.write import written

OF_ONE_FIELD = frozenset(
    {"phone-not-valid", "email-not-valid", "url-not-safe", "hours-not-readable", "registered-number-malformed"}
)
"""The checks that judge one value by itself, so that an answer can be judged before there is a record."""


class NoAnswer(ValueError):
    """What was typed is no answer; the message says why, and what to type."""


def refuse_unusable(kind: str, path: Path, typed: str) -> None:
    """Raise `NoAnswer` where what was typed has the right form and yet cannot be what is asked for."""
    field = path[-1]
    if field in ("phone", "text") and any(letter in typed for letter in "@/"):
        what = "an e-mail address" if "@" in typed else "a web address"
        raise NoAnswer(f"“{shown(typed)}” is {what}. Here a number is asked for, such as 01632 960 110.")
    if field == "postcode" and not is_formed(typed):
        raise NoAnswer(f"“{shown(typed)}” is not a postcode. Type it in capitals with one space: NV1 1AA.")
    data: dict[str, object] = {}
    put(data, path, typed)
    record = Record(kind, "", "", read_source(written(data, kind).encode(), ""))
    for check in record_checks():
        for each in check.check_record(record, grammar()) if check.CODE in OF_ONE_FIELD else ():
            raise NoAnswer(f"{each.message} {each.tip}".strip())
