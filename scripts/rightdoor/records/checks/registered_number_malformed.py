"""A registered number has a form that the register does not use.

The register's own forms are: an NHS organization code (ODS) has 3 to 8 capital letters and digits; a charity number
has 6 to 8 digits, with NIC in front in Northern Ireland and SC in Scotland; a company number has 8 characters, such as
01234567, SC123456 or NI123456; a code of the Office for National Statistics (GSS) is a letter and 8 digits.

Why this matters: other directories and NHS systems recognise an organization by these numbers. A wrong one joins it
with another, or with none.

What to type: the number as the register prints it, as text in quotes so that a leading 0 is kept.

    identifiers: {charity: "1234567", company: "01234567"}
"""

import re
from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "registered-number-malformed"
LEVEL = Level.ERROR
_ODS = (re.compile(r"[A-Z0-9]{3,8}\Z"), "an ODS code", "3 to 8 capital letters and digits, such as RXX or A12345")
FORMS = {
    "ods": _ODS,
    "ods_code": _ODS,
    "charity": (
        re.compile(r"(?:[0-9]{6,8}|NIC[0-9]{6}|SC[0-9]{6})\Z"),
        "a charity number",
        "6 to 8 digits, or NIC or SC and 6 digits",
    ),
    "company": (
        re.compile(r"(?:[0-9]{8}|[A-Z]{2}[0-9]{6}|R[0-9]{7})\Z"),
        "a company number",
        "8 characters, such as 01234567 or SC123456",
    ),
    "gss": (re.compile(r"[EWSNK][0-9]{8}\Z"), "a GSS code", "a letter and 8 digits, such as E54000024"),
}


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Identifiers of organizations, areas and practices in a form their register does not use."""
    for field, (pattern, what, form) in FORMS.items():
        for path, number in record.texts(field):
            if path[0] in ("identifiers", "codes", "practices") and not pattern.match(number):
                message = f"The number {number} is not {what}: it is written as {form}."
                yield problem(record, path, CODE, LEVEL, message, _tip(field, pattern, number))


def _tip(field: str, pattern: re.Pattern[str], number: str) -> str:
    tidy = number.upper().replace(" ", "").replace("-", "")
    for each in (tidy, tidy.zfill(8) if field == "company" else tidy):
        if pattern.match(each):
            return f'If it is the same number, type: "{each}"'
    return "Copy it again from the register."
