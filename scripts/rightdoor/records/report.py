"""Problems as people and programs read them: text, GitHub annotations, JSON and JUnit XML.

Values of entries come from strangers and may stand in a message, so each form escapes for its own place: no terminal
sequence, workflow command or markup of an entry gets through.

JSON is stable: `{version: 1, records, errors, warnings, problems: [{file, line, column, level, code, message, tip,
page}]}`, `tip` perhaps empty and `page` the explanation in this project. JUnit has one test case for each problem.
"""

import html
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rightdoor.model.problem import Level, Problem

Style = Callable[[str, Level], str]
"""Colours a word for a level of problem."""

SUMMARY_LIMIT = 250_000
"""GitHub refuses a job summary of more than 1 MiB; this counts characters, of at most four bytes each."""

FEWEST_GATHERED = 3
"""From so many problems of one kind on, they may be counted in one line."""
_NATIONAL = "directory/services/national/"

# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets).
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Findings:
    """What is reported: the problems to show, and how many records were looked at."""

    problems: Sequence[Problem]
    records: int

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(each.level is Level.ERROR for each in self.problems)

    @property
    def warnings(self) -> int:
        """How many of the problems are warnings."""
        return len(self.problems) - self.errors


def as_summary(findings: Findings) -> str:
    """One line: `0 errors, 3 warnings in 61 records`."""
    return (
        f"{counted(findings.errors, 'error')}, {counted(findings.warnings, 'warning')} "
        f"in {counted(findings.records, 'record')}"
    )


def as_text(findings: Findings, style: Style = lambda word, level: word, *, gather: bool = False) -> str:
    """Each problem in four lines, and the summary last.

    With `gather` the national entries that nobody has checked are counted in one line: a new area begins with them all.
    """
    gathered = [each for each in findings.problems if gather and _is_national_unchecked(each)]
    if len(gathered) < FEWEST_GATHERED:
        gathered = []
    left_out = set(gathered)
    shown = ("\n".join(_lines(each, style)) for each in findings.problems if each not in left_out)
    line = (
        f"{len(gathered):,} national entries: nobody has checked them. To see each: rightdoor check {_NATIONAL[:-1]}",
    )
    return "\n\n".join((*shown, *(line if gathered else ()), as_summary(findings)))


def _is_national_unchecked(problem: Problem) -> bool:
    """Whether a national entry as a whole has been checked by nobody."""
    whole = problem.message == "Nobody has checked this entry."
    return problem.code == "never-checked" and whole and problem.file.startswith(_NATIONAL)


def as_github(findings: Findings) -> str:
    """Workflow commands, errors first because only ten of each are shown; the summary line last.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands (seen 2026-11-23).
    """
    ordered = sorted(findings.problems, key=lambda each: (each.level is not Level.ERROR, each))
    return "\n".join((*(_annotation(each) for each in ordered), as_summary(findings)))


def as_job_summary(findings: Findings, about: str = "Rightdoor") -> str:
    """The full list for the page of a workflow run, as preformatted HTML so that nothing in it is Markdown."""
    text = html.escape(as_text(findings))
    if len(text) > SUMMARY_LIMIT:
        text = f"{text[:SUMMARY_LIMIT].rpartition(chr(10))[0]}\n\nThe rest is in the log.\n{as_summary(findings)}"
    return f"<h2>{about}: {as_summary(findings)}</h2>\n<pre>\n{text}\n</pre>\n"


def as_json(findings: Findings) -> str:
    """The stable shape that the module's docstring describes."""
    problems = [
        {
            "file": each.file,
            "line": each.line,
            "column": each.column,
            "level": str(each.level),
            "code": each.code,
            "message": each.message,
            "tip": each.tip,
            "page": _page(each),
        }
        for each in findings.problems
    ]
    whole = {
        "version": 1,
        "records": findings.records,
        "errors": findings.errors,
        "warnings": findings.warnings,
        "problems": problems,
    }
    return json.dumps(whole, indent=2, ensure_ascii=True, allow_nan=False)


def as_junit(findings: Findings) -> str:
    """A test suite: each problem a case, failed if it is an error; one passed case where nothing is wrong."""
    cases = [_case(each) for each in findings.problems] or ['  <testcase name="directory" classname="rightdoor"/>']
    head = f'<testsuite name="rightdoor check" tests="{len(cases)}" failures="{findings.errors}" errors="0">'
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', head, *cases, "</testsuite>"))


FORMATS: dict[str, Callable[[Findings], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "junit": as_junit,
}


def counted(number: int, word: str) -> str:
    """A number of things: `1 error`, `2,000 errors`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def one_line(text: str) -> str:
    """A text on one line with nothing that a terminal obeys or a reader cannot see."""
    line = " ".join(text.split())
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)


def _lines(problem: Problem, style: Style) -> Iterable[str]:
    place = f"{one_line(problem.file)}:{problem.line}:{problem.column}"
    yield f"{place}  {style(str(problem.level), problem.level)}  {problem.code}"
    yield f"  {one_line(problem.message)}"
    if problem.tip:
        yield f"  {one_line(problem.tip)}"
    yield f"  Why this matters: {_page(problem)}"


def _page(problem: Problem) -> str:
    return f"docs/checks/{problem.code}"


def _annotation(problem: Problem) -> str:
    file = _github_property(problem.file)
    place = f"file={file},line={problem.line},col={problem.column},title={_github_property(problem.code)}"
    said = "\n".join(one_line(each) for each in (problem.message, problem.tip) if each)
    return f"::{problem.level} {place}::{_github_data(said)}"


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


def _case(problem: Problem) -> str:
    name = _xml(f"{problem.code} {problem.file}:{problem.line}:{problem.column}")
    said = f"{_xml(problem.message)}\n{_xml(problem.tip)}"
    if problem.level is Level.ERROR:
        inside = f'<failure type="{_xml(problem.code)}" message="{_xml(one_line(problem.message))}">{said}</failure>'
    else:
        inside = f"<system-out>{said}</system-out>"
    return f'  <testcase name="{name}" classname="{_xml(problem.file)}">{inside}</testcase>'


def _xml(text: str) -> str:
    return html.escape(_NOT_XML.sub("", text))
