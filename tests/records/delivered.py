"""Deliveries made by hand, for tests of what becomes of them."""

from typing import Any

from rightdoor.model.draft import Delivery, Draft

HELPERS = Draft("organization", "o1", "organization 1", {"name": "Vale Helpers", "kind": "charity"})


def service(number: int, **fields: Any) -> Draft:
    """A service of the helpers; a field that is None is not in it."""
    data = {
        "name": f"Vale Group {number}",
        "status": "active",
        "summary": "A group for people who feel low.",
        "contact": {"phone": f"01632 960 {number:03}"},
        **fields,
    }
    given = {name: value for name, value in data.items() if value is not None}
    return Draft("service", f"s{number}", f"item {number}", given, "o1", f"https://example.org/services/{number}")


def delivery(*services: Draft, **about: Any) -> Delivery:
    """These services and the organization that runs them."""
    return Delivery((HELPERS, *services), **about)
