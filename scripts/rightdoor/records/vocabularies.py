"""The grammar of the directory, read once: the vocabularies and what may be asked of a person."""

from pathlib import Path
from typing import Any

import yaml

from rightdoor.model.grammar import Criterion, Grammar
from rightdoor.model.vocabulary import Term, Vocabulary

_KNOWN = frozenset({"code", "label", "description", "synonyms", "within", "maps_to", "discreet", "address"})
_SAID = ("outcomes", "flags", "sentences", "phrases", "refusals", "journeys")


def load_grammar(schema_folder: Path) -> Grammar:
    """Everything under `schema/` that code reads. These are our own files: a fault in one raises at once."""
    vocabularies = [_vocabulary(file) for file in sorted((schema_folder / "vocabularies").glob("*.yaml"))]
    asked = _read(schema_folder / "criteria.yaml") if (schema_folder / "criteria.yaml").exists() else {}
    return Grammar(
        vocabularies={each.name: each for each in vocabularies},
        criteria={each["code"]: _criterion(each) for each in asked.get("criteria", ())},
        **{part: asked.get(part, {}) for part in _SAID},
    )


def term_of(raw: dict[str, Any]) -> Term:
    """A term as its file writes it; what only this vocabulary says is kept in `more`."""
    return Term(
        code=raw["code"],
        label=raw["label"],
        description=raw.get("description", ""),
        synonyms=tuple(raw.get("synonyms", ())),
        within=tuple(raw.get("within", ())),
        maps_to=raw.get("maps_to", {}),
        discreet=raw.get("discreet", False),
        address=raw.get("address"),
        more={name: value for name, value in raw.items() if name not in _KNOWN},
    )


def _vocabulary(file: Path) -> Vocabulary:
    raw = _read(file)
    terms = (term_of(each) for each in raw["terms"])
    return Vocabulary(raw["name"], {each.code: each for each in terms})


def _criterion(raw: dict[str, Any]) -> Criterion:
    return Criterion(raw["code"], raw["question"], raw["answer"], raw["operator"], raw["wording"])


def _read(file: Path) -> Any:
    return yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
