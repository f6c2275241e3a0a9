"""Brings published figures into `directory/statistics/`: what is new, what another file says otherwise, what to write.

A later figure takes the place of an earlier one, and each such change is said. The same files a second time change
nothing. Nothing is worked out from figures: a whole that was not published is not there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rightdoor.model.statistics import id_of
from rightdoor.records.comments import Comments, comments_of
from rightdoor.records.edits import Edit, EditRefused
from rightdoor.records.opening import open_record
from rightdoor.records.read import MAX_BYTES, Unreadable, read_source
from rightdoor.records.statistics_gather import WITHHELD, Figure, Found, Gathered
from rightdoor.records.walk import FOLDER
from rightdoor.records.write import written

KIND = "statistics"
SOURCE = "NHS England, NHS Talking Therapies statistics (Open Government Licence v3.0)"
BEGINNING = "# Written by rightdoor statistics import: put right by importing again, not by hand.\n"
Periods = dict[tuple[str, str], dict[str, Figure]]


@dataclass(frozen=True, slots=True)
class Revised:
    """A figure that a file says otherwise than what was there: of whom (the id of the series), when, what and how."""

    series: str
    first: str
    last: str
    measure: str
    before: Figure
    after: Figure


@dataclass(slots=True)
class Import:
    """What an import would write, what it revises, and how many figures are new."""

    edits: list[Edit] = field(default_factory=list)
    revised: list[Revised] = field(default_factory=list)
    new: int = 0
    same: int = 0


def brought_in(root: Path, gathered: Iterable[Gathered]) -> Import:
    """What the files bring, one after another; EditRefused where a file of figures here cannot take them."""
    brought = Import()
    all_found: dict[tuple[str, str], list[Found]] = {}
    for each in gathered:
        for key, found in each.found.items():
            all_found.setdefault(key, []).append(found)
    for key, several in sorted(all_found.items()):
        edit = _edit(root, id_of(*key), several, brought)
        if edit.before != edit.after:
            brought.edits.append(edit)
    return brought


def _edit(root: Path, id: str, several: Iterable[Found], brought: Import) -> Edit:
    """The file of one series with what was found of it."""
    file = f"{FOLDER}/{KIND}/{id}.yaml"
    raw, data = _there(root, file)
    periods = _periods(data)
    latest = max((last for _, last in periods), default="")
    for found in several:
        if found.named_in >= latest:
            data, latest = data | _about(found), found.named_in
        for period, figures in found.figures.items():
            for measure, figure in figures.items():
                _take(periods, id, period, measure, figure, brought)
    data["periods"] = [_row(period, periods[period]) for period in sorted(periods)]
    comments = comments_of(raw) if raw else Comments()
    after = (written(data, KIND, comments) if raw else BEGINNING + written(data, KIND)).encode()
    if len(after) > MAX_BYTES:
        raise EditRefused(f"{file} would be too large. Take its oldest periods out first.")
    return Edit(file, raw, after)


def _there(root: Path, file: str) -> tuple[bytes | None, dict[str, Any]]:
    """What the file holds, if there is one; EditRefused where it is broken, or its figures are of another source."""
    if not (root / file).exists() and not (root / file).is_symlink():
        return None, {"source": SOURCE}
    raw, problems = open_record(root, file)
    try:
        if raw is None:
            raise Unreadable(list(problems))
        data = read_source(raw, file).data
        _periods(data)
    except (Unreadable, LookupError, TypeError, AttributeError):
        raise EditRefused(f"{file} has errors. Mend it first; rightdoor check says how.") from None
    if data.get("source") != SOURCE:
        raise EditRefused(
            f"The figures in {file} are of another source, and the two must not be mixed. Delete it first."
        )
    return raw, dict(data)


def _about(found: Found) -> dict[str, str]:
    provider_name, area_name = found.names
    said = {"provider": found.provider, "area": found.area, "provider_name": provider_name, "area_name": area_name}
    return {name: value for name, value in said.items() if value}


def _periods(data: Mapping[str, Any]) -> Periods:
    """The figures of a file by period and measure."""
    periods: Periods = {}
    for row in data.get("periods", ()):
        figures = {name: value for name, value in row.items() if name not in ("from", "to", "suppressed")}
        periods[row["from"], row["to"]] = figures | dict.fromkeys(row.get("suppressed", ()), WITHHELD)
    return periods


def _take(periods: Periods, id: str, period: tuple[str, str], measure: str, figure: Figure, brought: Import) -> None:
    figures = periods.setdefault(period, {})
    if measure not in figures:
        brought.new += 1
    elif figures[measure] == figure:
        brought.same += 1
    else:
        brought.revised.append(Revised(id, *period, measure, figures[measure], figure))
    figures[measure] = figure


def _row(period: tuple[str, str], figures: Mapping[str, Figure]) -> dict[str, Any]:
    """A row of a file, as the grammar has it."""
    row: dict[str, Any] = {"from": period[0], "to": period[1]}
    row |= {name: figures[name] for name in figures if figures[name] is not WITHHELD}
    withheld = sorted(name for name in figures if figures[name] is WITHHELD)
    return row | ({"suppressed": withheld} if withheld else {})
