"""Options that several commands share, and the one place that asks the clock."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
from click.core import ParameterSource

from rightdoor.records.grammar_forms import Form, put_right

Command = TypeVar("Command", bound=Callable[..., Any])


def today_in_london() -> date:
    """The day it is in the United Kingdom, or that of SOURCE_DATE_EPOCH where a build is to be repeated exactly."""
    try:
        zone: tzinfo = ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:  # some computers hold no time zones; UTC differs for one hour of a summer's night
        zone = UTC
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (fixed.isascii() and fixed.isdigit()):
        return datetime.now(zone).date()
    try:
        return datetime.fromtimestamp(int(fixed), zone).date()
    except (OverflowError, OSError, ValueError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {fixed[:20]}, which is after the last day there is.") from None


def _day(context: click.Context, parameter: click.Parameter, typed: str | None) -> date:
    """The day that was typed, or today."""
    return typed_day(context, parameter, typed) or today_in_london()


def typed_day(_context: click.Context, _parameter: click.Parameter, typed: str | None) -> date | None:
    """The day that was typed, if any; one written otherwise is refused, with the day that was probably meant."""
    if not typed:
        return None
    meant = put_right(typed, Form.DATE)
    try:
        if meant == typed:
            return date.fromisoformat(typed)
    except ValueError:
        raise click.BadParameter(f"the day {typed} is not in the calendar.") from None
    tip = f"did you mean {meant}?" if meant else "type it like this: 2026-11-23."
    raise click.BadParameter(f"{typed} is not a day written year-month-day; {tip}")


def _project(context: click.Context, parameter: click.Parameter, value: str) -> Path:
    root = Path(value)
    if context.get_parameter_source(parameter.name or "") is ParameterSource.DEFAULT:
        root = next((each for each in (root, *Path.cwd().parents) if _is_project(each)), root)
    if not (root / "directory").is_dir():
        raise click.BadParameter(f"There is no folder “directory” in {root.resolve()}.")
    return root


def _is_project(folder: Path) -> bool:
    """Whether a folder holds records."""
    return (folder / "directory").is_dir()


def today_option(command: Command) -> Command:
    """`--today DATE`: the day from which ages of facts are counted."""
    return click.option(
        "--today",
        type=str,
        callback=_day,
        metavar="DATE",
        help="Count from this day (2026-11-23) instead of today.",
    )(command)


def root_option(command: Command) -> Command:
    """`--root FOLDER`: the project."""
    return click.option(
        "--root",
        default=".",
        type=click.Path(file_okay=False),
        callback=_project,
        metavar="FOLDER",
        help="The project: the folder that holds directory/. Without it, this folder or one around it.",
    )(command)
