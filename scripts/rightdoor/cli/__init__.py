"""The command `rightdoor`: arguments in, an exit code out, and no decisions.

Each command imports what it needs when it is run, so that checking never waits for the site builder to be imported.
Exit codes: 0 done (warnings allowed), 1 errors were found or the build was refused, 2 the command was used wrongly.
"""

import sys

import click

from rightdoor import __version__
from rightdoor.cli.build import build, serve
from rightdoor.cli.check import check
from rightdoor.cli.close import close
from rightdoor.cli.confirm import confirm
from rightdoor.cli.coverage import coverage
from rightdoor.cli.diff import diff
from rightdoor.cli.due import due
from rightdoor.cli.export import export
from rightdoor.cli.export_data import COMMANDS as DATA_COMMANDS
from rightdoor.cli.export_fhir import fhir
from rightdoor.cli.export_open_referral import open_referral as export_open_referral
from rightdoor.cli.export_template import template
from rightdoor.cli.fmt import fmt
from rightdoor.cli.guard import guard
from rightdoor.cli.history import history
from rightdoor.cli.import_open_referral import open_referral as import_open_referral
from rightdoor.cli.import_table import table
from rightdoor.cli.importing import import_group
from rightdoor.cli.init import init
from rightdoor.cli.links import links
from rightdoor.cli.match import match
from rightdoor.cli.new import new
from rightdoor.cli.pack import pack
from rightdoor.cli.refused import refused
from rightdoor.cli.rename import rename
from rightdoor.cli.statistics import statistics
from rightdoor.cli.words import words


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rightdoor")
def main() -> None:
    """Check, ask and publish a directory of mental health services."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


for command in (
    init,
    check,
    fmt,
    new,
    guard,
    match,
    words,
    build,
    pack,
    serve,
    confirm,
    due,
    rename,
    close,
    refused,
    diff,
    coverage,
    history,
    statistics,
    export,
    import_group,
    links,
):
    main.add_command(command)

export.add_command(fhir)
export.add_command(export_open_referral)
for data_command in DATA_COMMANDS:
    export.add_command(data_command)
import_group.add_command(table)
import_group.add_command(import_open_referral)
export.add_command(template)
