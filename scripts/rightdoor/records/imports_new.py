"""What follows for an imported entry from its source alone: its area, where it was read, and what every entry needs."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from rightdoor.model.draft import Draft
from rightdoor.records.imports_record import Origin

_LONGEST_SUMMARY = 160
_COVERED = {
    "contact": "contact",
    "hours": "hours",
    "criteria": "criteria",
    "referral": "referral",
    "waits": "waits",
}


def settled(draft: Draft, origin: Origin) -> dict[str, Any]:
    """The data of a draft with the fields that every entry has; what the source does not say stays unknown."""
    data: dict[str, Any] = deepcopy(dict(draft.data))
    data.setdefault("name", "")
    for name in ("checked", "evidence"):
        if name == "checked" or not isinstance(data.get(name), list):
            data.pop(name, None)
    if draft.kind != "service":
        return data
    data.setdefault("type", "support-service")
    data.setdefault("status", "active")
    data.setdefault("summary", _summary(data))
    if origin.basis and "area" not in data.get("criteria", {}):
        area = {"basis": origin.basis, "areas": [origin.area]}
        data["criteria"] = {**data.get("criteria", {}), "area": area}
    return data


def evidence_with(data: Mapping[str, Any], draft: Draft, today: date) -> dict[str, Any]:
    """The sources of an entry with the page of the other directory, seen today; {} where it gives none."""
    if not draft.address or not _is_for_people(draft.address):
        return {}
    rows = [each for each in data.get("evidence", ()) if each.get("url") != draft.address]
    covers = [group for name, group in _COVERED.items() if name in data]
    row = {
        "covers": [*covers, "other"],
        "url": draft.address,
        "title": "Entry in another directory",
        "seen": today.isoformat(),
    }
    return {"evidence": [*rows, row]}


def _is_for_people(address: str) -> bool:
    """Whether readers of a page can open it: on the web, at a host with a name, at the usual port."""
    try:
        url = urlsplit(address)
        host, port = url.hostname or "", url.port
    except ValueError:
        return False
    return url.scheme in ("https", "http") and port is None and "." in host and host.rpartition(".")[2].isalpha()


def _summary(data: Mapping[str, Any]) -> str:
    """The first sentence of the description, cut at a word; the name where there is none."""
    whole = " ".join(str(data.get("description", "")).split())
    first = whole.split(". ")[0].rstrip(".")
    if not first:
        return str(data["name"])
    if len(first) < _LONGEST_SUMMARY:
        return f"{first}."
    return first[: _LONGEST_SUMMARY - 1].rsplit(" ", 1)[0] + "…"
