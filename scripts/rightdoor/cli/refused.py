"""`rightdoor refused`: reports that a service did not take somebody, as codes and counts."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rightdoor.cli.editing import carry_out, refuse
from rightdoor.cli.options import root_option, today_option
from rightdoor.model.measure import words_for_month
from rightdoor.records.edits import EditRefused
from rightdoor.records.report import one_line

if TYPE_CHECKING:
    from rightdoor.records.refused import Report

MOST = 64 * 1024


@click.group()
def refused() -> None:
    """Count reports that a service did not take somebody. Codes only: nothing about a person can be said."""


@refused.command()
@click.option("--service", default="", metavar="ID", help="The service that refused.")
@click.option("--month", default="", metavar="MONTH", help="In which month, such as 2026-09. Never a day.")
@click.option("--reason", default="", metavar="CODE", help="The nearest reason, such as too-complex.")
@click.option("--referrer", default="", metavar="CODE", help="Who had referred, such as gp.")
@click.option("--taken-by", default="", metavar="ID", help="What took the person in the end, or: nobody.")
@click.option(
    "--from-issue",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="Read all this from the text of an issue that was made with the form.",
)
@today_option
@root_option
def add(
    service: str,
    month: str,
    reason: str,
    referrer: str,
    taken_by: str,
    from_issue: Path | None,
    today: date,
    root: Path,
) -> None:
    """Count one report more, in directory/refusals/YEAR/AREA.yaml.

    What nobody knows is left out. The site shows counts only from 5 reports in 12 months on, and never exactly.
    """
    from rightdoor.records.load import load
    from rightdoor.records.refused import Report
    from rightdoor.records.refused import refused as counted

    typed = (service, month, reason, referrer, taken_by)
    if from_issue and any(typed):
        raise click.UsageError("Give either --from-issue or the report itself, not both.")
    if not from_issue and not (service and month and reason):
        raise click.UsageError("Say at least --service, --month and --reason, or give --from-issue.")
    directory = load(root, today).directory
    try:
        report = _of_issue(from_issue) if from_issue else Report(*typed)
        edit = counted(root, directory, report, today)
    except EditRefused as fault:
        refuse(fault)
    carry_out(root, [edit], today)
    service_name, label = directory.services[report.service].name, directory.grammar["refusal_reasons"].label
    when = words_for_month(report.month)
    click.echo(f"1 report counted for {one_line(service_name)}, {when}: {_lowered(label(report.reason))}.")
    click.echo("No count under five is ever shown.")


def _lowered(label: str) -> str:
    """A label as it stands within a sentence; a first word that is an abbreviation stays."""
    first = label.split()[0]
    return label if first.isupper() and len(first) > 1 else label[0].lower() + label[1:]


def _of_issue(file: Path) -> "Report":
    from rightdoor.records.issue_forms import issue_forms
    from rightdoor.records.refused import from_issue
    from rightdoor.resources import schema_folder

    with file.open("rb") as there:
        raw = there.read(MOST + 1)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise EditRefused(f"{file} is not text in UTF-8. Nothing is written.") from None
    return from_issue(text, issue_forms(schema_folder())["refused"])
