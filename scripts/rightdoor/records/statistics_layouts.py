"""The layouts in which NHS England publishes Talking Therapies figures, and a row of any of them as one thing.

Figures are joined by MEASURE_ID: the names of measures changed twice in 2022. A row of a breakdown (by age, by
disability…) is told from a total, and a code that stands for "all" is left out.
"""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

NOTHING = frozenset({"", "null"})
"""How the quarterly layout writes that there is nothing."""
_MONTHLY = {
    "start": "REPORTING_PERIOD_START",
    "end": "REPORTING_PERIOD_END",
    "group": "GROUP_TYPE",
    "area": "ORG_CODE1",
    "area_name": "ORG_NAME1",
    "provider": "ORG_CODE2",
    "provider_name": "ORG_NAME2",
    "measure": "MEASURE_ID",
    "measure_name": "MEASURE_NAME",
    "value": "MEASURE_VALUE_SUPPRESSED",
}
_QUARTERLY = {
    **_MONTHLY,
    "group": "GroupType",
    "icb": "ICB",
    "icb_name": "ICBName",
    "area": "SubICB",
    "area_name": "SubICBName",
    "provider": "Provider",
    "provider_name": "ProviderName",
    "breakdown": "VariableType",
}
_TIDY = {name: column.lower() for name, column in _MONTHLY.items()} | {
    "start": "start_date",
    "end": "end_date",
    "measure_name": "measure_statistic",
    "value": "value",
}
_GROUPS = {
    "England": (),
    "Provider": ("provider",),
    "SubICB": ("area",),
    "SubICB/Provider": ("area", "provider"),
    "ICB": ("icb",),
}
_DAYS = (
    re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})\Z"),
    re.compile(r"(?P<d>[0-9]{2})/(?P<m>[0-9]{2})/(?P<y>[0-9]{4})\Z"),
)


class Unfit(Exception):
    """What is wrong with a row or a file, and what to do, each in a sentence."""

    def __init__(self, said: str, tip: str = "") -> None:
        """Keep both."""
        super().__init__(said)
        self.said, self.tip = said, tip


class Row(NamedTuple):
    """A row of any layout: `first` and `last` are months, `provider` and `area` codes or "" for all.

    `breakdown` is what the figure is a part by ("Disability"), "" for a total. `strange` says why a row cannot be
    placed: a region, a kind of group that is not kept, or codes that do not go with it.
    """

    first: str
    last: str
    ends: date
    provider: str
    provider_name: str
    area: str
    area_name: str
    measure: str
    measure_name: str
    value: str
    breakdown: str
    strange: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout by its columns; `at` is where each part stands in this file."""

    name: str
    columns: Mapping[str, str]
    at: Mapping[str, int] = field(default_factory=dict)

    def row(self, cells: Sequence[str]) -> Row:
        """A row of the file; Unfit where its dates or codes cannot be read."""
        found = {name: _cell(cells[index]) for name, index in self.at.items()}
        start, end = _day(found["start"]), _day(found["end"])
        if start.day != 1 or end.day != monthrange(end.year, end.month)[1] or end < start:
            raise Unfit(f"The period {found['start']} to {found['end']} is not made of whole months.")
        by = found.get("breakdown", "")
        return Row(
            first=f"{start:%Y-%m}",
            last=f"{end:%Y-%m}",
            ends=end,
            **_place(found),
            measure=found["measure"],
            measure_name=found["measure_name"],
            value=found["value"],
            breakdown="" if by in ("", "Total") else by,
        )


def _place(found: Mapping[str, str]) -> dict[str, str]:
    """Whose figure it is, by the group type; and why that cannot be said, where it cannot."""
    group = found["group"]
    codes = {name: _code(found.get(name, "")) for name in ("provider", "area", "icb")}
    named = _GROUPS.get(group)
    strange = ""
    if named is None:
        strange = f"of the group type “{group[:40]}”"
    elif not all(codes[name] for name in named):
        strange = f"of the group type {group} without its code"
    elif any(codes[name] for name in ("provider", "area") if name not in named):
        strange = f"of the group type {group} with a code too many"
    own = named or ()
    place = "icb" if "icb" in own else "area"
    return {
        "provider": codes["provider"] if "provider" in own else "",
        "provider_name": found["provider_name"] if "provider" in own else "",
        "area": codes[place] if place in own else "",
        "area_name": found[f"{place}_name"] if place in own else "",
        "strange": strange,
    }


MONTHLY = Layout("monthly", _MONTHLY)
OLDER = Layout("older monthly", _MONTHLY | {"value": "MEASURE_VALUE"})
QUARTERLY = Layout("quarterly", _QUARTERLY)
TIDY = Layout("tidied monthly", _TIDY)
LAYOUTS = (QUARTERLY, MONTHLY, OLDER, TIDY)


def layout_of(header: Sequence[str]) -> Layout:
    """The layout whose columns this first line has; Unfit with the columns that are missing from the nearest."""
    names = [each.strip() for each in header]
    twice = next((each for each in names if names.count(each) > 1), None)
    if twice:
        raise Unfit(
            f"The column {twice[:40]} stands twice in the first line.", "Take the file as NHS England gives it."
        )
    for layout in LAYOUTS:
        if set(layout.columns.values()) <= set(names):
            at = {part: names.index(column) for part, column in layout.columns.items()}
            return Layout(layout.name, layout.columns, at)
    nearest = max(LAYOUTS, key=lambda each: len(set(each.columns.values()) & set(names)))
    missing = [each for each in nearest.columns.values() if each not in names]
    known = "; ".join(each.name for each in LAYOUTS)
    raise Unfit(
        f"The first line is not that of a layout that is known ({known}). Nearest: {nearest.name}, without "
        f"{', '.join(missing)}.",
        "Take the CSV file of the activity data, the time series or the quarterly data, with its first line.",
    )


def _cell(text: str) -> str:
    """A cell without blanks around it; what is written for nothing is left out."""
    stripped = " ".join(text.split())
    return "" if stripped in NOTHING else stripped


def _code(text: str) -> str:
    """A code, or "" for all and for none."""
    if not text or text.casefold() == "all" or text.startswith("All_"):
        return ""
    return text[:40]


def _day(text: str) -> date:
    """A day as 2026-04-30 or 30/04/2026."""
    for form in _DAYS:
        if found := form.match(text):
            try:
                return date(*(int(found[part]) for part in "ymd"))
            except ValueError:
                break
    raise Unfit(f"The day “{text[:40]}” is not one.", "Days are written 2026-04-30 or 30/04/2026.")
