"""Everything that is worked out about the coverage of one area, as one value: for its page, its files and commands."""

from dataclasses import dataclass
from datetime import date

from rightdoor.coverage.crisis import Crisis, crisis
from rightdoor.coverage.funnel import Funnel, figures_in
from rightdoor.coverage.gap import Gap
from rightdoor.coverage.gaps import gaps
from rightdoor.coverage.grid import Grid, grid
from rightdoor.coverage.offered import Offered, offered
from rightdoor.coverage.providers import Providers, providers
from rightdoor.coverage.returned import ReturnedInFolder, returned_in_folder
from rightdoor.coverage.standing import AreaStandings, standings
from rightdoor.coverage.use import LONG_WAIT
from rightdoor.coverage.waits import Waits, waits
from rightdoor.model.directory import Directory


@dataclass(frozen=True, slots=True)
class AreaCoverage:
    """What commissioners ask of one area, on the day of its grid. `gaps` are worst first.

    `long_wait` is the number of weeks beyond which a wait closes a door; `returned` is None where nothing may be said
    of refusals. `figures` are what is published of NHS Talking Therapies, the place first.
    """

    grid: Grid
    long_wait: int
    gaps: tuple[Gap, ...]
    waits: Waits
    offered: Offered
    providers: Providers
    standing: AreaStandings
    crisis: Crisis
    figures: tuple[Funnel, ...]
    returned: ReturnedInFolder | None

    @property
    def area(self) -> str:
        """The area's id."""
        return self.grid.area

    @property
    def today(self) -> date:
        """The day it is told on: the story's where the area is made up."""
        return self.grid.today


def area_coverage(directory: Directory, area: str, today: date, long_wait: int = LONG_WAIT) -> AreaCoverage:
    """The coverage of an area; KeyError where there is no such area."""
    asked = grid(directory, area, today, long_wait)
    return AreaCoverage(
        grid=asked,
        long_wait=long_wait,
        gaps=gaps(directory, asked),
        waits=waits(directory, area, today),
        offered=offered(directory, area, today),
        providers=providers(directory, area, today),
        standing=standings(directory, area, today),
        crisis=crisis(directory, area, today),
        figures=figures_in(directory, area),
        returned=returned_in_folder(directory, today).get(area),
    )
