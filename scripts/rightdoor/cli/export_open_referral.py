"""`rightdoor export open-referral`: the directory as a feed of Open Referral UK 3.0, in files for any static host."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

import click

from rightdoor.cli.options import root_option, today_option
from rightdoor.records.report import counted


@click.command(name="open-referral")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER")
@today_option
@root_option
def open_referral(out: Path, today: date, root: Path) -> None:
    """Write services, organizations, places and lists of words as a feed of Open Referral UK 3.0.

    Each page of the feed is a file index.json, as a static host serves folders. FOLDER must be new or empty.
    """
    from rightdoor.exchange.open_referral.writing.files import feed_files
    from rightdoor.matching.in_prose import say
    from rightdoor.pages.exchange_words import words_of
    from rightdoor.records.load import load

    if out.is_dir() and any(out.iterdir()):
        raise click.BadParameter(f"{out} is not empty. Name a new folder: what is in it would be mixed up.")
    loaded = load(root, today)
    directory = loaded.directory
    if loaded.left_out:
        click.echo("Entries with errors are left out. See them with: rightdoor check", err=True)
    confidential = say("confidential", directory.grammar)
    files = tuple(feed_files(directory, partial(words_of, directory=directory), confidential))
    _write(out, files)
    click.echo(f"Written: {out} ({counted(len(directory.services), 'service')}, {counted(len(files), 'file')})")


def _write(out: Path, files: Iterable[tuple[str, bytes]]) -> None:
    try:
        for address, content in files:
            (out / address).parent.mkdir(parents=True, exist_ok=True)
            (out / address).write_bytes(content)
    except OSError as fault:
        raise click.ClickException(f"{out} cannot be written: {fault.strerror}.") from None
