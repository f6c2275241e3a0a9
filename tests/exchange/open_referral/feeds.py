"""Feeds of Open Referral made by hand, and what is read of them."""

import json
from datetime import date
from typing import Any

from rightdoor.exchange.open_referral.facts import Knowing
from rightdoor.exchange.open_referral.reading import Limits, read_feed
from rightdoor.model.draft import Delivery
from rightdoor.records.judge import grammar

START = "https://example.org/api"
TODAY = date(2026, 11, 23)
KNOWING = Knowing(grammar()["languages"], grammar()["access"], TODAY)
WHO = {"id": "o1", "name": "Vale Helpers", "description": "Helpers."}


def service(id: str = "s1", **fields: Any) -> dict[str, Any]:
    return {"id": id, "name": "Vale Group", "status": "active", "organization": WHO, "phones": [], **fields}


def envelope(*items: Any, page: int = 1, pages: int = 1, total: int | None = None) -> dict[str, Any]:
    known = {"total_items": len(items) if total is None else total, "total_pages": pages, "page_number": page}
    return {**known, "contents": list(items)}


def read(pages: dict[str, Any], limits: Limits | None = None) -> Delivery:
    """What is read of addresses below the start; a value is sent as JSON, bytes as they are."""

    def get(address: str) -> bytes:
        said = pages.get(address.removeprefix(START))
        if said is None:
            raise OSError("it answers with the status 404.")
        return said if isinstance(said, bytes) else json.dumps(said).encode()

    return read_feed(get, START, limits, KNOWING)


def one(**fields: Any) -> Any:
    """The draft of a service with these fields."""
    return next(each for each in read({"": envelope(service(**fields))}).drafts if each.kind == "service")
