"""The address of a discreet service gives away what it is about.

The id of a service becomes the address of its page. This service is about domestic abuse, honour-based abuse or sexual
violence, and its id (or a former id) holds a word that says so.

Why this matters: addresses stay in the browser's history, on a shared screen and in a printed footer, where the person
who must not know may read them.

What to type: rename the file to the service's proper name or to a neutral word, and never list the old id in `aliases`.

    northvale-haven.yaml
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import OncePerGrammar, Path, Record, problem

CODE = "discreet-address"
LEVEL = Level.ERROR
_ALWAYS = """
abuse abused abuser assault domestic dv honour idva incest isva rape rapes raped refuge sarc sexual sexually
trafficking violence violent
"""
ALWAYS = frozenset(_ALWAYS.split())
_WORDS = re.compile(r"[a-z0-9]+")


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Ids and former ids of discreet services that hold a revealing word."""
    if record.kind == "service" and is_discreet(record.data, grammar):
        words = revealing_words(grammar)
        for path, each in _addresses(record):
            if found := sorted(words.intersection(_WORDS.findall(each))):
                message = f"The id {each} of a discreet service holds the word “{found[0]}”."
                tip = "Rename the file, for example to the service's proper name."
                if path != ("name",):
                    tip = "Delete this former id; its old address must not lead here."
                yield problem(record, path, CODE, LEVEL, message, tip)


def is_discreet(data: Mapping[str, Any], grammar: Grammar) -> bool:
    """Whether any need of a service, or its type, is a discreet one."""
    terms = [grammar["needs"].terms.get(each) for each in data.get("needs", ())]
    terms.append(grammar["service_types"].terms.get(str(data.get("type"))))
    return any(each is not None and each.discreet for each in terms)


@OncePerGrammar
def revealing_words(grammar: Grammar) -> frozenset[str]:
    """The words that give a discreet service away: a fixed list, and what the vocabularies add as `revealing`."""
    added = (
        word
        for name in ("needs", "service_types")
        for term in grammar[name]
        if term.discreet
        for word in term.more.get("revealing", ())
    )
    return ALWAYS.union(added)


def _addresses(record: Record) -> Iterator[tuple[Path, str]]:
    yield ("name",), record.id
    for index, each in enumerate(record.data.get("aliases", ())):
        yield ("aliases", index), each
