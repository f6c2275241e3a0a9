"""`rightdoor due`: what needs to be checked again."""

import re
from datetime import date
from pathlib import Path

import click

from rightdoor.cli.options import root_option, today_option

_DAYS = {"d": 1, "w": 7}


def _span(_context: click.Context, _parameter: click.Parameter, typed: str) -> int:
    found = re.fullmatch(r"([0-9]{1,3})([dw]?)", typed)
    if not found:
        raise click.BadParameter(f"{typed} is not a number of days or weeks. Type it like this: 30 (days), 30d or 4w.")
    return int(found[1]) * _DAYS[found[2] or "d"]


@click.command()
@click.option("--area", default="", metavar="FOLDER", help="Only the services in this folder of directory/services.")
@click.option(
    "--within", default="0d", callback=_span, metavar="TIME", help="Also what is due within 30 (days), 30d or 4w."
)
@click.option(
    "--format", "form", type=click.Choice(("text", "markdown", "json")), default="text", help="How to say it."
)
@today_option
@root_option
def due(area: str, within: int, form: str, today: date, root: Path) -> None:
    """List which facts of which services are due to be checked again, the worst first.

    As Markdown it is the text of an issue, and empty where nothing is due.
    """
    from rightdoor.records.due import FORMATS
    from rightdoor.records.due import due as found
    from rightdoor.records.load import load

    directory = load(root, today).directory
    folders = {each.folder for each in directory.services.values()}
    if area and area not in folders | directory.areas.keys():
        raise click.BadParameter(f"there is no folder {area}. There are: {', '.join(sorted(folders))}.")
    if text := FORMATS[form](found(directory, today, area, within), today):
        click.echo(text)
