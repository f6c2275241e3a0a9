"""`rightdoor words`: the words that a person's answers may be given in, with what each means."""

from datetime import date
from pathlib import Path

import click

from rightdoor.cli.options import root_option, today_option

_OPTIONS = {
    "needs": "--need",
    "severity": "--severity",
    "flags": "--flag",
    "groups": "--is",
    "referrers": "--route",
    "areas": "--area, --home, --work, --cared-for and --death-in",
}
"""Each list, and the options of `rightdoor match` that it is for."""


@click.command()
@click.argument("name", type=click.Choice(tuple(_OPTIONS)), required=False, metavar="[" + "|".join(_OPTIONS) + "]")
@today_option
@root_option
def words(name: str | None, today: date, root: Path) -> None:
    """List the words that `rightdoor match` knows, each with its label; all of them, or those of one list."""
    from rightdoor.matching.words import words_of
    from rightdoor.records.load import load

    directory = load(root, today, keep_going=True).directory
    blocks = []
    for each in [name] if name else _OPTIONS:
        found = words_of(each, directory)
        width = max((len(code) for code in found), default=0)
        lines = (f"  {code:<{width}}  {word.label}" for code, word in found.items())
        blocks.append("\n".join((f"{each} (for {_OPTIONS[each]})", *lines)))
    click.echo("\n\n".join(blocks))
