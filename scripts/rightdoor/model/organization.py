"""An organization: who runs or pays for services."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Organization:
    """Who runs services. `identifiers` maps ods, charity or company to the registered number."""

    id: str
    file: str
    name: str
    kind: str
    also_known_as: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    website: str | None = None
    description: str | None = None
    commissioned_by: tuple[str, ...] = ()
    contract_ends: date | None = None
    fictional: bool = False
