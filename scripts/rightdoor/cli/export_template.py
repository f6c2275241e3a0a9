"""`rightdoor export template`: a workbook in which somebody without this program fills in services."""

from pathlib import Path

import click


@click.command("template")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT.xlsx")
def template(out: Path) -> None:
    """Write a workbook with pick-lists, to be filled in and read back by: rightdoor import table."""
    from rightdoor.exchange.tables.template import template as made
    from rightdoor.records.judge import grammar

    try:
        out.write_bytes(made(grammar()))
    except OSError as fault:
        raise click.ClickException(f"{out} cannot be written: {fault.strerror}.") from None
    click.echo(f"Written: {out}. Filled in, it is read with: rightdoor import table {out.name} --area AREA")
