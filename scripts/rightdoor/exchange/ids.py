"""The ids of resources: made from the ids of records, so that they are the same in every export and never change."""

from uuid import UUID, uuid5

OURS = UUID("0b5d3a55-6d53-5f0e-9d2b-3f1f8a7c2e10")
"""Where all ids come from; it never changes, or nobody would know a service of ours again."""


def of(kind: str, key: str) -> UUID:
    """The id of a thing: its kind (service, organization, area, location, taxonomy) and what it is called within it."""
    return uuid5(OURS, f"{kind}/{key}")
