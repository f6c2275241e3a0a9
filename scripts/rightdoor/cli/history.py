"""`rightdoor history`: the coverage of each area month by month."""

import calendar
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rightdoor.cli.editing import carry_out, refuse
from rightdoor.cli.options import root_option, today_option
from rightdoor.model.measure import words_for_month

if TYPE_CHECKING:
    from rightdoor.model.directory import Directory
    from rightdoor.model.snapshot import Snapshot

MOST_MONTHS = 120
area_option = click.option("--area", default="", metavar="ID", help="Only this area.")


@click.group()
def history() -> None:
    """Write down how coverage stands, so that later months can be compared with it."""


@history.command()
@area_option
@today_option
@root_option
def snapshot(area: str, today: date, root: Path) -> None:
    """Write this month's numbers of each area into directory/snapshots/AREA.yaml.

    What was written this month before is replaced. A month that was missed can be filled in later:
    rightdoor history fill
    """
    from rightdoor.records.load import load

    directory = load(root, today).directory
    month = f"{today:%Y-%m}"
    new = {each: [_taken(directory, each, today, month)] for each in _areas(directory, area)}
    _write(root, directory, new, today)


@history.command()
@click.option("--months", default=12, type=click.IntRange(1, MOST_MONTHS), help="How many months to go back.")
@area_option
@today_option
@root_option
def fill(months: int, area: str, today: date, root: Path) -> None:
    """Work out months before this one from the versions that git keeps.

    Each is the directory as it stood when the month ended, by today's rules. Months that were written down are left
    as they are. An entry that today's rules refuse is left out of its month, which is said.
    """
    from rightdoor.records.git import GitUnable
    from rightdoor.records.load import load

    directory = load(root, today).directory
    asked = _areas(directory, area)
    new: dict[str, list[Snapshot]] = {}
    try:
        for day in _ends_before(today, months):
            written = {each for each in asked if f"{day:%Y-%m}" in _months(directory, each)}
            for each, found in _taken_at(root, day, [each for each in asked if each not in written]):
                new.setdefault(each, []).append(found)
    except GitUnable as fault:
        raise click.ClickException(str(fault)) from None
    _write(root, directory, new, today)


def _months(directory: "Directory", area: str) -> set[str]:
    return {each.month for each in directory.snapshots.get(area, ())}


def _taken(directory: "Directory", area: str, day: date, month: str) -> "Snapshot":
    """The numbers of an area, from a grid that asks no more than they need."""
    from rightdoor.coverage.grid import grid
    from rightdoor.coverage.history import snapshot as taken

    return taken(directory, grid(directory, area, day, in_situations=False), day, month)


def _taken_at(root: Path, day: date, areas: Iterable[str]) -> Iterator[tuple[str, "Snapshot"]]:
    """The numbers of areas as the directory stood when a day ended; what could not be read then is said."""
    from rightdoor.records.at_revision import load_at
    from rightdoor.records.snapshots import commit_at

    month, commit = f"{day:%Y-%m}", commit_at(root, day)
    if commit is None:
        click.echo(f"{words_for_month(month)}: there was no version yet.")
        return
    if not areas:
        return
    stood = load_at(root, commit)
    yield from ((each, _taken(stood.directory, each, day, month)) for each in areas if each in stood.directory.areas)
    if stood.unread:
        number = len(stood.unread)
        said = "1 entry could not be read, and does" if number == 1 else f"{number} entries could not be read, and do"
        click.echo(f"{words_for_month(month)}: {said} not count.")


def _areas(directory: "Directory", wanted: str) -> tuple[str, ...]:
    from rightdoor.coverage.places import areas_asked

    known = areas_asked(directory)
    if wanted and wanted not in known:
        raise click.BadParameter(f"there is no area {wanted} that is asked about. There are: {', '.join(known)}.")
    return (wanted,) if wanted else known


def _ends_before(today: date, months: int) -> Iterable[date]:
    """The last days of the months before this one, oldest first."""
    for back in range(months, 0, -1):
        at = today.year * 12 + today.month - 1 - back
        year, month = at // 12, at % 12 + 1
        yield date(year, month, calendar.monthrange(year, month)[1])


def _write(root: Path, directory: "Directory", new: Mapping[str, Iterable["Snapshot"]], today: date) -> None:
    from rightdoor.coverage.history import with_month
    from rightdoor.records.edits import EditRefused
    from rightdoor.records.snapshots import edit_of

    edits = []
    for area, found in new.items():
        months = directory.snapshots.get(area, ())
        for each in found:
            months = with_month(months, each)
        try:
            edits.append(edit_of(root, area, months))
        except EditRefused as fault:
            refuse(fault)
    changed = [each for each in edits if each.before != each.after]
    carry_out(root, changed, today)
    if not changed:
        click.echo("Nothing new: every month is written down already.")
