"""The grammar of the directory: its vocabularies, its criteria and how long each kind of fact is trusted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rightdoor.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Criterion:
    """Something that may be asked of a person, from `schema/criteria.yaml`.

    `operator` is one of between, at_least, one_of, none_of, is. `wording` maps those of met, not_met, check,
    unknown_service and not_asked that the criterion can come to, each to a sentence with named gaps.
    """

    code: str
    question: str
    answer: str
    operator: str
    wording: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything under `schema/` that code reads: vocabularies by name, criteria by code, and what is said of a match.

    `outcomes` (labels), `flags` and `sentences` (sentences with gaps), `phrases` (the clauses that fill gaps),
    `refusals` and `journeys` (what is said after a refusal, a death, or to a carer) are the other mappings of
    `schema/criteria.yaml`.
    """

    vocabularies: Mapping[str, Vocabulary]
    criteria: Mapping[str, Criterion] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    refusals: Mapping[str, str] = field(default_factory=dict)
    journeys: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Vocabulary:
        return self.vocabularies[name]
