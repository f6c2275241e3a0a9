"""`rightdoor match`: which services a person's answers fit, with the reason for each."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rightdoor.cli.options import root_option, today_option

if TYPE_CHECKING:
    from rightdoor.model.answers import Answers
    from rightdoor.model.directory import Directory

TIES = {"home": "home", "work": "work-or-study", "cared_for": "cared-for", "death_in": "where-death-occurred"}
"""The options that tie a person to an area, and what `Answers` call each."""


@click.command()
@click.option("--area", metavar="AREA", help="Where their GP practice is, such as northvale.")
@click.option("--home", metavar="AREA", help="Where they live.")
@click.option("--work", metavar="AREA", help="Where they work or study.")
@click.option("--cared-for", metavar="AREA", help="Where the person they care for lives.")
@click.option("--death-in", metavar="AREA", help="Where the person who died was.")
@click.option("--age", metavar="AGE", help="34y, or 17y9m.")
@click.option(
    "--need",
    "needs",
    multiple=True,
    metavar="NEED",
    help="What they come with; may be repeated. See: rightdoor words needs",
)
@click.option("--severity", metavar="SEVERITY", help="mild, moderate, severe…")
@click.option(
    "--flag",
    "flags",
    multiple=True,
    metavar="REASON=ANSWER",
    help="recent-attempt=3w; yes, no, how long ago. See: rightdoor words flags",
)
@click.option(
    "--is", "people", multiple=True, metavar="GROUP=ANSWER", help="carer=yes; yes or no. See: rightdoor words groups"
)
@click.option("--since-event", metavar="TIME", help="Time since the death: 3m.")
@click.option("--route", metavar="WHO", help="Who would refer: self, gp…")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to say it.")
@today_option
@root_option
def match(root: Path, today: date, form: str, **told: Any) -> None:
    """Say what the published criteria of each service come to for one person.

    Nothing told here is kept, and nothing in it should identify anybody. To see every word that may be given as a
    need, a flag, a severity, an area and so on, run: rightdoor words
    """
    from rightdoor.matching.match import match_all
    from rightdoor.matching.report import as_data, as_text
    from rightdoor.records.load import load

    loaded = load(root, today, keep_going=True)
    directory = loaded.directory
    if loaded.errors:
        click.echo("Entries with errors are left out; see them with: rightdoor check", err=True)
    answers = _answers(told, directory)
    matches = match_all(directory, answers, today)
    if form == "json":
        click.echo(json.dumps(as_data(matches, answers, directory), indent=2))
    else:
        click.echo(as_text(matches, answers, directory))


def _answers(told: Mapping[str, Any], directory: "Directory") -> "Answers":
    from rightdoor.matching.answers import answers_from
    from rightdoor.matching.report import crisis_words
    from rightdoor.matching.suggest import speaks_of_crisis, unknown_words

    plain = {name: told[name] for name in ("area", "age", "severity", "since_event", "route") if told[name]}
    plain["areas"] = {tie: told[option] for option, tie in TIES.items() if told[option]}
    plain["needs"] = list(told["needs"])
    plain["flags"] = _pairs(told["flags"], "--flag under-secondary-care=yes")
    plain["people"] = _pairs(told["people"], "--is carer=yes")
    try:
        answers = answers_from(plain)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from None
    if unknown := unknown_words(answers, directory):
        if speaks_of_crisis(answers, directory):
            click.echo(crisis_words(answers, directory), err=True)
        raise click.UsageError("\n".join(unknown))
    return answers


def _pairs(given: Iterable[str], example: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals or not name or not value:
            raise click.UsageError(f"“{each}” has no answer. Type: {example}")
        if pairs.setdefault(name, value) != value:
            raise click.UsageError(f"“{name}” is answered twice: {pairs[name]} and {value}.")
    return pairs
