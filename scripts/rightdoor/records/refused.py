"""Adds a report that a service did not take somebody to the counts below `directory/refusals/`.

A report is five codes: service, month, reason, who referred, and what took the person in the end. Nothing else can be
said, so nothing about a person can be. What an issue says is taken only if it is exactly what the form asks.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rightdoor.model.directory import Directory
from rightdoor.model.refusal import NOBODY
from rightdoor.records.comments import comments_of
from rightdoor.records.edits import Edit, EditRefused
from rightdoor.records.issue_forms import FormField, IssueForm
from rightdoor.records.nearest import guess, nearest_word, vocabulary
from rightdoor.records.opening import open_record
from rightdoor.records.read import MAX_BYTES, Unreadable, read_source
from rightdoor.records.report import one_line
from rightdoor.records.splice import Splice
from rightdoor.records.walk import FOLDER, REFUSALS
from rightdoor.records.write import written

BEGINNING = "# Reports that a service did not take somebody: counts and codes, nothing about a person.\n"
EMPTY = "_No response_"
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\Z")
_HEADING = re.compile(r"^### +(.+?) *$")
_BOX = re.compile(r"- \[([ xX])\] .+\Z")
_WHAT = ("service", "month", "reason", "referrer", "taken_by")


@dataclass(frozen=True, slots=True)
class Report:
    """One report; `referrer` and `taken_by` are "" where nobody has said."""

    service: str
    month: str
    reason: str
    referrer: str = ""
    taken_by: str = ""

    @property
    def row(self) -> dict[str, Any]:
        """The row it is counted in."""
        return {name: getattr(self, name) for name in _WHAT if getattr(self, name)}


def refused(root: Path, directory: Directory, report: Report, today: date) -> Edit:
    """The counts with one report more; `EditRefused` where it says what cannot be."""
    _refuse_unknown(directory, report, today)
    folder = directory.services[report.service].folder
    file = f"{FOLDER}/{REFUSALS}/{report.month[:4]}/{folder}.yaml"
    if not (root / file).exists() and not (root / file).is_symlink():
        text = written({"refusals": [{**report.row, "count": 1}]}, REFUSALS)
        return Edit(file, None, (BEGINNING + text).encode())
    raw, problems = open_record(root, file)
    try:
        if raw is None:
            raise Unreadable(list(problems))
        splice = Splice(read_source(raw, file))
        _count(splice, report.row)
    except (Unreadable, LookupError, TypeError, AttributeError):
        raise EditRefused(f"{file} has errors. Mend it first; rightdoor check says how.") from None
    counted = splice.finished()
    after = written(read_source(counted, file).data, REFUSALS, comments_of(counted)).encode()
    if len(after) > MAX_BYTES:
        raise EditRefused(f"{file} is full: put rows of the same month together, without referrer or taken_by.")
    return Edit(file, raw, after)


def from_issue(text: str, form: IssueForm) -> Report:
    """The report of an issue made with the form; `EditRefused` for anything that the form does not ask."""
    if len(text) > MAX_BYTES:
        raise EditRefused("The issue is longer than the form can be. Nothing is written.")
    answers, boxes = _parts(text, {each.label: each for each in form.fields})
    if not boxes or not all(found and found[1] in "xX" for found in map(_BOX.match, boxes)):
        raise EditRefused("The issue does not say that there is nothing about a patient in it. Nothing is written.")
    return Report(**{each.id: _code(each, answers.get(each.id, "")) for each in form.fields})


def _parts(text: str, fields: Mapping[str, FormField]) -> tuple[dict[str, str], list[str]]:
    """The answers by the id of their field, and the lines of the boxes that are to be ticked."""
    answers: dict[str, str] = {}
    boxes: list[str] = []
    at: str | None = None
    for line in filter(None, map(str.strip, text.splitlines())):
        heading = _HEADING.match(line)
        if heading:
            field = fields.get(heading[1])
            at = field.id if field else ""
            if at in answers or (not field and boxes):
                raise EditRefused(f"The issue has the heading “{one_line(heading[1])[:80]}” more than once.")
        elif at == "" and line.startswith("- ["):
            boxes.append(line)
        elif at and at not in answers:
            answers[at] = "" if line == EMPTY else line
        else:
            raise EditRefused(
                f"The issue says “{one_line(line)[:80]}”, which the form does not ask. Nothing is written: "
                "a report may hold codes only."
            )
    return answers, boxes


def _code(field: FormField, answer: str) -> str:
    if field.needed and not answer:
        raise EditRefused(f"The issue does not say: {field.label} Nothing is written.")
    if answer and field.options and answer not in field.options:
        raise EditRefused(f"“{one_line(answer)[:80]}” is no answer to: {field.label} Nothing is written.")
    return field.options.get(answer, answer)


def _refuse_unknown(directory: Directory, report: Report, today: date) -> None:
    for name, words in (("reason", "refusal_reasons"), ("referrer", "referral_who")):
        code, terms = getattr(report, name), directory.grammar[words]
        if code not in terms and (code or name == "reason"):
            raise EditRefused(f"{_shown(code)} is no {name}. {_meant_code(code, words)}")
    ids = (report.service, *((report.taken_by,) if report.taken_by not in ("", NOBODY) else ()))
    for id in ids:
        if id not in directory.services:
            raise EditRefused(f"There is no service {_shown(id)}. {_meant(id, directory.services)}")
    if report.taken_by == report.service:
        tip = "Leave out what took the person."
        raise EditRefused(f"{report.service} cannot have both refused and taken somebody. {tip}")
    now = f"{directory.today_for(directory.services[report.service], today):%Y-%m}"
    if not _MONTH.match(report.month):
        raise EditRefused(f"{_shown(report.month)} is not a month. Type year and month, without a day: {now}.")
    if report.month > now:
        raise EditRefused(f"The month {report.month} has not come yet.")


def _meant_code(code: str, name: str) -> str:
    """The code of what was typed by what people call it, or else all codes."""
    codes, terms = guess(code, name).codes, vocabulary(name).terms
    near = codes[0] if codes else nearest_word(code, list(terms), 0.6)
    return f"Did you mean {near}?" if near else f"It may be: {', '.join(terms)}."


def _meant(id: str, known: Iterable[str]) -> str:
    near = nearest_word(id, list(known), 0.6)
    return f"Did you mean {near}?" if near else "An id is the name of a file, without .yaml."


def _shown(code: str) -> str:
    return f"“{one_line(code)[:60]}”"


def _count(splice: Splice, new: Mapping[str, Any]) -> None:
    """Count one report more, in its own row or in a new one at its place in the order."""
    rows = splice.data["refusals"]
    for index, row in enumerate(rows):
        if {**row, "count": 0} == {**new, "count": 0}:
            splice.set(("refusals", index, "count"), row["count"] + 1)
            return
    behind = sum(_place(each) <= _place(new) for each in rows)
    splice.insert(("refusals",), behind, {**new, "count": 1})


def _place(row: Mapping[str, Any]) -> list[str]:
    return [str(row.get(name, "")) for name in _WHAT]
