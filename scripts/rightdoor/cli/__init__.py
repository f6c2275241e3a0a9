"""The command `rightdoor`: arguments in, an exit code out, and no decisions.

Each command imports what it needs when it is run, so that checking never waits for the site builder to be imported.
Exit codes: 0 done (warnings allowed), 1 errors were found or the build was refused, 2 the command was used wrongly.
"""

import sys

import click

from rightdoor import __version__
from rightdoor.cli.build import build, serve
from rightdoor.cli.check import check
from rightdoor.cli.match import match
from rightdoor.cli.pack import pack
from rightdoor.cli.words import words


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rightdoor")
def main() -> None:
    """Check, ask and publish a directory of mental health services."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


for command in (check, match, words, build, pack, serve):
    main.add_command(command)
