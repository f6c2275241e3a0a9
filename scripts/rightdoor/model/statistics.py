"""Figures of NHS Talking Therapies as NHS England publishes them, for one provider, one place, or both.

A provider's counts are rounded to 5, so parts never add up to a whole, and nothing here is ever added or divided. A
figure that was not published because it is small is known to be withheld; it is never zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Period:
    """What was published of the months from `first` to `last` (2026-04), both included; mostly one month, or a quarter.

    `values` has figures by measure (m001, as in the vocabulary talking_therapies). `suppressed` are the measures that
    were published as a star or left empty: below 5, or withheld. A measure in neither was not published, or not read.
    """

    first: str
    last: str
    values: Mapping[str, int | float] = field(default_factory=dict)
    suppressed: tuple[str, ...] = ()

    @property
    def is_month(self) -> bool:
        """Whether this is one month; a quarter's figures are those of no month."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of a provider, of a sub-ICB or ICB, of a provider within one (both codes), or of England (neither).

    `provider` and `area` are codes of the NHS (ODS), "" for all. The names are those of the publication. `periods`
    stand in the order of their first month; of two that begin together the shorter comes first.
    """

    id: str
    file: str
    source: str
    provider: str = ""
    provider_name: str = ""
    area: str = ""
    area_name: str = ""
    periods: tuple[Period, ...] = ()

    @property
    def months(self) -> tuple[Period, ...]:
        """The periods that are single months, oldest first."""
        return tuple(each for each in self.periods if each.is_month)


def id_of(provider: str, area: str) -> str:
    """The id of a series, which is the name of its file: 11j-rdy, rdy, 11j, or england."""
    return "-".join(each.lower() for each in (area, provider) if each) or "england"
