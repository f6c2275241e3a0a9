"""`rightdoor rename`: a record gets another id, and everything that names it follows."""

from datetime import date
from pathlib import Path

import click

from rightdoor.cli.editing import carry_out, refuse
from rightdoor.cli.options import root_option, today_option
from rightdoor.records.edits import EditRefused


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--kind", type=click.Choice(("service", "organization", "area")), help="Which, where two of them share the id."
)
@today_option
@root_option
def rename(old: str, new: str, kind: str | None, today: date, root: Path) -> None:
    """Call the service, organization or area OLD by the id NEW: its file moves, and every record that names it follows.

    The old address of a service leads to the new one. An id that was ever used is refused.
    """
    from rightdoor.records.rename import rename as renamed

    try:
        edits = renamed(root, old, new, kind or "")
    except EditRefused as fault:
        refuse(fault)
    carry_out(root, edits, today, (old, new))
    owners = root / ".github" / "CODEOWNERS"
    if owners.is_file() and f"/{old}/" in owners.read_text(encoding="utf-8", errors="replace"):
        click.echo(f".github/CODEOWNERS still names {old}: change it by hand.", err=True)
