"""`rightdoor fmt`: records in one order and style."""

from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rightdoor.cli.check import say_problems, within
from rightdoor.cli.options import root_option

if TYPE_CHECKING:
    from rightdoor.records.edits import Edit
    from rightdoor.records.walk import Found


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; the exit code is 1 if a file would change.")
@click.option("--diff", "show", is_flag=True, help="Write nothing; show what would change.")
@root_option
@click.pass_context
def fmt(context: click.Context, paths: tuple[str, ...], only_check: bool, show: bool, root: Path) -> None:
    """Put records in one order and style. Facts and comments stay as they are.

    With PATH (files or folders) only those; otherwise the whole directory. A file that cannot be read is left alone.
    """
    from rightdoor.model.problem import Problem
    from rightdoor.records.report import Findings, counted
    from rightdoor.records.style import styled

    found = _asked(root, paths)
    done = list(styled(root, found))
    problems = [each for each in done if isinstance(each, Problem)]
    edits = [each for each in done if not isinstance(each, Problem) and each.before != each.after]
    if not (show or only_check):
        _write(root, edits)
    for each in edits:
        click.echo(_difference(each) if show else f"{'Would change' if only_check else 'Changed'}: {each.file}")
    if problems:
        say_problems(Findings(problems, len(found)))
    changed = "would change" if show or only_check else "changed"
    click.echo(f"{counted(len(found), 'record')}, {len(edits)} {changed}.", err=True)
    context.exit(1 if problems or (only_check and edits) else 0)


def _asked(root: Path, paths: tuple[str, ...]) -> list["Found"]:
    from rightdoor.records.walk import walk

    records = walk(root).found
    asked: set[str] = set()
    for path in paths or (str(root),):
        wanted = within(root, path)
        here = {each.file for each in records if wanted in ("", each.file) or each.file.startswith(f"{wanted}/")}
        if not here and paths:
            raise click.BadArgumentUsage(f"{path} is not a record, and holds none.")
        asked |= here
    return [each for each in records if each.file in asked]


def _write(root: Path, edits: list["Edit"]) -> None:
    from rightdoor.records.edits import EditRefused, write_edits

    try:
        write_edits(root, edits)
    except EditRefused as fault:
        raise click.ClickException(str(fault)) from None


def _difference(edit: "Edit") -> str:
    before, after = ((each or b"").decode().splitlines() for each in (edit.before, edit.after))
    return "\n".join(unified_diff(before, after, edit.file, edit.file, lineterm=""))
