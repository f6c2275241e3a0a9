"""`rightdoor build` and `rightdoor serve`: the site, published whole or not at all."""

from datetime import date
from functools import partial
from pathlib import Path

import click

from rightdoor.cli.check import say_problems
from rightdoor.cli.options import root_option, today_option
from rightdoor.model.problem import Level
from rightdoor.records.report import Findings, counted


@click.command()
@click.option(
    "--out", default=None, type=click.Path(file_okay=False, path_type=Path), help="Where the site goes: site."
)
@click.option("--keep-going", is_flag=True, help="Build without the entries that have errors, and say so on the site.")
@click.option("--jobs", type=click.IntRange(min=1), default=None, help="How many processes read entries.")
@today_option
@root_option
@click.pass_context
def build(
    context: click.Context, out: Path | None, keep_going: bool, jobs: int | None, today: date, root: Path
) -> None:
    """Check the directory, build the site beside the old one, and put it in its place."""
    from rightdoor.pages import publish

    target = out.absolute() if out else Path("site")  # a target that is not absolute lies in the project
    try:
        report = publish.build(root, target, today, keep_going=keep_going, jobs=jobs, say=click.echo)
    except publish.BuildRefused as fault:
        raise click.ClickException(str(fault)) from None
    errors = [each for each in report.problems if each.level is Level.ERROR]
    if errors:
        say_problems(Findings(errors, report.services))
    warnings = len(report.problems) - len(errors)
    if warnings:
        click.echo(f"{counted(warnings, 'warning')}; see them with: rightdoor check", err=True)
    click.echo(report.message)
    context.exit(0 if report.published else 1)


@click.command()
@click.option("--host", default="127.0.0.1", help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="The port to listen on.")
@click.option("--api", is_flag=True, help="Answer the questions of Open Referral instead of showing the site.")
@today_option
@root_option
def serve(host: str, port: int, api: bool, today: date, root: Path) -> None:
    """Show the site on this computer and build it again whenever a file is saved.

    With --api, answer programs as an interface of Open Referral UK 3.0, from the entries as they are now.
    """
    from rightdoor.pages.publish import BuildRefused
    from rightdoor.pages.serve import serve as show

    try:
        if api:
            _answer(root, host, port, today)
        else:
            show(root, host, port, today)
    except BuildRefused as fault:
        raise click.ClickException(str(fault)) from None
    except OSError as fault:
        raise click.ClickException(f"Nothing can be shown at {host}:{port}: {fault.strerror}.") from None


def _answer(root: Path, host: str, port: int, today: date) -> None:
    from rightdoor.exchange.open_referral.writing.questions import feed_of
    from rightdoor.matching.in_prose import say
    from rightdoor.pages.api_server import serve_api
    from rightdoor.pages.exchange_words import words_of
    from rightdoor.records.load import load

    loaded = load(root, today)
    directory = loaded.directory
    if loaded.left_out:
        click.echo("Entries with errors are left out. See them with: rightdoor check", err=True)
    feed = feed_of(directory, partial(words_of, directory=directory), say("confidential", directory.grammar))
    serve_api(feed, host, port, click.echo)
