"""`rightdoor check`: every problem of a directory, at once."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rightdoor.cli.options import root_option, today_option
from rightdoor.model.problem import Level
from rightdoor.records import report

if TYPE_CHECKING:
    from rightdoor.records.load import Loaded

LONG_RUN = 500
"""From so many records on, a terminal shows how far the check has come."""

COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow"}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(tuple(report.FORMATS)), default="text", help="How to say it.")
@click.option("--no-cache", is_flag=True, help="Read every file again.")
@today_option
@root_option
@click.pass_context
def check(context: click.Context, paths: tuple[str, ...], form: str, no_cache: bool, today: date, root: Path) -> None:
    """Check the directory and say every problem.

    National entries that nobody has checked are counted in one line. With PATH (files, folders or ids), only the
    problems in them are shown; the whole directory is checked all the same.
    """
    wanted = [_of_id(root, each) or within(root, each) for each in paths]
    loaded = _load(root, today, cache=not no_cache)
    found = _narrowed(loaded, wanted)
    click.echo(_said(found, form, gather=not wanted))
    if form == "github":
        append_job_summary(report.as_job_summary(found))
    others = len(loaded.problems) - len(found.problems)
    if others:
        click.echo(f"{others} more in files that were not asked about.", err=True)
    context.exit(1 if found.errors else 0)


def say_problems(findings: report.Findings) -> None:
    """Problems as text for whoever sits at the terminal."""
    click.echo(_said(findings, "text"))


def _said(found: report.Findings, form: str, *, gather: bool = False) -> str:
    if form == "text":
        coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        return report.as_text(found, _coloured if coloured else lambda word, level: word, gather=gather)
    return report.FORMATS[form](found)


def _coloured(word: str, level: Level) -> str:
    return click.style(word, fg=COLOURS[level], bold=True)


def _load(root: Path, today: date, *, cache: bool) -> "Loaded":
    from rightdoor.records.load import load  # half of the time of --help

    bar = _Bar()
    try:
        return load(root, today, cache=cache, progress=bar if sys.stderr.isatty() else None)
    finally:
        bar.close()


class _Bar:
    """How far a long run has come, on the terminal's error stream; nothing for a short one."""

    def __init__(self) -> None:
        self._show: Callable[[int], None] | None = None
        self._close: Callable[[], None] = lambda: None
        self._shown = 0

    def __call__(self, done: int, total: int) -> None:
        if total < LONG_RUN or (done - self._shown < total // 100 and done != total):
            return
        if self._show is None:
            bar = click.progressbar(length=total, label="Checking", file=sys.stderr)
            bar.__enter__()
            self._show, self._close = bar.update, bar.render_finish
        self._show(done - self._shown)
        self._shown = done

    def close(self) -> None:
        """End the line of the bar, if there was one."""
        self._close()


def within(root: Path, path: str) -> str:
    """A path as problems name it: from the project, with forward slashes; the project itself is an empty path."""
    base, full = os.path.abspath(root), os.path.abspath(path)
    inside = os.path.relpath(full, base).replace(os.sep, "/")
    if inside == ".":
        return ""
    if not (inside == "directory" or inside.startswith("directory/")):
        raise click.BadArgumentUsage(f"{path} is not below {Path(base) / 'directory'}.")
    if not os.path.lexists(full):
        raise click.BadArgumentUsage(f"{path} does not exist.")
    return inside


def _of_id(root: Path, typed: str) -> str:
    """The file of the one record that has this id; "" where there is a file of that name, or no such record."""
    from rightdoor.records.walk import is_id, walk

    if os.path.lexists(typed) or not is_id(typed):
        return ""
    files = [each.file for each in walk(root).found if each.id == typed]
    if len(files) > 1:
        raise click.BadArgumentUsage(
            f"{typed} is the id of several records: {', '.join(files)}. Name one of the files."
        )
    return files[0] if files else ""


def _narrowed(loaded: "Loaded", wanted: list[str]) -> report.Findings:
    def asked(file: str) -> bool:
        return not wanted or any(each in ("", file) or file.startswith(f"{each}/") for each in wanted)

    problems = [each for each in loaded.problems if asked(each.file)]
    return report.Findings(problems, sum(asked(file) for file in loaded.digests))


def append_job_summary(text: str) -> None:
    """Adds to the page of a workflow run; nothing where there is none."""
    if place := os.environ.get("GITHUB_STEP_SUMMARY"):
        with open(place, "a", encoding="utf-8") as file:
            file.write(text)
