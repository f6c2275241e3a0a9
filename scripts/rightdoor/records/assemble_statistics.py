"""Makes series of published figures of plain data that the grammar has accepted."""

from pathlib import PurePosixPath

from rightdoor.model.statistics import Period, Series
from rightdoor.records.assemble_criteria import Data, as_tuple

_ABOUT = frozenset({"from", "to", "suppressed"})


def series_of(file: str, data: Data) -> Series:
    """A file of figures."""
    about = {name: value for name, value in data.items() if name != "periods"}
    return Series(PurePosixPath(file).stem, file, periods=tuple(map(period_of, data["periods"])), **about)


def period_of(row: Data) -> Period:
    """A row of it."""
    values = {name: value for name, value in row.items() if name not in _ABOUT}
    return Period(row["from"], row["to"], values, as_tuple(row.get("suppressed")))
