"""`rightdoor export fhir`: the directory as one FHIR R4 bundle."""

from datetime import date
from functools import partial
from pathlib import Path

import click

from rightdoor.cli.options import root_option, today_option
from rightdoor.records.report import counted


@click.command()
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT.json")
@click.option("--area", default="", metavar="ID", help="Only the services of this area, as they stand there.")
@today_option
@root_option
def fhir(out: Path, area: str, today: date, root: Path) -> None:
    """Write services, organizations and places as a FHIR R4 bundle.

    FHIR has no values for whom a service takes: its criteria are sentences there. What else does not come through is in
    the documentation, under "What is lost".
    """
    from rightdoor.exchange.fhir.bundle import bundle, bundle_text, editions
    from rightdoor.exchange.fhir.value_sets import faults
    from rightdoor.matching.in_prose import say
    from rightdoor.pages.exchange_words import words_of
    from rightdoor.records.load import load

    loaded = load(root, today)
    directory = loaded.directory
    if area and area not in directory.areas:
        raise click.BadParameter(f"there is no area {area}. There are: {', '.join(sorted(directory.areas))}.")
    chosen = editions(directory, area)
    confidential = say("confidential", directory.grammar)
    made = bundle(directory, chosen, partial(words_of, directory=directory), confidential, today)
    if wrong := faults(made):
        raise click.ClickException("\n".join(("The bundle is not written, since FHIR would not take it:", *wrong[:20])))
    if loaded.left_out:
        click.echo("Entries with errors are left out. See them with: rightdoor check", err=True)
    _write(out, bundle_text(made))
    click.echo(f"Written: {out} ({counted(len(chosen), 'service')}, {counted(len(made['entry']), 'resource')})")


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as fault:
        raise click.ClickException(f"{out} cannot be written: {fault.strerror}.") from None
