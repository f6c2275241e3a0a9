"""`rightdoor import table`: services of a spreadsheet, as entries of this directory."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from rightdoor.cli.editing import refuse
from rightdoor.cli.importing import bring_in, merging_options, origin_of
from rightdoor.records.edits import EditRefused
from rightdoor.records.report import one_line

if TYPE_CHECKING:
    from rightdoor.exchange.tables.mapping import Mapping
    from rightdoor.exchange.tables.sheet import Sheet
    from rightdoor.model.grammar import Grammar


@click.command("table")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE")
@click.option(
    "--map",
    "mapping_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="MAPPING.yaml",
    help="Which column holds what. Without it, the mapping beside FILE is read or written.",
)
@click.option("--sheet", default="", metavar="NAME", help="Which sheet of a workbook; without it, the first table.")
@click.option("--merge-duplicates", is_flag=True, help="Make rows of one name that contradict one another nowhere one.")
@merging_options
def table(
    file: Path,
    mapping_file: Path | None,
    sheet: str,
    merge_duplicates: bool,
    area: str,
    source: str | None,
    basis: str | None,
    organization_kind: str | None,
    allow_vanished: bool,
    write: bool,
    output: str,
    today: date,
    root: Path,
) -> None:
    """Take services in from a CSV, Excel or OpenDocument file.

    The first run guesses which column holds what, and writes that beside FILE. Look through it, set reviewed: yes, and
    run it again with --write. A filled-in template needs no mapping. Without --write nothing is changed.
    """
    from rightdoor.exchange.tables.drafts import drafts
    from rightdoor.records.judge import grammar

    words = grammar()
    read = _read(file, sheet)
    found = _mapping(file, mapping_file, read, words)
    if write and not found.mapping.reviewed:
        raise click.ClickException(
            f"Nothing is written: nobody has looked through {found.file}. Look through each line, set reviewed: yes, "
            "and run this again."
        )
    for said in found.notes:
        click.echo(said, err=True)
    delivery = drafts(read, found.mapping, words, "" if area == "national" else area, merge=merge_duplicates)
    origin = origin_of(root, str(file), source, area, basis, _form(file))
    bring_in(
        root,
        delivery,
        origin,
        today,
        write=write,
        allow_vanished=allow_vanished,
        output=output,
        organization_kind=organization_kind,
    )


class _Found(NamedTuple):
    """A mapping, the file that holds it, and what is to be said of it."""

    mapping: "Mapping"
    file: Path
    notes: tuple[str, ...] = ()


def _form(file: Path) -> str:
    return {".xlsx": "Excel", ".xls": "Excel", ".ods": "OpenDocument"}.get(file.suffix.lower(), "CSV")


def _read(file: Path, sheet: str) -> "Sheet":
    from rightdoor.exchange.tables.reading import MOST_BYTES, read_table
    from rightdoor.exchange.tables.sheet import Unreadable

    try:
        with file.open("rb") as there:
            return read_table(there.read(MOST_BYTES + 1), file.name, sheet)
    except Unreadable as fault:
        raise click.ClickException(one_line(str(fault))) from None
    except OSError as fault:
        raise click.ClickException(f"{file} cannot be read: {fault.strerror}.") from None


def _mapping(file: Path, given: Path | None, sheet: "Sheet", grammar: "Grammar") -> _Found:
    """The mapping that is given or lies beside the file; where none does, the one that is guessed, and written."""
    from rightdoor.exchange.tables.guessing import guess
    from rightdoor.exchange.tables.mapping import faults, mapping_of, mapping_text
    from rightdoor.records.table_mapping import read_mapping

    beside = given or file.with_name(f"{file.stem}.mapping.yaml")
    if beside.exists():
        try:
            mapping = mapping_of(read_mapping(beside))
        except EditRefused as fault:
            refuse(fault)
        if wrong := faults(mapping, sheet, grammar):
            raise click.ClickException("\n".join((f"{beside} does not fit:", *map(one_line, wrong[:20]))))
        unread = [each for each in sheet.headings if each not in {one.heading for one in mapping.columns}]
        notes = (f"{beside} says nothing of: {one_line(', '.join(unread))}. That is left out.",) if unread else ()
        return _Found(mapping, beside, notes)
    mapping = guess(sheet, grammar)
    if mapping.reviewed and not given:
        return _Found(mapping, beside)
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as there:
            there.write(mapping_text(mapping, file.name))
    except OSError as fault:
        raise click.ClickException(f"{beside} cannot be written: {fault.strerror}.") from None
    wrong = faults(mapping, sheet, grammar)
    said = f"Written: {beside}. It is a guess: look through it, set reviewed: yes, and run this again."
    if wrong:
        raise click.ClickException("\n".join((said, "It still lacks something:", *map(one_line, wrong))))
    return _Found(mapping, beside, (said,))
