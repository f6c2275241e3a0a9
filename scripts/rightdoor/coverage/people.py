"""How many people of some ages live in an area, as far as its own figures say.

They are the people of that age who live there, never the people who have a need: how many have is not known here.
"""

from fractions import Fraction

from rightdoor.coverage.asked import OLDEST
from rightdoor.model.area import AgeBand
from rightdoor.model.directory import Directory
from rightdoor.model.measure import AgeRange


def people_of(directory: Directory, area: str, ages: AgeRange) -> tuple[int, bool] | None:
    """How many people of these ages live in an area, and whether that is about right only.

    A band that lies partly within the ages is taken to be spread evenly over its years, and the number is then rounded
    to two figures. None where the area gives no figures, or none for some of the ages: the figures of an area around it
    are of other people. The oldest band has no end, so a part of it is never worked out: None as well.
    """
    population = directory.areas[area].population if area in directory.areas else None
    if population is None:
        return None
    found, known = Fraction(0), 0
    for band in population.bands:
        low, high = max(band.youngest * 12, ages.youngest), min(_end(band), ages.oldest)
        if low > high:
            continue
        if band.oldest is None and low > band.youngest * 12:
            return None
        found += Fraction(band.people * (high - low + 1), _end(band) - band.youngest * 12 + 1)
        known += high - low + 1
    if known < ages.oldest - ages.youngest + 1:
        return None
    return (int(found), False) if _aligned(population.bands, ages) else (_rounded(int(found)), True)


def _rounded(number: int) -> int:
    """Two figures, and tens at the least."""
    step: int = 10 ** max(1, len(str(number)) - 2)
    return max(step, (number + step // 2) // step * step)


def _end(band: AgeBand) -> int:
    """The last month of age in a band; one without an end ends with the last age that is asked about."""
    return OLDEST if band.oldest is None else band.oldest * 12 + 11


def _aligned(bands: tuple[AgeBand, ...], ages: AgeRange) -> bool:
    """Whether the ages begin and end where bands do."""
    begins = any(each.youngest * 12 == ages.youngest for each in bands)
    return begins and any(_end(each) == ages.oldest for each in bands)
