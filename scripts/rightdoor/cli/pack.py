"""`rightdoor pack`: the directory of one area and the finder in one file, for a shared drive or a memory stick."""

from datetime import date
from pathlib import Path

import click

from rightdoor.cli.check import say_problems
from rightdoor.cli.options import root_option, today_option
from rightdoor.model.problem import Level
from rightdoor.records.report import Findings, counted


@click.command()
@click.argument("area")
@click.option(
    "--out",
    default=None,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write it: a file ending in .html, or a folder. Without it: rightdoor-AREA-DATE.html, here.",
)
@today_option
@root_option
@click.pass_context
def pack(context: click.Context, area: str, out: Path | None, today: date, root: Path) -> None:
    """Write the directory of AREA and the finder into one HTML file that opens from a shared drive, offline.

    The file carries its day. After 30 days it says that it is out of date and shuts its finder: write a new one before
    then. It writes over an older pack of the same name, and over nothing else. AREA is the name of a file in
    directory/areas, such as northvale.
    """
    from rightdoor.pages import pack as packs
    from rightdoor.pages.pack_file import PackRefused

    try:
        report = packs.write(root, area, out, today)
    except PackRefused as fault:
        raise click.ClickException(str(fault)) from None
    errors = [each for each in report.problems if each.level is Level.ERROR]
    if errors:
        say_problems(Findings(errors, report.services))
    warnings = len(report.problems) - len(errors)
    if warnings:
        click.echo(f"{counted(warnings, 'warning')}; see them with: rightdoor check", err=True)
    click.echo(report.message)
    context.exit(0 if report.file else 1)
