"""An email address cannot be written to.

The address has no @, or its ending is not the name of a mail domain.

Why this matters: a referral or a plea for help sent there comes back, or is lost without a word.

What to type: the address as the service prints it, with nothing before or after it.

    contact:
      email: referrals@example.org
"""

import re
from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem
from rightdoor.records.grammar_forms import as_email

CODE = "email-not-valid"
LEVEL = Level.ERROR
_ADDRESS = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}\Z"
)


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Addresses that are none."""
    for path, email in record.texts("email"):
        if not _ADDRESS.match(email) or ".." in email:
            message = f"The text {email} is not an email address."
            yield problem(record, path, CODE, LEVEL, message, tip(email))


def tip(email: str) -> str:
    """What to type: the address that was meant, if it can be guessed."""
    meant = as_email(email)
    return f"Type: {meant}" if _ADDRESS.match(meant) else "Type it as in referrals@example.org"
