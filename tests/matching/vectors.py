"""The vectors of `tests/conformance/` as values of the model; `words.yaml` there says what a vector may leave out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rightdoor.matching.answers import answers_from
from rightdoor.model.answers import Answers
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.vocabulary import Vocabulary
from rightdoor.records.assemble import assemble
from rightdoor.records.read import read_source
from rightdoor.records.vocabularies import term_of

FOLDER = Path(__file__).resolve().parent.parent / "conformance"
BASIC = {"name": "", "organization": "trust", "type": "team", "status": "active", "summary": "A service."}


def read(file: Path) -> dict[str, Any]:
    """A file of vectors, read as records are: `yes` and dates stay text."""
    return read_source(file.read_bytes(), file.name).data


WORDS = read(FOLDER / "words.yaml")
TODAY = date.fromisoformat(WORDS["today"])
GRAMMAR = Grammar(
    {
        name: Vocabulary(name, {term["code"]: term_of({"label": term["code"], **term}) for term in terms})
        for name, terms in WORDS["vocabularies"].items()
    }
)


@dataclass(frozen=True)
class Vector:
    """One sentence of what matching means, with the directory and the answers it is about."""

    name: str
    directory: Directory
    answers: Answers
    expect: Mapping[str, Any]


def vectors() -> Iterator[Vector]:
    """Every vector of every file."""
    for file in sorted(FOLDER.glob("*.yaml")):
        if file.name != "words.yaml":
            yield from (_vector(raw) for raw in read(file)["vectors"])


def directory_of(services: Mapping[str, Mapping[str, Any]]) -> Directory:
    """A directory of these services in the areas of `words.yaml`."""
    areas = [(f"directory/areas/{id}.yaml", {"name": id, "kind": "place", **raw}) for id, raw in WORDS["areas"].items()]
    records = [(f"directory/services/{raw.pop('folder')}/{id}.yaml", raw) for id, raw in _services(services)]
    return assemble({"area": areas, "service": records}, GRAMMAR)


def laid_over(given: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The fields given, with a vector's own in their place; `absent` takes one away."""
    return {name: value for name, value in {**given, **own}.items() if value != "absent"}


def _services(services: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for id, raw in services.items():
        criteria = laid_over(WORDS["given"]["criteria"], raw.get("criteria", {}))
        given = {**BASIC, "name": id, "folder": "northvale", "intake": "open"}
        checked = {"checked": {"how": "provider-phone", "on": WORDS["today"]}}
        yield id, laid_over({**given, **checked}, {**raw, "criteria": criteria})


def _vector(raw: Mapping[str, Any]) -> Vector:
    services = raw.get("services") or {"service": {**raw.get("service", {}), "criteria": raw.get("criteria", {})}}
    given = {} if "areas" in raw["answers"] else WORDS["given"]["answers"]
    answers = answers_from(laid_over(given, raw["answers"]))
    return Vector(raw["name"], directory_of(services), answers, raw["expect"])
