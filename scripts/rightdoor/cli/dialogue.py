"""Questions put to a person at a terminal, or answered by options where there is none."""

import sys
from collections.abc import Mapping
from typing import Any

import click

from rightdoor.records.answer_checks import NoAnswer
from rightdoor.records.answers import Known, NoRecord, answer
from rightdoor.records.ids import id_of
from rightdoor.records.questions import Question, choices, put, questions, take_out, value_at

_FEW = 12
_OF_ORGANIZATION = ("name", "kind", "website")
"""What is asked of an organisation whose record is made while something else is being asked."""


def is_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class Dialogue:
    """Fills the data of one record, answer by answer; `asks` is whether there is somebody to ask.

    `made` are the organisations that were made on the way, by their ids.
    """

    def __init__(self, kind: str, known: Known, given: Mapping[str, str], *, asks: bool) -> None:
        """Begin with what options give."""
        self.data: dict[str, Any] = {}
        self.made: dict[str, dict[str, Any]] = {}
        self.asks = asks
        self.kind, self._given = kind, dict(given)
        self._known = {name: dict(each) for name, each in known.items()}

    def take_all(self, *, national: bool) -> None:
        """Get the answers to all questions of the kind: first to what is needed, then to more if somebody wants."""
        every = questions(self.kind)
        for question in every:
            if question.is_first:
                self.take(question, national=national)
        rest = [each for each in every if not each.is_first]
        more = self.asks and any(each.concerns(self.data, national=national) for each in rest) and self._wants_more()
        for question in rest:
            if more or question.option in self._given:
                self.take(question, national=national)

    def take(self, question: Question, *, national: bool) -> None:
        """Get the answer to a question, if it is worth asking."""
        given = self._given.pop(question.option, None)
        if given is not None:
            if not self._keep(question, given):
                self.ask(question)
        elif question.concerns(self.data, national=national):
            if self.asks:
                self.ask(question)
            elif question.needed:
                raise click.UsageError(f"Give --{question.option}. {question.ask}")
            else:
                self._keep(question, question.usual)

    def ask(self, question: Question) -> None:
        """Ask until there is an answer; an empty one leaves the field out, unless it is needed."""
        words = choices(question)
        if 0 < len(words) <= _FEW:
            self._list(words)
        elif words or question.names:
            click.echo("    Type a word for it, or ? to see all.")
        while True:
            shown = question.ask + (" (needed)" if question.needed else "")
            typed: str = click.prompt(shown, default=question.usual, show_default=bool(question.usual), type=str)
            if typed.strip() == "?":
                self._list(words or self._known.get(question.names, {}))
            elif self._keep(question, typed.strip()):
                return

    def ask_again(self, question: Question) -> None:
        """Ask for something else in place of an answer."""
        take_out(self.data, question.path)
        self.ask(question)

    def complain(self, said: str, option: str) -> None:
        """Say what is wrong with an answer; where nobody can be asked that is the end."""
        if not self.asks:
            raise click.BadParameter(said, param_hint=option)
        click.echo(f"    {said}", err=True)

    def _keep(self, question: Question, typed: str) -> bool:
        """Put an answer in its place; whether the question is done with."""
        if not typed:
            return not question.needed
        try:
            path, value = answer(question, self.kind, typed, self._known)
        except NoAnswer as fault:
            self.complain(str(fault), f"--{question.option}")
            can_make = isinstance(fault, NoRecord) and question.names == "organizations"
            return can_make and self._made_now(question, typed)
        if isinstance(value_at(self.data, path[:-1]), str):
            self.complain("It was said already that there is no limit: any.", f"--{question.option}")
            return True
        put(self.data, path, value)
        return True

    def _made_now(self, question: Question, typed: str) -> bool:
        """Ask for an organisation that has no record yet, if it is to be made now, and name it."""
        if not id_of(typed) or not _says_yes(f"    Make the record of {typed[:80]!r} now? (yes, or Enter for another)"):
            return False
        own = Dialogue("organization", self._known, {"name": typed}, asks=True)
        for each in questions("organization"):
            if each.option in _OF_ORGANIZATION:
                own.take(each, national=False)
        made = id_of(own.data["name"])
        self.made[made] = own.data
        self._known["organizations"][made] = own.data["name"]
        put(self.data, question.path, made)
        return True

    @staticmethod
    def _wants_more() -> bool:
        return _says_yes("That is all that is needed. More? (yes, or Enter to stop)")

    @staticmethod
    def _list(words: Mapping[str, str]) -> None:
        for code, label in words.items():
            click.echo(f"    {code}: {label}")


def _says_yes(ask: str) -> bool:
    typed: str = click.prompt(ask, default="", show_default=False, type=str)
    return typed.strip().casefold() in ("y", "yes", "more")
