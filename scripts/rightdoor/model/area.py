"""An area: a nation, region, integrated care board, council or place, and what is known of its people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rightdoor.model.boundary import Boundary, Tile
from rightdoor.model.criteria import AgeLimit


@dataclass(frozen=True, slots=True)
class Practice:
    """A GP practice of the area."""

    name: str
    ods_code: str | None = None
    postcode: str | None = None


@dataclass(frozen=True, slots=True)
class AgeBand:
    """How many people there are of these ages in whole years, both ends included; `oldest` None means no upper end."""

    youngest: int
    oldest: int | None
    people: int


@dataclass(frozen=True, slots=True)
class Population:
    """People of the area by age, with the source and the year."""

    source: str
    year: int
    bands: tuple[AgeBand, ...]


@dataclass(frozen=True, slots=True)
class KnownGap:
    """Something somebody looked for and did not find: the need, and the ages and severity where stated.

    `age` are the ages in words; `limit` has them in months.
    """

    need: str
    checked: date
    age: str | None = None
    severity: str | None = None
    note: str | None = None
    limit: AgeLimit | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A place that services serve. `story_date` is the day a fictional area is told on: its dates never age."""

    id: str
    file: str
    name: str
    kind: str
    within: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    postcode_districts: tuple[str, ...] = ()
    practices: tuple[Practice, ...] = ()
    population: Population | None = None
    front_door: str | None = None
    crisis_routes: tuple[str, ...] = ()
    crisis_note: str | None = None
    known_gaps: tuple[KnownGap, ...] = ()
    contact: Mapping[str, str] = field(default_factory=dict)
    fictional: bool = False
    story_date: date | None = None
    boundary: Boundary | None = None
    tile: Tile | None = None
