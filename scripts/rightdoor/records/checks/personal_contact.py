"""An email address or mobile number looks like a person's own.

The part of the address before the @ looks like somebody's name, or a mobile number stands in `phone`, or either stands
in the middle of a sentence. Entries are public, and hold roles, not people. A number for texts (`text`) may be a
mobile's, because text lines often are.

Why this matters: people move on, and then a message from somebody in need is read by nobody, or at home by a former
member of staff. Nobody agreed to have their own address printed here.

What to type: the address or number of the team, as its public page shows it. If the page shows only this one and the
service uses it for everybody, write an exception in `directory/exceptions.yaml` that says so.

    contact:
      email: referrals@example.org
      phone: "01632 960 110"
"""

import re
from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem
from rightdoor.records.checks.phone_numbers import is_mobile
from rightdoor.records.checks.sentences import emails_in, numbers_in, sentences

CODE = "personal-contact"
LEVEL = Level.ERROR
_TEAM_WORDS = """
access admin administration adult adults advice advocacy appointments bereavement booking camhs care carers
centre children clinic club cmht community contact contacts counselling crisis duty emotional enquiries
enquiry families family feedback first front gp group head health hello help helpline hub info information
inquiries intake intouch listening mail mailbox manager mental mind nhs office older online outreach parents
people perinatal place point practice reception recovery referral referrals refer safe secretary self service
services single social spa step support talking team teams therapies therapy triage us veterans volunteer
volunteers wellbeing women womens young youth
"""
TEAM_WORDS = frozenset(_TEAM_WORDS.split())
_FREE_MAIL = """
aol.com btinternet.com btopenworld.com gmail.com googlemail.com hotmail.co.uk hotmail.com icloud.com
live.co.uk live.com me.com msn.com ntlworld.com outlook.com proton.me protonmail.com sky.com talktalk.net
virginmedia.com yahoo.co.uk yahoo.com
"""
FREE_MAIL = frozenset(_FREE_MAIL.split())
_SPLIT = re.compile(r"[._\-+]|[0-9]+")
_WORDS = re.compile(r"[a-z]+")


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Email addresses made of names, and mobile numbers to ring, in their own fields and in sentences."""
    leaves = list(sentences(record))
    for path, email in (*record.texts("email"), *((path, each) for path, text in leaves for each in emails_in(text))):
        if looks_personal(email, record):
            message = f"The address {email} looks like a person's own."
            yield problem(record, path, CODE, LEVEL, message, "Type the team's address, or leave the email out.")
    for path, number in (*record.texts("phone"), *((path, each) for path, text in leaves for each in numbers_in(text))):
        if is_mobile(number):
            message = f"The number {number} is a mobile's, and looks like a person's own."
            tip = "Type the team's number. If it is only for texts, move it to text."
            yield problem(record, path, CODE, LEVEL, message, tip)


def looks_personal(email: str, record: Record) -> bool:
    """Whether an address is made of a first and a last name, or is a private one with no word of the service in it."""
    local, _, domain = email.lower().rpartition("@")
    parts = [each for each in _SPLIT.split(local) if each]
    private = domain in FREE_MAIL
    if not parts or len(parts) == 1 and not private or TEAM_WORDS.intersection(parts):
        return False
    own = _own_words(record, "" if private else domain)
    if private:
        return not any(len(word) > 3 and word in local for word in own | TEAM_WORDS)
    return len(parts) < 4 and not own.intersection(parts)


def _own_words(record: Record, domain: str) -> set[str]:
    names = [record.id, domain, str(record.data.get("organization", "")), str(record.data.get("name", ""))]
    names += [str(each) for each in record.data.get("also_known_as", ())]
    return {word for name in names for word in _WORDS.findall(name.lower())}
