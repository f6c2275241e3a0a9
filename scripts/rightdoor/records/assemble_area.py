"""Makes an `Area`, and a `Vignette`, of the plain data of a record that the grammar has accepted."""

from datetime import date
from pathlib import PurePosixPath
from typing import Any

from rightdoor.matching.answers import answers_from
from rightdoor.model.answers import Expectation, Vignette
from rightdoor.model.area import AgeBand, Area, KnownGap, Population, Practice
from rightdoor.model.boundary import Boundary, Tile
from rightdoor.model.criteria import AgeLimit
from rightdoor.model.measure import months_of, words_for_age
from rightdoor.records.assemble_criteria import Data, as_tuple
from rightdoor.records.assemble_service import day


def area_of(file: str, data: Data) -> Area:
    """The area of a file; whether it is fictional is its own word only, areas around it are not looked at."""
    return Area(
        id=PurePosixPath(file).stem,
        file=file,
        name=data["name"],
        kind=data["kind"],
        within=data.get("within"),
        codes={name: str(code) for name, code in data.get("codes", {}).items()},
        postcode_districts=as_tuple(data.get("postcode_districts")),
        practices=tuple(Practice(**each) for each in data.get("practices", ())),
        population=_population(data.get("population")),
        front_door=data.get("front_door"),
        crisis_routes=as_tuple(data.get("crisis_routes")),
        crisis_note=data.get("crisis_note"),
        known_gaps=tuple(map(_known_gap, data.get("known_gaps", ()))),
        contact=data.get("contact", {}),
        fictional=data.get("fictional", False),
        story_date=day(data.get("story_date")),
        boundary=Boundary(**data["boundary"]) if "boundary" in data else None,
        tile=Tile(**data["tile"]) if "tile" in data else None,
    )


def vignette_of(file: str, data: Data) -> Vignette:
    """The vignette of a file."""
    expect = data["expect"]
    return Vignette(
        id=PurePosixPath(file).stem,
        file=file,
        name=data["name"],
        answers=answers_from(data["answers"]),
        never_fits=_expectation(expect.get("never_fits")),
        at_least_one=_expectation(expect.get("at_least_one")),
        at_least_one_open_to=_expectation(expect.get("at_least_one_open_to")),
        refers_to=as_tuple(expect.get("refers_to")),
    )


def words_for_ages(data: Data) -> str | None:
    """The ages of a known gap in words: "aged 16 to 17" for {from: 16y, under: 18y}."""
    youngest = months_of(data["from"]) if "from" in data else None
    limit = months_of(data["under"]) if "under" in data else None
    if youngest is None:
        return None if limit is None else f"aged under {words_for_age(limit)}"
    if limit is None:
        return f"aged {words_for_age(youngest)} {'or' if youngest % 12 else 'and'} over"
    if youngest % 12 or limit % 12:
        return f"aged {words_for_age(youngest)} or over, and under {words_for_age(limit)}"
    first, last = youngest // 12, limit // 12 - 1
    return f"aged {first}" if first == last else f"aged {first} to {last}"


def _population(data: Data | None) -> Population | None:
    if data is None:
        return None
    bands = tuple(AgeBand(each["from"], each.get("to"), each["people"]) for each in data["bands"])
    return Population(data["source"], data["year"], bands)


def _known_gap(data: Data) -> KnownGap:
    checked, ages = date.fromisoformat(data["checked"]), data.get("ages", {})
    edges = {name: months_of(ages[name]) if name in ages else None for name in ("from", "under")}
    limit = AgeLimit(edges["from"], edges["under"]) if ages else None
    return KnownGap(data["need"], checked, words_for_ages(ages), data.get("severity"), data.get("note"), limit)


def _expectation(data: Any) -> Expectation | None:
    return None if data is None else Expectation(as_tuple(data.get("types")), as_tuple(data.get("services")))
