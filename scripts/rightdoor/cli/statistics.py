"""`rightdoor statistics`: published figures of NHS Talking Therapies."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rightdoor.cli.editing import carry_out, refuse
from rightdoor.cli.options import root_option, today_option
from rightdoor.model.measure import words_for_month
from rightdoor.records.edits import EditRefused
from rightdoor.records.report import counted, one_line

if TYPE_CHECKING:
    from rightdoor.model.vocabulary import Term
    from rightdoor.records.statistics_gather import Figure, Gathered, LeftOut
    from rightdoor.records.statistics_import import Import, Revised
    from rightdoor.records.statistics_rows import Reading

MOST_SAID = 40


@click.group()
def statistics() -> None:
    """Figures of NHS Talking Therapies, as NHS England publishes them."""


@statistics.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Say what would be kept and changed, and write nothing.")
@today_option
@root_option
def import_files(files: tuple[Path, ...], dry_run: bool, today: date, root: Path) -> None:
    """Read CSV files of NHS England into directory/statistics/.

    The monthly activity data, the time series and the quarterly data are known. Kept are the measures that the site
    shows: of England, of organizations and areas that say their NHS code (identifiers: ods, codes: ods), and of all
    providers in such an area. A star is a figure that is withheld, never zero. Where any file has a fault, nothing is
    written.
    """
    from rightdoor.records.load import load
    from rightdoor.records.statistics_gather import gather, wanted
    from rightdoor.records.statistics_import import brought_in
    from rightdoor.records.statistics_rows import Reading

    directory = load(root, today).directory
    want = wanted(directory)
    gathered = [gather(Reading(each), want, today) for each in files]
    for each in gathered:
        click.echo("\n".join(_told(each)))
    faults = sum(len(each.reading.flaws) for each in gathered)
    if faults:
        raise click.ClickException(f"Nothing is written: {counted(faults, 'fault')} above. Mend that first.")
    try:
        brought = brought_in(root, gathered)
    except EditRefused as fault:
        refuse(fault)
    click.echo("\n".join(_changes(brought, want.measures)))
    if dry_run:
        for edit in brought.edits:
            click.echo(f"Would be {edit.done}: {one_line(edit.file)}")
    elif brought.edits:
        carry_out(root, brought.edits, today)


def _told(gathered: "Gathered") -> Iterator[str]:
    """What a file holds and what is left out, in lines."""
    reading, (figures, withheld) = gathered.reading, gathered.kept
    name = one_line(reading.path.name)
    layout = f"{reading.layout.name} layout, " if reading.layout else ""
    yield f"{name}: {layout}{counted(reading.rows, 'row')}"
    yield from (f"  {each}" for each in _faults(reading))
    yield f"  kept: {counted(figures, 'figure')}, and {withheld:,} withheld (a star or empty: below 5, never zero)"
    for (provider, area), found in sorted(gathered.found.items()):
        first, last = min(found.figures)[0], max(last for _, last in found.figures)
        yield f"    {_whose(provider, area)}, {_span(first, last)}"
    for why, left in gathered.left_out.items():
        yield f"  left out, {counted(left.rows, 'row')}: {_left(why, left)}"
    if not figures + withheld and reading.rows and not reading.flaws:
        yield "  Nothing in it is of an organization or area here. Add identifiers: {ods: …} or codes: {ods: …}."


def _left(why: str, left: "LeftOut") -> str:
    from rightdoor.records.statistics_gather import NAMED

    named = list(left.named)
    about = ", ".join(one_line(each) for each in named[:NAMED]) + (" and more" if len(named) > NAMED else "")
    return f"{why} {about}".rstrip() + f" (first in line {left.line:,})"


def _faults(reading: "Reading") -> Iterator[str]:
    for each in reading.flaws:
        place = f"{one_line(reading.path.name)}:{each.line}: " if each.line else ""
        yield f"{place}{one_line(each.said)}" + (f" {each.tip}" if each.tip else "")


def _changes(brought: "Import", measures: "Mapping[str, Term]") -> Iterator[str]:
    """What is new, the same and revised."""
    yield f"{counted(brought.new, 'new figure')}, {brought.same:,} as before, {len(brought.revised):,} revised."
    for each in brought.revised[:MOST_SAID]:
        yield f"  {_revision(each, measures)}"
    if len(brought.revised) > MOST_SAID:
        yield f"  and {len(brought.revised) - MOST_SAID:,} more"


def _revision(each: "Revised", measures: "Mapping[str, Term]") -> str:
    label = f"{measures[each.measure].label} ({each.measure.upper()})" if each.measure in measures else each.measure
    return (
        f"{each.series}, {_span(each.first, each.last)}, {label}: {_figure(each.before)} becomes {_figure(each.after)}"
    )


def _figure(figure: "Figure") -> str:
    return "withheld" if figure is None else f"{figure:,}"


def _whose(provider: str, area: str) -> str:
    return " in ".join(each for each in (provider, area) if each) or "England"


def _span(first: str, last: str) -> str:
    begin, end = words_for_month(first), words_for_month(last)
    return begin if first == last else f"{begin} to {end}"
