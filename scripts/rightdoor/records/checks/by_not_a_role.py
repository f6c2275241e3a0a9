"""The person who checked is named, or is not called by a role.

`by` says in which role somebody checked: volunteer, practice manager, link worker, the provider itself. A name, an
address or initials do not belong there. An unknown role is a warning; what looks like a name is an error.

Why this matters: entries are public and are kept for ever in the history of the files. Nobody who rings a service for
this directory should be found by it. A role also says how far to trust the check, and a name does not.

What to type: the role, in small letters.

    by: volunteer
"""

import re
from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "by-not-a-role"
LEVEL = Level.ERROR
_ROLE_WORDS = """
administrator area assistant caller carer charity clinician commissioner coordinator council counsellor doctor editor
gp icb lead librarian link manager navigator nurse officer organiser patient pharmacist practice practitioner
prescriber provider psychologist receptionist researcher secretary service staff student supervisor team therapist
trust trustee volunteer worker
"""
ROLE_WORDS = frozenset(_ROLE_WORDS.split())
TIP = (
    "Type the role in which somebody asked, such as volunteer, provider, commissioner, link worker or practice manager."
)
_WORDS = re.compile(r"[a-z]+")
_LIKE_A_NAME = re.compile(r"[^a-z ]+\Z|[A-Z][^ ]*(?: [A-Z][^ ]*){0,2}\Z|.*[@0-9]|(?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r)\b")


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Who checked, where that is no role."""
    for path, by in record.texts("by"):
        if looks_like_a_name(by):
            message = f"The check is by “{by}”, which looks like a name and not like a role."
            yield problem(record, path, CODE, LEVEL, message, TIP)
        elif not ROLE_WORDS.intersection(_singular(by)):
            yield problem(record, path, CODE, Level.WARNING, f"The check is by “{by}”, which is no known role.", TIP)


def looks_like_a_name(by: str) -> bool:
    """Whether this is one to three capitalised words, initials, a title or an address; a role may have capitals too."""
    if "@" in by:
        return True
    return _LIKE_A_NAME.match(by) is not None and not ROLE_WORDS.intersection(_singular(by))


def _singular(by: str) -> set[str]:
    return {each for word in _WORDS.findall(by.casefold()) for each in (word, word.removesuffix("s"))}
