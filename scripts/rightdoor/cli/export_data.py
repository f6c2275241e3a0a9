"""`rightdoor export json|ndjson|csv|xlsx|parquet`: the whole directory in files that hold everything."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rightdoor.cli.options import root_option, today_option
from rightdoor.records.report import counted

if TYPE_CHECKING:
    from rightdoor.exchange.whole.chosen import Chosen

_area_option = click.option("--area", default="", metavar="ID", help="Only this area's services, as they stand there.")


def _to_file(ending: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command that writes one file."""

    def made(command: Callable[..., None]) -> Callable[..., None]:
        place = click.argument("out", type=click.Path(path_type=Path, dir_okay=False), metavar=f"OUT{ending}")
        return place(_area_option(today_option(root_option(command))))

    return made


def _to_folder(command: Callable[..., None]) -> Callable[..., None]:
    """A command that writes several files into one folder."""
    place = click.argument("out", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER")
    return place(_area_option(today_option(root_option(command))))


@click.command("json")
@_to_file(".json")
def exact(out: Path, area: str, today: date, root: Path) -> None:
    """Write everything as one JSON file, exactly as the entries say it.

    Its JSON Schema is data/v1/schema.json of the site.
    """
    from rightdoor.exchange.whole.lines import json_of

    whole = _chosen(root, today, area)
    _write({out: json_of(whole)})
    _say(out, whole)


@click.command("ndjson")
@_to_file(".ndjson")
def lines(out: Path, area: str, today: date, root: Path) -> None:
    """Write everything as NDJSON: a line that says what the file is, and then one record a line."""
    from rightdoor.exchange.whole.lines import ndjson_of

    whole = _chosen(root, today, area)
    _write({out: ndjson_of(whole)})
    _say(out, whole)


@click.command("csv")
@_to_folder
def csv_files(out: Path, area: str, today: date, root: Path) -> None:
    """Write a folder of CSV files: services, and beside them criteria, ways in, waits and so on."""
    from rightdoor.exchange.delimited import csv_of
    from rightdoor.exchange.whole.tables import TABLES, book

    whole = _chosen(root, today, area)
    told = book(whole)
    _write({out / f"{name}.csv": csv_of(told, name) for name in TABLES})
    _say(out, whole)


@click.command("xlsx")
@_to_file(".xlsx")
def workbook(out: Path, area: str, today: date, root: Path) -> None:
    """Write an Excel workbook: a sheet to read first, and then one for each table. It holds no formula."""
    from rightdoor.exchange.whole.tables import book
    from rightdoor.exchange.workbook import Unwritable, workbook_of

    whole = _chosen(root, today, area)
    try:
        _write({out: workbook_of(book(whole))})
    except Unwritable as fault:
        raise click.ClickException(f"The workbook is not written. {fault}") from None
    _say(out, whole)


@click.command("parquet")
@_to_folder
def parquet(out: Path, area: str, today: date, root: Path) -> None:
    """Write a folder of Parquet files: the tables of the CSV files, with a type for each column.

    It needs the package pyarrow: pip install 'rightdoor[parquet]'
    """
    from rightdoor.exchange.whole.parquet import NotInstalled, parquet_of
    from rightdoor.exchange.whole.tables import book

    whole = _chosen(root, today, area)
    try:
        _write({out / f"{each.name}.parquet": parquet_of(each, whole) for each in book(whole).tables})
    except NotInstalled as missing:
        raise click.ClickException(str(missing)) from None
    _say(out, whole)


def _chosen(root: Path, today: date, area: str) -> "Chosen":
    from rightdoor.exchange.whole.chosen import chosen
    from rightdoor.records.load import load

    loaded = load(root, today)
    areas = loaded.directory.areas
    if area and area not in areas:
        raise click.BadParameter(f"there is no area {area}. There are: {', '.join(sorted(areas))}.")
    if loaded.left_out:
        click.echo("Entries with errors are left out. See them with: rightdoor check", err=True)
    return chosen(loaded.directory, today, area)


def _write(files: dict[Path, bytes]) -> None:
    for file, content in files.items():
        try:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
        except OSError as fault:
            raise click.ClickException(f"{file} cannot be written: {fault.strerror}.") from None


def _say(out: Path, whole: "Chosen") -> None:
    counts = whole.counts
    told = ", ".join(counted(counts[each], each[:-1]) for each in ("services", "organizations", "areas"))
    click.echo(f"Written: {out} ({told}; edition {whole.edition})")


COMMANDS = (exact, lines, csv_files, workbook, parquet)
