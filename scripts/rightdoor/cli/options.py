"""Options that several commands share, and the one place that asks the clock."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

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


def _day(_context: click.Context, _parameter: click.Parameter, value: datetime | None) -> date:
    return value.date() if value else today_in_london()


def _project(_context: click.Context, _parameter: click.Parameter, value: str) -> Path:
    root = Path(value)
    if not (root / "directory").is_dir():
        raise click.BadParameter(f"There is no folder “directory” in {root.resolve()}.")
    return root


def today_option(command: Command) -> Command:
    """`--today DATE`: the day from which ages of facts are counted."""
    return click.option(
        "--today",
        type=click.DateTime(["%Y-%m-%d"]),
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
        help="The project: the folder that holds directory/.",
    )(command)
