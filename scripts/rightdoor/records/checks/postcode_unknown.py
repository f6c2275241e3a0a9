"""A postcode is not in the list of UK postcodes.

The postcode of a location or a practice has a form no postcode has, or is missing from the Office for National
Statistics' postcode directory (as the library uk-postcodes-parsing holds it). Made-up postcodes such as NV1 1AA, whose
letters no real one begins with, are passed over here; `made-up-detail` allows them in fictional entries only.

Why this matters: the map, the distance and the letter to the patient all go wrong. A very new postcode may be missing
from the list, so this is a warning.

What to type: the postcode as the service's own page shows it, in capitals with one space.

    locations:
      - {name: The Mill, postcode: SW1A 1AA}
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "postcode-unknown"
LEVEL = Level.WARNING
_AREAS = """
AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN
EX FK FY G GIR GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N
NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ
TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
"""
AREAS = frozenset(_AREAS.split())
_FORM = re.compile(r"([A-Z]{1,2})[0-9][A-Z0-9]? [0-9][A-Z]{2}\Z")


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Postcodes with a wrong form, or that the list does not hold."""
    for path, postcode in record.texts("postcode"):
        form = _FORM.match(postcode)
        if not form:
            message = f"The postcode {postcode} does not have the form of a postcode."
            yield problem(record, path, CODE, LEVEL, message, _tip(postcode))
        elif form[1] in AREAS and not is_listed(postcode):
            message = f"The postcode {postcode} is not in the list of UK postcodes."
            yield problem(record, path, CODE, LEVEL, message, "Copy it again from the service's own page.")


def is_formed(postcode: str) -> bool:
    """Whether a postcode has the form of one."""
    return _FORM.match(postcode) is not None


def is_made_up(postcode: str) -> bool:
    """Whether a postcode has the right form but begins with letters no real one begins with."""
    form = _FORM.match(postcode)
    return form is not None and form[1] not in AREAS


@lru_cache(maxsize=65536)
def is_listed(postcode: str) -> bool:
    """Whether the list of the Office for National Statistics holds a postcode of the right form."""
    from uk_postcodes_parsing import is_in_ons_postcode_directory

    return bool(is_in_ons_postcode_directory(postcode))


def _tip(postcode: str) -> str:
    tidy = "".join(postcode.upper().split())
    spaced = f"{tidy[:-3]} {tidy[-3:]}"
    return f"Type: {spaced}" if _FORM.match(spaced) else "Type it as in SW1A 1AA: capitals, one space in the middle."
