"""The rows of a table as a delivery: drafts of services and organizations, with row and column in every place."""

import re
from collections.abc import Iterable
from typing import Any

from rightdoor.exchange.tables.cleaning import one_line, web_address
from rightdoor.exchange.tables.duplicates import combined, duplicates, key_of
from rightdoor.exchange.tables.entry import Entry, entry_of, with_summary
from rightdoor.exchange.tables.mapping import Mapping
from rightdoor.exchange.tables.sheet import Sheet
from rightdoor.model.draft import Delivery, Draft, Refused
from rightdoor.model.grammar import Grammar

_NHS = re.compile(r"(?i)https?://(?:[a-z0-9-]+\.)*nhs\.(?:uk|net|scot|wales)(?:[/:?#]|\Z)")
_CIC = re.compile(r"(?i)\bc\.?i\.?c\.?\)?\Z|\bcommunity interest company\b")


def drafts(sheet: Sheet, mapping: Mapping, grammar: Grammar, area: str = "", *, merge: bool = False) -> Delivery:
    """What a table delivers. With `merge`, rows of one name that contradict one another nowhere are one service.

    `area` is the area that a column of `area-basis` speaks of.
    """
    marker = next((each for each in mapping.columns if each.field == "row-is"), None)
    examples = [row for row in sheet.rows if marker and _is_example(row.cells[sheet.headings.index(marker.heading)])]
    rows = [row for row in sheet.rows if row not in examples]
    entries, refused = [], []
    for row in rows:
        entry = entry_of(sheet, row, mapping, grammar)
        with_summary(entry.data)
        why = _unfit(entry)
        if why:
            refused.append(Refused(f"row {row.number}", one_line(entry.data.get("name", ""))[:120], why))
        else:
            entries.append(entry)
    notes = [*sheet.notes, *(f"Row {row.number} is an example and is not taken in." for row in examples)]
    notes += duplicates(entries)
    notes += _secret(entries, grammar)
    groups = combined(entries) if merge else [[each] for each in entries]
    made = _Made(area)
    for group in groups:
        made.add(group)
    notes += made.notes
    facts = {"format": sheet.form, "rows": str(len(rows))} | ({"sheet": sheet.name} if sheet.name else {})
    return Delivery(tuple(made.drafts()), tuple(refused), tuple(notes), facts, sheet.whole)


def _is_example(text: str) -> bool:
    return text.strip().casefold().startswith("example")


def _unfit(entry: Entry) -> str:
    if "name" not in entry.data:
        return "It has no name."
    return "" if "summary" in entry.data else "Nothing says what the service does."


def _secret(entries: Iterable[Entry], grammar: Grammar) -> list[str]:
    """Rows that speak of abuse and give an address: nobody may publish one that has to be secret."""
    words = [each.label for each in grammar["needs"] if each.discreet] + ["domestic abuse", "refuge", "sexual violence"]
    speaks = re.compile("|".join(rf"\b{re.escape(each)}\b" for each in words), re.IGNORECASE)
    found = []
    for entry in entries:
        told = " ".join(str(entry.data.get(each, "")) for each in ("name", "summary", "description"))
        if speaks.search(told) and any("address" in each for each in entry.data.get("locations", ())):
            row = f"Row {entry.row.number}"
            found.append(f"{row} speaks of abuse and gives an address. Make sure that it may be published.")
    return found


class _Made:
    """Drafts as they come, each organization once."""

    def __init__(self, area: str) -> None:
        self._area = area
        self._services: list[Draft] = []
        self._organizations: dict[str, Draft] = {}
        self._ids: dict[str, int] = {}
        self.notes: list[str] = []

    def drafts(self) -> list[Draft]:
        return [*self._organizations.values(), *self._services]

    def add(self, group: list[Entry]) -> None:
        entry = group[0]
        place = f"row {entry.row.number}" if len(group) == 1 else f"rows {_and(each.row.number for each in group)}"
        data, others = entry.data, entry.others
        organization = self._organization(place, data, others)
        if "area" in data.get("criteria", {}):
            self._area_of(data["criteria"]["area"], place)
            if "areas" not in data["criteria"]["area"]:
                del data["criteria"]["area"]
        id = self._once(others.get("entry-id") or key_of(data["name"]))
        lost = tuple(each for one in group for each in one.lost)
        self._services.append(Draft("service", id, place, _ordered(data), organization, others.get("source"), lost))

    def _area_of(self, area: dict[str, Any], place: str) -> None:
        if area.get("basis") and self._area:
            area["areas"] = [self._area]
        else:
            self.notes.append(f"{place.capitalize()}: what it says of its area is not taken, since no area is named.")

    def _once(self, id: str) -> str:
        """A second row of one reference or name gets a number of its own, in the order of the table."""
        self._ids[id] = self._ids.get(id, 0) + 1
        return id if self._ids[id] == 1 else f"{id} ({self._ids[id]})"

    def _organization(self, place: str, data: dict[str, Any], others: dict[str, Any]) -> str:
        name = others.get("organization") or data["name"]
        id = f"organization: {key_of(name)}"
        if id not in self._organizations:
            own = {} if "organization" in others else {"website": data.get("contact", {}).get("website")}
            about: dict[str, Any] = {"name": name, "kind": _kind(name, data, others), **own}
            numbers = {key: others[key] for key in ("ods", "charity", "company") if key in others}
            about |= {"identifiers": numbers} if numbers else {}
            told = {key: value for key, value in about.items() if value}
            self._organizations[id] = Draft("organization", id, place, told)
        return id


def _kind(name: str, data: dict[str, Any], others: dict[str, Any]) -> str | None:
    """What the name or the address says for certain; otherwise what the table or its mapping says."""
    site = data.get("contact", {}).get("website") or ""
    if web_address(site) and _NHS.match(site) and "organization" not in others:
        return "nhs"
    return "cic" if _CIC.search(name) else others.get("organization-kind")


_ORDER = ("name", "also_known_as", "type", "status", "intake", "summary", "description")


def _ordered(data: dict[str, Any]) -> dict[str, Any]:
    return {key: data[key] for key in (*_ORDER, *data) if key in data}


def _and(numbers: Iterable[int]) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} and {last}"
