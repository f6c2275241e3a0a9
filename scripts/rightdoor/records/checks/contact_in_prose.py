"""A telephone number or an email address stands in the middle of a sentence.

Short numbers that everybody knows, such as 999, 111 and 116 123, may stand anywhere.

Why this matters: numbers in `contact` and in the routes of `referral` are compared, checked and dated. One inside a
sentence is forgotten when the number changes, and somebody rings the old one.

What to type: the number or address in `contact`, or in the route it belongs to, and the sentence without it.

    contact: {phone: "01632 960 110", phone_note: then ask for the duty worker}
"""

from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem
from rightdoor.records.checks.personal_contact import looks_personal
from rightdoor.records.checks.phone_numbers import is_mobile
from rightdoor.records.checks.sentences import emails_in, numbers_in, sentences

CODE = "contact-in-prose"
LEVEL = Level.WARNING
TIP = "Put it in contact or in a route of referral, where it is kept up to date, and leave it out here."


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Numbers and addresses in sentences, but for a person's own, which are errors of personal-contact."""
    for path, text in sentences(record):
        found = [f"number {each}" for each in numbers_in(text) if not is_mobile(each)]
        found += [f"address {each}" for each in emails_in(text) if not looks_personal(each, record)]
        for each in found:
            yield problem(record, path, CODE, LEVEL, f"The {each} stands in the middle of a sentence.", TIP)
