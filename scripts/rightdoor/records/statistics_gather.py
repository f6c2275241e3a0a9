"""Of the rows of published files those figures that are kept, and for every other row why it is left out.

Kept are the measures of the vocabulary talking_therapies: of England, of the providers and places whose codes records
of the directory have, and of every provider within such a place. A star or an empty cell is a figure that is withheld;
it is never zero.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rightdoor.model.directory import Directory
from rightdoor.model.vocabulary import Term
from rightdoor.records.statistics_layouts import Row, Unfit
from rightdoor.records.statistics_rows import Reading

HUBS = frozenset({"13Q"})
"""Codes among the sub-ICBs that stand for a national hub, which is no place."""
MOST_SERIES = 2_000
NAMED = 12
"""So many codes or names of what is left out are named."""
WITHHELD = None
"""A figure that was published as a star or left empty."""
Figure = int | float | None
_STARS = frozenset({"", "*"})
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?\Z")
_MEASURE = re.compile(r"M[0-9]{3,4}\Z")
_CODE = re.compile(r"[A-Z0-9]{3,8}\Z")
_KINDS = {"count": "count", "percentage": "percentage", "mean": "days", "median": "days"}
_SPANS = (1, 3)


@dataclass(slots=True)
class LeftOut:
    """Rows left out for one reason: how many, the line of the first, and what they were about."""

    rows: int = 0
    line: int = 0
    named: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Found:
    """What is kept of a provider, a place or both: figures by period and measure, and the latest names."""

    provider: str
    area: str
    names: tuple[str, str] = ("", "")
    named_in: str = ""
    figures: dict[tuple[str, str], dict[str, Figure]] = field(default_factory=dict)


@dataclass(slots=True)
class Gathered:
    """What one file holds: by provider and place what is kept, and by reason what is not."""

    reading: Reading
    found: dict[tuple[str, str], Found] = field(default_factory=dict)
    left_out: dict[str, LeftOut] = field(default_factory=dict)
    lines: dict[tuple[str, str, str, str, str], int] = field(default_factory=dict)

    @property
    def kept(self) -> tuple[int, int]:
        """How many figures are kept, and how many are kept as withheld."""
        figures = [each for found in self.found.values() for row in found.figures.values() for each in row.values()]
        return sum(each is not WITHHELD for each in figures), sum(each is WITHHELD for each in figures)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is kept: measures by code, and the NHS codes of the directory's organizations and areas."""

    measures: Mapping[str, Term]
    providers: frozenset[str]
    areas: frozenset[str]


def wanted(directory: Directory) -> Wanted:
    """What this directory keeps."""
    return Wanted(
        measures=directory.grammar["talking_therapies"].terms,
        providers=_codes(each.identifiers for each in directory.organizations.values()),
        areas=_codes(each.codes for each in directory.areas.values()) - HUBS,
    )


def gather(reading: Reading, want: Wanted, today: date) -> Gathered:
    """What a file holds."""
    gathered = Gathered(reading)
    for line, row in reading:
        why = _why_not(row, want)
        try:
            if why:
                _leave_out(gathered, line, *why)
            else:
                _keep(gathered, line, row, want.measures[row.measure.lower()], today)
        except Unfit as fault:
            reading.refuse(fault)
    return gathered


def _codes(mappings: Iterable[Mapping[str, str]]) -> frozenset[str]:
    return frozenset(each["ods"].upper() for each in mappings if each.get("ods"))


def _why_not(row: Row, want: Wanted) -> tuple[str, str] | None:
    """Why a row is left out and what it is about; None where it is kept."""
    term = want.measures.get(row.measure.lower())
    if row.breakdown:
        return "parts of a total, by", row.breakdown
    if row.strange:
        return "not kept, being", row.strange
    if not _MEASURE.match(row.measure):
        return "measures of which nothing is known:", row.measure[:40] or "an empty cell"
    if term is None:
        return "measures that are not kept", ""
    if not _same_kind(row, term):
        return f"{row.measure}, which is a {term.more['measured']} and here is called", row.measure_name[:60]
    if row.area in HUBS:
        return "of a national hub, which is no place:", row.area
    if not _is_wanted(row, want):
        return "of NHS codes that no organization or area here has:", row.area or row.provider
    if _months(row) not in _SPANS:
        return "of a period that is neither a month nor a quarter:", f"{row.first} to {row.last}"
    return None


def _is_wanted(row: Row, want: Wanted) -> bool:
    """Whether a record here has the code of the place, or of the provider where the figure is of all places."""
    if row.area:
        return row.area in want.areas
    return not row.provider or row.provider in want.providers


def _same_kind(row: Row, term: Term) -> bool:
    """Whether the name of a measure, where it begins as all do, is that of such a figure."""
    kind = _KINDS.get(row.measure_name.partition("_")[0].casefold())
    return kind is None or kind == term.more["measured"]


def _months(row: Row) -> int:
    years, months = (int(a) - int(b) for a, b in zip(row.last.split("-"), row.first.split("-"), strict=True))
    return years * 12 + months + 1


def _leave_out(gathered: Gathered, line: int, why: str, about: str) -> None:
    left = gathered.left_out.setdefault(why, LeftOut(line=line))
    left.rows += 1
    if about and len(left.named) <= NAMED:
        left.named.setdefault(about)


def _keep(gathered: Gathered, line: int, row: Row, term: Term, today: date) -> None:
    """Keep a figure; Unfit where it cannot be one, or the same file says another."""
    if row.ends > today:
        raise Unfit(f"The period ends on {row.ends}, which has not come yet.")
    if not all(_CODE.match(each) for each in (row.provider, row.area) if each):
        raise Unfit("The code of the provider or place is not one of the NHS.")
    figure, key, period = _figure(row, term), (row.provider, row.area), (row.first, row.last)
    found = gathered.found.setdefault(key, Found(*key))
    if len(gathered.found) > MOST_SERIES:
        raise Unfit(f"The file names more than {MOST_SERIES:,} providers and places.")
    figures = found.figures.setdefault(period, {})
    first = gathered.lines.setdefault((*key, *period, term.code), line)
    if first != line and figures[term.code] != figure:
        raise Unfit(f"This line gives another {row.measure} than line {first}, of the same provider, place and period.")
    figures[term.code] = figure
    if row.last >= found.named_in:
        found.names, found.named_in = (_name(row.provider_name), _name(row.area_name)), row.last


def _figure(row: Row, term: Term) -> Figure:
    if row.value in _STARS:
        return WITHHELD
    kind = term.more["measured"]
    if not _NUMBER.match(row.value):
        tip = "A figure is a number such as 1685 or 37.6, or a star."
        raise Unfit(f"The value of {row.measure} is “{row.value[:40]}”, which is not a figure.", tip)
    number = float(row.value)
    if kind == "count" and not number.is_integer():
        raise Unfit(f"The value of {row.measure} is {row.value}, and it counts referrals.")
    most = {"percentage": 100, "days": 3660}.get(kind, 10_000_000)
    if number > most:
        raise Unfit(f"The value of {row.measure} is {row.value}; the most it can be is {most:,}.")
    return int(number) if number.is_integer() else number


def _name(text: str) -> str:
    """A name as a record may hold it."""
    return " ".join("".join(each for each in text if each.isprintable()).split())[:200].strip()
