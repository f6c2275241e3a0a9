"""A made-up vale in England with the services that a test names, each checked yesterday unless it says otherwise."""

from dataclasses import replace
from datetime import date

from rightdoor.model.area import Area
from rightdoor.model.criteria import AreaLimit, Criteria
from rightdoor.model.directory import Directory
from rightdoor.model.organization import Organization
from rightdoor.model.service import Check, Checked, Service, Wait
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)
LONG_AGO = date(2024, 11, 22)
GRAMMAR = load_grammar(schema_folder())
HERE = AreaLimit("gp-practice", ("vale",))
CONFIRMED = Checked(Check("provider-phone", YESTERDAY))
OLD = Checked(Check("provider-phone", LONG_AGO))
AREAS = {
    "england": Area("england", "england.yaml", "England", "nation", crisis_routes=("nhs-line",)),
    "scotland": Area("scotland", "scotland.yaml", "Scotland", "nation"),
    "vale": Area("vale", "vale.yaml", "Vale", "local-authority", within="england"),
}


def service(id: str, type: str = "cmht", **fields: object) -> Service:
    """A running service of the vale."""
    made = Service(id, f"{id}.yaml", id.title(), "trust", type, "active", "S", "vale", intake="open", checked=CONFIRMED)
    return replace(made, **{"criteria": Criteria(area=HERE), "delivery": ("in-person",), **fields})  # type: ignore[arg-type]


def directory(*services: Service, **parts: object) -> Directory:
    """The vale with these services; `parts` are fields of the directory that differ."""
    trust = Organization("trust", "trust.yaml", "Trust", "nhs")
    made = Directory(GRAMMAR, {each.id: each for each in services}, {"trust": trust}, AREAS)
    return replace(made, **parts)  # type: ignore[arg-type]


def wait(start: str, end: str, weeks: int, as_of: date = YESTERDAY) -> Wait:
    """A wait that was true yesterday."""
    return Wait(start, end, weeks, as_of)
