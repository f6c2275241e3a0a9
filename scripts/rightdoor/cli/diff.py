"""`rightdoor diff`: what changed between two versions of a directory, in words."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from rightdoor.cli.options import root_option, today_option

if TYPE_CHECKING:
    from rightdoor.model.directory import Directory

FORMATS = ("text", "markdown", "json")
HERE = "the working folder"


class Side(NamedTuple):
    """One side of the comparison: its name, what it holds, and the kind, id and file of what could not be read."""

    name: str
    directory: "Directory"
    unread: tuple[tuple[str, str, str], ...]


@click.command()
@click.argument("base", metavar="BASE")
@click.argument("head", required=False, metavar="[HEAD]")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to say it.")
@today_option
@root_option
def diff(base: str, head: str | None, form: str, today: date, root: Path) -> None:
    """Say in words what changed from BASE to HEAD.

    Each is a version that git knows (main, a tag, HEAD~3) or a folder that holds directory/; a folder in this one is
    written ./old. Without HEAD, what is in the folder now is compared.
    """
    from rightdoor.changes.compare import changes
    from rightdoor.changes.report import FORMATS as REPORTS
    from rightdoor.changes.report import Compared

    before, after = side(root, base, today), side(root, head, today)
    unread = {(kind, id) for side in (before, after) for kind, id, _ in side.unread}
    found = changes(before.directory, after.directory, frozenset(unread))
    named = sorted((file, side.name) for side in (before, after) for *_, file in side.unread)
    click.echo(REPORTS[form](Compared(before.name, after.name, found, named)))


def side(root: Path, name: str | None, today: date) -> Side:
    """A folder where one is meant, or else a version of the project."""
    if name is None:
        return _folder(root, HERE, today)
    written_as_folder = os.path.isabs(name) or name.replace("\\", "/").startswith(("./", "../")) or name in (".", "..")
    return _folder(Path(name), name, today) if written_as_folder else _version(root, name)


def _folder(folder: Path, name: str, today: date) -> Side:
    from rightdoor.records.at_revision import found_of
    from rightdoor.records.load import load

    if not (folder / "directory").is_dir():
        raise click.UsageError(f"There is no folder “directory” in {name}.")
    loaded = load(folder, today)
    unread = filter(None, map(found_of, loaded.left_out))
    return Side(name, loaded.directory, tuple((each.kind, each.id, each.file) for each in unread))


def _version(root: Path, revision: str) -> Side:
    from rightdoor.records.at_revision import load_at
    from rightdoor.records.git import GitUnable, names_of_versions
    from rightdoor.records.nearest import nearest_word

    try:
        stood = load_at(root, revision)
    except GitUnable as fault:
        near = nearest_word(revision, names_of_versions(root), 0.6)
        tip = f" Did you mean {near}?" if near and near != revision else ""
        tip += f" A folder is written ./{revision}." if os.path.isdir(f"{revision}/directory") else ""
        raise click.UsageError(f"{fault}{tip}") from None
    return Side(revision, stood.directory, tuple((each.kind, each.id, each.file) for each in stood.unread))
