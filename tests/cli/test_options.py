"""The day: that of London, that of --today, or that of a build to be repeated."""

from datetime import UTC, date, datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from rightdoor.cli import options
from rightdoor.cli.options import today_in_london, today_option


@click.command()
@today_option
def day(today: date) -> None:
    click.echo(today.isoformat())


def test_a_day_that_is_given_is_taken():
    assert CliRunner().invoke(day, ["--today", "2024-02-29"]).output == "2024-02-29\n"


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        (datetime(2026, 11, 23, 23, 30, tzinfo=UTC), "2026-11-23"),
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "2026-07-01"),
    ],
)
def test_a_build_to_be_repeated_has_its_own_day_in_london(
    monkeypatch: pytest.MonkeyPatch, moment: datetime, there: str
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert CliRunner().invoke(day).output == f"{there}\n"


@pytest.mark.parametrize("nonsense", ["", "soon", "-1", "٣"])
def test_nonsense_for_the_repeated_day_is_passed_over(monkeypatch: pytest.MonkeyPatch, nonsense: str):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
    assert abs((today_in_london() - datetime.now(UTC).date()).days) <= 1


@pytest.mark.parametrize("digits", [12, 17, 400, 5000])
def test_a_repeated_day_beyond_the_calendar_ends_with_2(monkeypatch: pytest.MonkeyPatch, digits: int):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * digits)
    result = CliRunner().invoke(day)
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in result.output


def test_a_computer_without_time_zones_still_has_a_day(monkeypatch: pytest.MonkeyPatch):
    def no_zones(_: str) -> None:
        raise options.ZoneInfoNotFoundError

    monkeypatch.setattr(options, "ZoneInfo", no_zones)
    assert abs((today_in_london() - datetime.now(UTC).date()).days) <= 1


def test_only_the_command_line_asks_the_clock(root: Path):
    asks = ("date.today", "datetime.now", "datetime.today", "utcnow", "time.time()", "localtime", "gmtime()")
    rooms = (path for path in (root / "scripts/rightdoor").rglob("*.py") if path.parent.name != "cli")
    rooms = (path for path in rooms if path.name != "theme_setup.py")  # `mkdocs build` has no command line of ours
    assert [str(path) for path in rooms if any(each in path.read_text() for each in asks)] == []


@pytest.mark.parametrize("typed", ["23/11/2026", "23 November 2026", "2026/11/23"])
def test_a_day_written_in_another_way_is_refused_with_the_day_to_type(typed: str):
    result = CliRunner().invoke(day, ["--today", typed])
    assert result.exit_code == 2
    assert "did you mean 2026-11-23?" in " ".join(result.output.split())
    assert "%" not in result.output


@pytest.mark.parametrize(("typed", "said"), [("yesterday", "type it like this"), ("2026-02-30", "not in the calendar")])
def test_a_day_that_is_none_is_refused_in_plain_words(typed: str, said: str):
    assert said in " ".join(CliRunner().invoke(day, ["--today", typed]).output.split())
