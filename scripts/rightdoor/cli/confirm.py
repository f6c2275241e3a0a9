"""`rightdoor confirm`: an entry is still right, because somebody asked again."""

from datetime import date
from pathlib import Path

import click

from rightdoor.cli.editing import carry_out, refuse, service_named
from rightdoor.cli.options import root_option, today_option, typed_day
from rightdoor.model.service import Service
from rightdoor.records.edits import EditRefused
from rightdoor.records.report import one_line

GROUPS = ("crisis", "waits", "contact", "hours", "criteria", "referral", "other")


@click.command()
@click.argument("id")
@click.option(
    "--how",
    required=True,
    type=click.Choice(("published-page", "provider-email", "provider-phone", "provider-signed-off")),
    help="How somebody asked.",
)
@click.option(
    "--group", "groups", multiple=True, type=click.Choice(GROUPS), help="Only these facts; more than once if needed."
)
@click.option("--by", default="", metavar="ROLE", help="In which role: volunteer, link worker. Never a name.")
@click.option("--on", default=None, callback=typed_day, metavar="DATE", help="On which day, if not today.")
@today_option
@root_option
def confirm(id: str, how: str, groups: tuple[str, ...], by: str, on: date | None, today: date, root: Path) -> None:
    """Note that the entry of the service ID is still right. Nothing in it changes but who checked it, how and when.

    Without --group everything is confirmed. ID is the name of the file, such as northvale-talking-therapies.
    """
    from rightdoor.records.confirm import Confirmation, later_groups
    from rightdoor.records.confirm import confirm as confirmed
    from rightdoor.records.load import load
    from rightdoor.records.read import read_source

    directory = load(root, today).directory
    service = service_named(directory, id)
    _refuse_options(by, on, directory.today_for(service, today))
    said = Confirmation(how, on or directory.today_for(service, today), by, tuple(dict.fromkeys(groups)))
    source = read_source((root / service.file).read_bytes(), service.file)
    try:
        edit = confirmed(source, said)
    except EditRefused as fault:
        refuse(fault)
    carry_out(root, [edit], today)
    labels = directory.grammar["fact_groups"]
    what = ", ".join(labels.label(each) for each in said.groups) or "Everything"
    click.echo(f"{what}: {directory.grammar['checked_how'][how].label.lower()}, {said.on}{f', by {by}' if by else ''}.")
    for line in _kept(service, [labels.label(each) for each in later_groups(source, said)]):
        click.echo(line)


def _refuse_options(by: str, on: date | None, now: date) -> None:
    """End the command where an option says what no entry may say: a name, or a day to come."""
    from rightdoor.records.checks.by_not_a_role import TIP, looks_like_a_name

    if by and looks_like_a_name(by):
        said = f"“{one_line(by)[:80]}” looks like a name and not like a role. {TIP}"
        raise click.BadParameter(said, param_hint="--by")
    if on and on > now:
        said = f"{on} is still to come: today is {now}. Give the day on which somebody asked."
        raise click.BadParameter(said, param_hint="--on")


def _kept(service: Service, later: list[str]) -> list[str]:
    """What is not confirmed by this, and why."""
    said = [f"{', '.join(later)}: kept, because checked on a later day."] if later else []
    own = [area for area, here in service.by_area.items() if here.checked != service.checked]
    if own:
        said.append(f"Its rules in {', '.join(own)} have a check of their own, which only an editor can change.")
    return said
