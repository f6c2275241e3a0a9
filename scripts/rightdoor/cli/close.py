"""`rightdoor close`: a service is not listed any more; its page says why and what to use instead."""

from datetime import date
from pathlib import Path

import click

from rightdoor.cli.editing import carry_out, refuse
from rightdoor.cli.options import root_option, today_option, typed_day
from rightdoor.records.edits import EditRefused


@click.command()
@click.argument("id")
@click.option(
    "--use-instead", "instead", multiple=True, metavar="ID", help="What to use instead; more than once if needed."
)
@click.option("--why", required=True, metavar="TEXT", help="Why it is not listed any more, in one sentence.")
@click.option("--since", default=None, callback=typed_day, metavar="DATE", help="The day on which it closed, if known.")
@today_option
@root_option
def close(id: str, instead: tuple[str, ...], why: str, since: date | None, today: date, root: Path) -> None:
    """Take the service ID out of the directory: its file goes, and directory/tombstones.yaml says why.

    Where --use-instead names one service, that takes the place of ID wherever people were sent on to it. Where anything
    else names ID, nothing is written and the places are said.
    """
    from rightdoor.records.close import Closing
    from rightdoor.records.close import close as closed

    closing = Closing(id, " ".join(why.split()), since, tuple(dict.fromkeys(instead)))
    if since and since > today:
        raise click.BadParameter(
            f"{since} is still to come. Set status and intake of the entry until then.", param_hint="--since"
        )
    try:
        edits = closed(root, closing)
    except EditRefused as fault:
        refuse(fault)
    carry_out(root, edits, today)
