"""`rightdoor new`: a new record, asked for at a terminal or given by options, with all its fields explained."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rightdoor.cli.check import say_problems
from rightdoor.cli.editing import refuse
from rightdoor.cli.options import root_option, today_option
from rightdoor.records.report import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rightdoor.cli.dialogue import Dialogue
    from rightdoor.model.directory import Directory
    from rightdoor.model.problem import Problem
    from rightdoor.records.edits import Edit
    from rightdoor.records.questions import Question

KINDS = {"service": "services", "organization": "organizations", "area": "areas"}
_HELP = {
    "service": "Write the entry of a new service.",
    "organization": "Write the record of a new organisation.",
    "area": "Write the record of a new area.",
}
_MORE = (
    "At a terminal it asks for what no option gives. Enter leaves an answer out, and what is left out is shown as "
    "unknown. Nothing is written that the check would refuse, and no file is written over."
)


class _Kinds(click.Group):
    """The kinds of record; their options come from the questions, which are read only when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The kinds, the one most wanted first."""
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that makes a record of a kind."""
        return _command(cmd_name) if cmd_name in KINDS else None


@click.group(cls=_Kinds)
def new() -> None:
    """Write a new service, organization or area, with every field explained."""


def _command(kind: str) -> click.Command:
    from rightdoor.records.questions import questions

    def run(today: date, root: Path, id: str | None, area: str | None = None, **given: str | None) -> None:
        answers = {name.replace("_", "-"): typed.strip() for name, typed in given.items() if typed is not None}
        _make(kind, root, today, id, area, answers)

    options = [_option(each) for each in questions(kind)]
    options.append(click.Option(["--id"], metavar="ID", help="Its id, where the one that its name gives will not do."))
    if kind == "service":
        options.insert(0, click.Option(["--area"], metavar="AREA", help="Its area, such as Northvale, or national."))
    params: list[click.Parameter] = [*options]
    return today_option(root_option(click.Command(kind, params=params, callback=run, help=f"{_HELP[kind]}\n\n{_MORE}")))


def _option(question: "Question") -> click.Option:
    more = " Several are told apart by commas." if question.several else ""
    return click.Option([f"--{question.option}"], metavar="TEXT", help=question.ask + more)


def _make(kind: str, root: Path, today: date, id: str | None, area: str | None, given: dict[str, str]) -> None:
    """Ask, try and write."""
    from rightdoor.cli.dialogue import Dialogue, is_terminal
    from rightdoor.records.edits import EditRefused, write_edits
    from rightdoor.records.load import load
    from rightdoor.records.questions import NATIONAL

    directory = load(root, today, keep_going=True).directory
    known = _known(directory)
    dialogue = Dialogue(kind, known, given, asks=is_terminal())
    folder = _area(dialogue, area, {**known["areas"], NATIONAL: "National"}) if kind == "service" else ""
    try:
        dialogue.take_all(national=folder == NATIONAL)
        made_up = folder in directory.areas and directory.areas[folder].fictional
        edits = _tried(kind, folder, id, dialogue, root, today, made_up=made_up)
        write_edits(root, edits)
    except EditRefused as fault:
        _say_answers(dialogue)
        refuse(fault)
    except click.Abort:
        _say_answers(dialogue)
        raise
    for edit in edits:
        click.echo(f"Written: {edit.file}")
    click.echo("Open it in an editor for the rest: every field is explained there. Then type: rightdoor check")


def _say_answers(dialogue: "Dialogue") -> None:
    """Show what somebody has typed, lest it is lost when nothing is written."""
    if dialogue.asks and dialogue.data:
        from rightdoor.records.write import written

        click.echo("\nNothing is written. These were the answers:\n", err=True)
        for each in dialogue.made.values():
            click.echo(written(each, "organization"), err=True)
        click.echo(written(dialogue.data, dialogue.kind), err=True)


def _known(directory: "Directory") -> dict[str, dict[str, str]]:
    """The records that an answer may name."""
    kinds: dict[str, Any] = {name: getattr(directory, name) for name in KINDS.values()}
    return {name: {id: each.name for id, each in records.items()} for name, records in kinds.items()}


def _area(dialogue: "Dialogue", given: str | None, areas: "Mapping[str, str]") -> str:
    """The folder of a service, of an area's id or of what people call it."""
    from rightdoor.records.nearest import nearest_word

    if given is None and not dialogue.asks:
        raise click.UsageError("Give --area: the area of the service, or national.")
    called = {name.casefold(): id for id, name in areas.items()}
    while True:
        if given is not None:
            typed = " ".join(given.split())
            if typed in areas or typed.casefold() in called:
                return typed if typed in areas else called[typed.casefold()]
            near = nearest_word(typed, [*areas, *areas.values()])
            tip = f"Did you mean {near}?" if near else f"There are: {', '.join(areas)}."
            dialogue.complain(f"{one_line(typed)[:80]} is no area. {tip}", "--area")
        given = str(click.prompt("In which area is it (such as Northvale, or national)?", type=str))


def _tried(
    kind: str, folder: str, id: str | None, dialogue: "Dialogue", root: Path, today: date, *, made_up: bool
) -> list["Edit"]:
    """The files to write; what the check refuses in them is asked once more, where somebody can be asked."""
    from rightdoor.records.skeleton import new_record
    from rightdoor.records.trial import trial

    while True:
        edit, id = _new_record(kind, folder, dialogue, id, root)
        named = dialogue.data.get("organization")
        mark = {"fictional": True} if made_up else {}
        needed = {made: data for made, data in dialogue.made.items() if made == named}
        edits = [*(new_record("organization", "", data | mark, made, root) for made, data in needed.items()), edit]
        errors = trial(root, edits, today).errors
        if not errors:
            return edits
        _mend(kind, edit, errors, dialogue)


def _new_record(kind: str, folder: str, dialogue: "Dialogue", id: str | None, root: Path) -> tuple["Edit", str | None]:
    """The file of the record and its id; where that cannot be, another is asked for, so that no answer is lost."""
    from rightdoor.records.edits import EditRefused
    from rightdoor.records.skeleton import new_record

    while True:
        try:
            return new_record(kind, folder, dialogue.data, id, root), id
        except EditRefused as fault:
            if not dialogue.asks:
                raise
            click.echo(f"    {fault}", err=True)
            id = str(click.prompt("Which id is it to have instead?", type=str)).strip()


def _mend(kind: str, edit: "Edit", errors: "Sequence[Problem]", dialogue: "Dialogue") -> None:
    """Ask once more for what the check refuses; the end where that is no answer, or nobody can be asked."""
    from rightdoor.records.questions import questions, value_at
    from rightdoor.records.read import read_source
    from rightdoor.records.report import Findings

    say_problems(Findings(errors, 1))
    source = read_source(edit.after or b"", edit.file)
    lines = {each.line for each in errors if each.file == edit.file}
    wrong = [
        each
        for each in questions(kind)
        if value_at(dialogue.data, each.path) is not None and source.mark(each.path).line in lines
    ]
    if not wrong or not dialogue.asks:
        _say_answers(dialogue)
        raise click.ClickException("Nothing is written: the check would find what is said above.")
    for each in wrong:
        dialogue.ask_again(each)
