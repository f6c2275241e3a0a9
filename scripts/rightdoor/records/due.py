"""Which facts of which entries are due to be checked again: for the command, and for the issue of each week.

JSON is stable: `{version: 1, today, due: [{service, name, folder, fictional, group, label, standing, on, due_on}]}`.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Freshness, Standing
from rightdoor.model.service import Service
from rightdoor.model.stated import covered, says
from rightdoor.records.report import counted, one_line

WORST_FIRST = (Standing.NOT_CONFIRMED, Standing.OVERDUE, Standing.DUE, Standing.NEVER, Standing.CURRENT)
HEADINGS = {
    Standing.NOT_CONFIRMED: "Not relied on any more",
    Standing.OVERDUE: "Overdue",
    Standing.DUE: "Due now",
    Standing.NEVER: "Never checked",
    Standing.CURRENT: "Due soon",
}
AT_MOST = 200
"""So many entries are in an issue; the page of what needs checking has them all."""


@dataclass(frozen=True, slots=True)
class Due:
    """A group of facts of a service (a code of `fact_groups`), and how it stands."""

    service: Service
    group: str
    label: str
    stands: Freshness

    @property
    def standing(self) -> Standing:
        """The rung of the ladder."""
        return self.stands.standing


def due(directory: Directory, today: date, folder: str = "", within: int = 0) -> tuple[Due, ...]:
    """What is due today or within so many days, in one folder or all: worst first, then longest due, then by name."""
    fields = covered(directory.grammar)
    found = (
        each
        for service in directory.services.values()
        if service.status != "defunct" and folder in ("", service.folder)
        for each in _of(directory, service, fields, today, within)
    )
    return tuple(sorted(found, key=_place))


def _of(
    directory: Directory, service: Service, fields: Mapping[str, tuple[str, ...]], today: date, within: int
) -> Iterable[Due]:
    last = directory.today_for(service, today) + timedelta(days=within)
    crisis = any(service.id in area.crisis_routes for area in directory.areas.values())
    for term in directory.grammar["fact_groups"]:
        if crisis if term.code == "crisis" else says(service, fields[term.code]):
            stands = directory.freshness(service, term.code, today)
            soon = stands.due_on is not None and stands.due_on <= last
            if stands.standing is not Standing.CURRENT or soon:
                yield Due(service, term.code, term.label, stands)


def _place(each: Due) -> tuple[int, date, str, str, str]:
    name = each.service.name.casefold()
    return WORST_FIRST.index(each.standing), each.stands.due_on or date.min, name, each.service.id, each.group


def as_text(found: Sequence[Due], today: date) -> str:
    """A line for each entry and standing, under headings, and the count last."""
    lines = []
    for standing, rows in groupby(found, key=attrgetter("standing")):
        lines += [HEADINGS[standing], *(f"  {_line(service, parts)}" for service, parts in _together(rows)), ""]
    return "\n".join([*lines, f"{counted(len({each.service.id for each in found}), 'service')} to check."])


def as_markdown(found: Sequence[Due], today: date) -> str:
    """The same as boxes to tick, for an issue; empty where nothing is due. No name can be markup or call anybody."""
    lines: list[str] = []
    left = AT_MOST
    for standing, rows in groupby(found, key=attrgetter("standing")):
        together = list(_together(rows))
        shown = together[:left]
        left -= len(shown)
        if shown:
            lines += [f"### {HEADINGS[standing]}", "", *(_box(*each) for each in shown), ""]
        if len(together) > len(shown):
            lines += [f"And {len(together) - len(shown):,} more ({HEADINGS[standing].lower()}).", ""]
    if not lines:
        return ""
    how = "Ask the service, then: `rightdoor confirm ID --how provider-phone` (or correct the entry)."
    return "\n".join((f"What needs checking on {today}.", "", *lines, how))


def as_json(found: Sequence[Due], today: date) -> str:
    """The stable shape that the module's docstring describes."""
    rows = [
        {
            "service": each.service.id,
            "name": each.service.name,
            "folder": each.service.folder,
            "fictional": each.service.fictional,
            "group": each.group,
            "label": each.label,
            "standing": each.standing.value,
            "on": each.stands.on.isoformat() if each.stands.on else None,
            "due_on": each.stands.due_on.isoformat() if each.stands.due_on else None,
        }
        for each in found
    ]
    return json.dumps({"version": 1, "today": today.isoformat(), "due": rows}, indent=2, allow_nan=False)


FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


def _together(rows: Iterable[Due]) -> Iterable[tuple[Service, list[Due]]]:
    """The facts of one service that stand alike, in one."""
    found: dict[str, tuple[Service, list[Due]]] = {}
    for each in rows:
        found.setdefault(each.service.id, (each.service, []))[1].append(each)
    return found.values()


def _line(service: Service, parts: Sequence[Due]) -> str:
    made_up = " (fictional)" if service.fictional else ""
    return f"{service.id}  {one_line(service.name)}{made_up}: {_facts(parts)}"


def _facts(parts: Sequence[Due]) -> str:
    since = parts[0].stands.due_on
    return ", ".join(each.label.lower() for each in parts) + (f" (due {since})" if since else "")


def _box(service: Service, parts: Sequence[Due]) -> str:
    made_up = " (fictional)" if service.fictional else ""
    return f"- [ ] `{service.id}` {_plain(service.name)}{made_up}: {_facts(parts)}"


def _plain(text: str) -> str:
    """A text in which no sign means anything to Markdown; @ and # are spelled so that nobody is called."""
    return re.sub(r"[\\`*_{}\[\]()#+!|<>&@~$:-]", lambda sign: f"&#{ord(sign[0])};", one_line(text))
