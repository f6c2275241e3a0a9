"""`rightdoor import`: services of another directory, or of a spreadsheet, as entries of this one.

`merging_options` and `bring_in` are shared by every sub-command, whatever format it reads.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import click

from rightdoor.cli.editing import refuse
from rightdoor.cli.options import root_option, today_option
from rightdoor.records.edits import EditRefused, write_edits

if TYPE_CHECKING:
    from rightdoor.model.draft import Delivery
    from rightdoor.records.imports_record import Origin

Command = TypeVar("Command", bound=Callable[..., Any])


@click.group("import")
def import_group() -> None:
    """Take services in from another directory or a spreadsheet."""


def merging_options(command: Command) -> Command:
    """The options of every import, from `area` and `source` to `today` and `root`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return today_option(root_option(command))


_OPTIONS = (
    click.option("--area", required=True, metavar="AREA", help="The id of the area its services go to, or national."),
    click.option("--source", default=None, metavar="NAME", help="What the source is called here; always the same."),
    click.option("--basis", default=None, metavar="BASIS", help="What counts: gp-practice, home-address, and so on."),
    click.option(
        "--organization-kind", default=None, metavar="KIND", help="The kind of organisations that do not say theirs."
    ),
    click.option("--allow-vanished", is_flag=True, help="Go on where more than 20 % of its services are gone."),
    click.option("--write/--dry-run", "write", default=False, help="Write it. Without this, only say what would be."),
    click.option("--format", "output", type=click.Choice(["text", "json"]), default="text", help="How to say it."),
)


def origin_of(root: Path, source: str, name: str | None, area: str, basis: str | None, format: str) -> "Origin":
    """The source as it is remembered here; a name is made of its address where none is given."""
    from rightdoor.records.ids import id_of
    from rightdoor.records.imports_record import LONGEST_NAME, Origin
    from rightdoor.records.judge import grammar

    if area != "national" and not (root / "directory" / "areas" / f"{area}.yaml").is_file():
        known = ", ".join(sorted(each.stem for each in (root / "directory" / "areas").glob("*.yaml")))
        raise click.BadParameter(f"there is no area {area[:80]}. There are: {known}.", param_hint="--area")
    if basis is not None and basis not in (bases := [each.code for each in grammar()["area_basis"]]):
        raise click.BadParameter(f"{basis[:80]} is not one of {', '.join(bases)}.", param_hint="--basis")
    is_web = source.startswith(("https://", "http://"))
    called = id_of(name or (urlsplit(source).hostname or "" if is_web else Path(source).stem))[:LONGEST_NAME].strip("-")
    if not called:
        raise click.BadParameter("give the source a name with --source.", param_hint="--source")
    address = urlsplit(source)._replace(query="", fragment="").geturl() if is_web else Path(source).name
    return Origin(called, area, format, address, basis)


def bring_in(
    root: Path,
    delivery: "Delivery",
    origin: "Origin",
    today: date,
    *,
    write: bool,
    allow_vanished: bool = False,
    output: str = "text",
    known: Mapping[str, str] | None = None,
    organization_kind: str | None = None,
) -> None:
    """Compare what was delivered with what is here, write it where that is wanted, and say all of it."""
    from rightdoor.records.imports import merge
    from rightdoor.records.imports_report import report_data, report_lines

    try:
        done = merge(
            root,
            delivery,
            origin,
            today,
            known=known,
            organization_kind=organization_kind,
            allow_vanished=allow_vanished,
        )
        if write:
            write_edits(root, done.edits)
    except EditRefused as fault:
        refuse(fault)
    wrote = write and not done.stopped
    if output == "json":
        click.echo(json.dumps(report_data(done, wrote=wrote), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(report_lines(done, wrote=wrote)))
    if done.stopped:
        raise SystemExit(1)
