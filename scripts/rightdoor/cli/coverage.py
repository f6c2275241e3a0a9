"""`rightdoor coverage`: who is covered, and who no longer is."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rightdoor.cli.diff import side
from rightdoor.cli.options import root_option, today_option
from rightdoor.records.report import counted

if TYPE_CHECKING:
    from rightdoor.coverage.gap_lines import Line
    from rightdoor.model.directory import Directory
    from rightdoor.model.table import Book

FORMATS = ("text", "markdown", "json", "csv", "xlsx")
LEADING = 10
LONGEST_WAIT = 520


@click.command()
@click.option("--area", default="", metavar="ID", help="Only this area; files hold one area.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to say it.")
@click.option("--table", default="gaps", metavar="NAME", help="Which table as CSV: gaps, grid, services, waits…")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Where to write it.")
@click.option("--wait", type=click.IntRange(1, LONGEST_WAIT), metavar="WEEKS", help="From when on a wait is too long.")
@click.option("--fail-on-new-gap", "base", default="", metavar="BASE", help="Fail where BASE had no such gap.")
@today_option
@root_option
@click.pass_context
def coverage(
    context: click.Context,
    area: str,
    form: str,
    table: str,
    out: Path | None,
    wait: int | None,
    base: str,
    today: date,
    root: Path,
) -> None:
    """Say who is not covered in each area, the worst gaps first.

    With BASE (a version that git knows, or a folder such as ./old) only the gaps are said that were not there before,
    and the exit code is 1 where there are any. As Markdown they are for the page of a pull request.
    """
    from rightdoor.coverage.use import LONG_WAIT
    from rightdoor.records.load import load

    loaded, weeks = load(root, today), wait or LONG_WAIT
    directory = loaded.directory
    areas = _areas(directory, area, may_be_none=bool(base))
    if loaded.left_out:
        click.echo("Entries with errors are left out, so they cover nobody. See them with: rightdoor check", err=True)
    if base:
        context.exit(_say_new(side(root, base, today).directory, directory, areas, today, weeks, form, out))
    if form == "markdown":
        raise click.UsageError("Markdown is for new gaps: say what to compare with, such as --fail-on-new-gap main.")
    if form == "text":
        for each in areas:
            _say(directory, each, today, weeks)
        return
    if len(areas) > 1:
        raise click.UsageError(f"A file holds one area. Say which with --area: {', '.join(areas)}.")
    _write(_content(_book(directory, areas[0], today, weeks), form, table), out, form)


def _areas(directory: "Directory", wanted: str, *, may_be_none: bool) -> tuple[str, ...]:
    from rightdoor.coverage.places import areas_asked

    known = areas_asked(directory)
    if wanted and wanted not in known:
        raise click.BadParameter(f"there is no area {wanted} that is asked about. There are: {', '.join(known)}.")
    if not known and not may_be_none:
        raise click.UsageError("There is no area to ask about. Nations and regions are too wide.")
    return (wanted,) if wanted else known


def _say(directory: "Directory", area: str, today: date, weeks: int) -> None:
    from rightdoor.coverage.gap_lines import lines
    from rightdoor.coverage.gaps import gaps
    from rightdoor.coverage.grid import grid
    from rightdoor.coverage.words import how_many_words

    found = gaps(directory, grid(directory, area, today, weeks))
    click.echo(f"{directory.areas[area].name}: {how_many_words(found, directory.grammar)}")
    told = lines(found)
    _say_lines(directory, area, told[:LEADING])
    if left := sum(1 + len(each.also) for each in told[LEADING:]):
        click.echo(f"  and {counted(left, 'more gap')}; all of them: --area {area} --format csv")


def _say_new(
    before: "Directory", after: "Directory", areas: Iterable[str], today: date, weeks: int, form: str, out: Path | None
) -> int:
    """Say the gaps that were not there before; 1 where there are any, otherwise 0."""
    from rightdoor.cli.new_gaps import FORMATS, opened_in

    if form not in FORMATS or out:
        raise click.UsageError("New gaps are said as text or markdown: leave out --out, and any other --format.")
    found = opened_in(before, after, areas, today, weeks)
    click.echo(FORMATS[form](found))
    return int(any(each.sentences for each in found))


def _say_lines(directory: "Directory", area: str, found: Iterable["Line"]) -> None:
    from rightdoor.coverage.words import also_words, gap_words

    for each in found:
        click.echo(f"  - {gap_words(each.gap, directory, area)}")
        if also := also_words(each, directory):
            click.echo(f"    {also}.")


def _book(directory: "Directory", area: str, today: date, weeks: int) -> "Book":
    from rightdoor.coverage.area import area_coverage
    from rightdoor.coverage.tables import book
    from rightdoor.pages.coverage_files import edition

    found = area_coverage(directory, area, today, weeks)
    return book(directory, found, today, edition(directory, area, today))


def _content(book: "Book", form: str, table: str) -> bytes:
    from rightdoor.coverage.tables import TABLES
    from rightdoor.exchange.delimited import csv_of
    from rightdoor.exchange.plain_data import json_of
    from rightdoor.exchange.workbook import workbook_of

    if form == "csv" and table not in TABLES:
        raise click.BadParameter(f"there is no table {table}. There are: {', '.join(TABLES)}.")
    return {"json": lambda: json_of(book), "csv": lambda: csv_of(book, table), "xlsx": lambda: workbook_of(book)}[
        form
    ]()


def _write(content: bytes, out: Path | None, form: str) -> None:
    if out is None and form == "xlsx":
        raise click.UsageError("A workbook is no text: say where to write it with --out FILE.")
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(content)
    except OSError as fault:
        raise click.ClickException(f"{out} cannot be written: {fault.strerror}.") from None
    click.echo(f"Written: {out}")
