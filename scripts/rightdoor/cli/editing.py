"""What commands that change records share: try the change, write it, say what was written."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from rightdoor.records.edits import Edit, EditRefused, write_edits
from rightdoor.records.report import Findings, counted, one_line

if TYPE_CHECKING:
    from rightdoor.model.directory import Directory
    from rightdoor.model.service import Service


def carry_out(root: Path, edits: Sequence[Edit], today: date, renamed: tuple[str, str] = ("", "")) -> None:
    """Write the changes and say each file; nothing is written where the check would find a new error."""
    from rightdoor.cli.check import say_problems
    from rightdoor.records.trial import trial

    found = trial(root, edits, today, renamed)
    if found.errors:
        say_problems(Findings(found.errors, len(edits)))
        raise click.ClickException("Nothing is written: the check would find what is said above. Mend that first.")
    try:
        write_edits(root, edits)
    except EditRefused as fault:
        refuse(fault)
    for each in edits:
        click.echo(f"{each.done.capitalize()}: {one_line(each.file)}")
    if found.new:
        click.echo(f"{counted(len(found.new), 'new warning')}; see with: rightdoor check", err=True)


def refuse(fault: EditRefused) -> NoReturn:
    """End the command with the reason."""
    raise click.ClickException(str(fault)) from None


def service_named(directory: "Directory", id: str) -> "Service":
    """The service of this id; otherwise the command ends, saying what the id is, or the one it looks like."""
    from rightdoor.records.nearest import nearest_word

    if id in directory.services:
        return directory.services[id]
    now = next((each.id for each in directory.services.values() if id in each.aliases), None)
    if now:
        raise click.BadParameter(f"{id} is a former id. Type {now}")
    if id in directory.tombstones:
        raise click.BadParameter(f"{id} is not listed any more. {one_line(directory.tombstones[id].why)}")
    meant = nearest_word(id, list(directory.services), 0.7)
    tip = f"Did you mean {meant}?" if meant else "An id is the name of its file, without .yaml."
    raise click.BadParameter(f"there is no sound entry {one_line(id)[:80]}. {tip}")
