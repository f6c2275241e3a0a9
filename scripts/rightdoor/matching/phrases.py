"""Clauses that fill the gaps of sentences: ages, severity, areas, times, people. All words come from the grammar.

Ages are written as in the NHS service manual (https://service-manual.nhs.uk/content/inclusive-content/age, read
20 August 2026).
"""

import re
from collections.abc import Iterable, Sequence

from rightdoor.model.criteria import AgeLimit, AreaLimit, Row, SeverityLimit, TimeLimit
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import words_for_age
from rightdoor.model.vocabulary import Vocabulary

UK = frozenset(("england", "wales", "scotland", "northern-ireland"))
_GAP = re.compile(r"\{([a-z_]+)\}")


def fill(sentence: str, **gaps: str) -> str:
    """A sentence with its {gaps} filled; KeyError for a gap that has nothing to fill it."""
    return _GAP.sub(lambda gap: gaps[gap[1]], sentence)


def joined(parts: Iterable[str], grammar: Grammar, word: str = "and") -> str:
    """Words in a row: "A", "A and B", "A, B and C" (or with "or")."""
    items = list(parts)
    if len(items) < 2:
        return "".join(items)
    return fill(grammar.phrases[word], first=", ".join(items[:-1]), last=items[-1])


def lower_first(text: str) -> str:
    """The text with a small first letter, unless it opens with an abbreviation: "GP", "LGBT+", "A&E", "e-RS"."""
    second = text[1:2]
    return text if second.isupper() or second in ("-", "&", "+") else text[:1].lower() + text[1:]


def age_words(limit: AgeLimit, grammar: Grammar) -> str:
    """Whom an age limit lets in: "aged 17 years and 9 months or over", "aged 16 to 24", "aged under 65"."""
    low, high = limit.at_least, limit.below
    start, end = words_for_age(low or 0), words_for_age(high or 0)
    if low is None:
        return fill(grammar.phrases["age_any" if high is None else "age_under"], under=end)
    if high is None:
        return fill(grammar.phrases["age_from_months" if low % 12 else "age_from"], **{"from": start})
    if low % 12 or high % 12:
        return fill(grammar.phrases["age_between"], **{"from": start}, under=end)
    oldest = high // 12 - 1
    return fill(grammar.phrases["age_one" if low // 12 == oldest else "age_range"], **{"from": start}, to=str(oldest))


def severity_words(limit: SeverityLimit, grammar: Grammar) -> str:
    """Which problems a limit lets in: "mild to moderate problems", "severe problems, or more severe"."""
    bands = grammar["severity_bands"]
    most = list(bands.terms)[-1]
    low, high = (lower_first(bands.label(each)) if each else "" for each in (limit.lowest, limit.highest))
    if not low:
        form = "severity_to" if high and limit.highest != most else "severity_any"
    elif limit.lowest in (most, limit.highest):
        form = "severity_one"
    else:
        form = "severity_range" if high and limit.highest != most else "severity_from"
    return fill(grammar.phrases[form], lowest=low, highest=high)


def area_words(limit: AreaLimit, directory: Directory) -> str:
    """Where a person must belong: "registered with a GP practice in Northvale"."""
    grammar = directory.grammar
    phrase = str(grammar["area_basis"][limit.basis].more["phrase"])
    return f"{phrase} {place_words(limit.areas, directory)}"


def place_words(areas: Sequence[str], directory: Directory) -> str:
    """Areas by name; all four nations are the UK."""
    if set(areas) >= UK:
        return directory.grammar.phrases["uk"]
    names = (directory.areas[each].name if each in directory.areas else each for each in areas)
    return joined(names, directory.grammar, "or")


def time_words(limit: TimeLimit, grammar: Grammar) -> str:
    """How long after the event: "at least 6 months after the death or other event"."""
    start, end = (each.words if each and each.hours else "" for each in (limit.at_least, limit.at_most))
    form = "time_range" if start and end else "time_from" if start else "time_to" if end else "time_any"
    return fill(grammar.phrases[form], **{"from": start}, to=end)


def people_words(reason: str, words: Vocabulary) -> str:
    """The people a reason or a group is about: "people with psychosis"."""
    return str(words[reason].more.get("phrase", words[reason].label)) if reason in words else reason


def row_words(row: Row, words: Vocabulary, grammar: Grammar) -> str:
    """The people a row is about, with its time: "people who have tried to end their life in the last 4 weeks"."""
    people = people_words(row.reason, words)
    if row.within is None:
        return people
    with_time = words[row.reason].more.get("phrase_within") if row.reason in words else None
    if with_time:
        return fill(str(with_time), time=row.within.words)
    return fill(grammar.phrases["within"], people=people, within=row.within.words)


def who_words(who: Iterable[str], grammar: Grammar) -> str:
    """Who may refer: "any health or care professional or GP"."""
    return joined((lower_first(grammar["referral_who"].label(each)) for each in who), grammar, "or")
