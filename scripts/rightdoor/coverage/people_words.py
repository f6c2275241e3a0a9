"""People in words: their ages, and what they come with ("adults aged 65 and over with severe depression").

Ages are written as in the NHS service manual (https://service-manual.nhs.uk/content/inclusive-content/age, read
20 August 2026). All words are of the vocabularies `coverage_words`, `needs` and `situations`.
"""

import re
from collections.abc import Iterable

from rightdoor.coverage.asked import OLDEST, ages_of
from rightdoor.matching.phrases import fill, joined, lower_first
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import AgeRange, words_for_age

MOST_NAMED = 3
"""How many needs or services a sentence names before it says how many others there are."""

_ADULT, _YOUNG = 18 * 12, 11 * 12
_OPTIONAL = re.compile(r"\[([^]]*)\]")
_SHARED = "with [{severity} ]"
_A_VOWEL = re.compile(r"\ba (?=[aeiou])")


def say(code: str, grammar: Grammar, **gaps: str) -> str:
    """A sentence or clause of the vocabulary, with its gaps filled."""
    return fill(str(grammar["coverage_words"][code].more["say"]), **gaps)


def age_words(ages: AgeRange, grammar: Grammar) -> str:
    """People of some ages, as many: "16- and 17-year-olds", "adults aged 65 and over"."""
    low, end = ages.youngest, ages.oldest + 1
    if low == _ADULT and ages.oldest >= OLDEST:
        return say("age-adults", grammar)
    years = _years(ages)
    if years is not None and low and len(years) <= 2:
        return say("age-one" if len(years) == 1 else "age-two", grammar, **{"from": str(years[0])}, to=str(years[-1]))
    return _range_words(low, end, say(_who(ages), grammar), grammar)


def one_of_them(ages: AgeRange, grammar: Grammar) -> str | None:
    """Somebody of one or two years of age ("a 16- or 17-year-old"); None for wider ages."""
    years = _years(ages)
    if years is None or len(years) > 2 or not years[0]:
        return None
    form = "age-one-of-them" if len(years) == 1 else "age-two-of-them"
    return say(form, grammar, **{"from": str(years[0])}, to=str(years[-1]))


def people_words(needs: tuple[str, ...], severities: tuple[str, ...], ages: AgeRange, grammar: Grammar) -> str:
    """Whom a sentence is about; one of them where the ages are narrow and the words allow it."""
    come_with = needs_words(needs, severities, grammar)
    single = None if come_with.startswith(("who ", "whose ")) or " who " in come_with else one_of_them(ages, grammar)
    return f"{single or _of_age(needs[0], ages, grammar)} {come_with}"


def many_words(needs: tuple[str, ...], severities: tuple[str, ...], ages: AgeRange, grammar: Grammar) -> str:
    """The same people, always as many."""
    return f"{_of_age(needs[0], ages, grammar)} {needs_words(needs, severities, grammar)}"


def needs_words(needs: Iterable[str], severities: tuple[str, ...], grammar: Grammar) -> str:
    """What people come with: "with severe depression or anxiety"."""
    phrases = [_phrase(each, grammar) for each in needs]
    named, more = (phrases, 0) if len(phrases) <= MOST_NAMED + 1 else (phrases[:MOST_NAMED], len(phrases) - MOST_NAMED)
    if all(each.startswith(_SHARED) for each in named):
        first, *rest = named
        named = [first, *(each.removeprefix(_SHARED) for each in rest)]
    severity = severity_words(severities, grammar)
    said = [_with_severity(each, severity) for each in named]
    if more:
        return say("needs-more", grammar, first=", ".join(said), number=str(more))
    return joined(said, grammar, "or")


def severity_words(severities: tuple[str, ...], grammar: Grammar) -> str:
    """Severities in a row: "moderate to severe"; "" for all of them, and for a need that is not graded.

    "Severe" stands for what is severe and long-term too, where both are meant.
    """
    bands = list(grammar["severity_bands"].terms)
    if not severities[0] or len(severities) == len(bands):
        return ""
    told = [each for each in severities if len(severities) == 1 or each != bands[-1]]
    low, high = (lower_first(grammar["severity_bands"].label(each)) for each in (told[0], told[-1]))
    if len(told) == 1:
        return low
    return say("severity-or" if len(told) == 2 else "severity-to", grammar, lowest=low, highest=high)


def names_words(names: Iterable[str], grammar: Grammar) -> str:
    """Names in a row, and how many others there are where there are many."""
    listed = list(names)
    if len(listed) <= MOST_NAMED + 1:
        return joined(listed, grammar)
    return say("services-more", grammar, first=", ".join(listed[:MOST_NAMED]), number=str(len(listed) - MOST_NAMED))


def _of_age(need: str, ages: AgeRange, grammar: Grammar) -> str:
    """Ages in words; those who are all that the need is asked about are simply people, adults or children."""
    if ages != ages_of(need, None, grammar) or ages.youngest >= _ADULT:
        return age_words(ages, grammar)
    return say("age-all" if ages.oldest >= _ADULT else "age-children", grammar)


def _range_words(low: int, end: int, who: str, grammar: Grammar) -> str:
    """Ages with an end are both included: up to 17 years and 8 months is before 17 years and 9 months."""
    start, to = words_for_age(low), str(end // 12 - 1) if end % 12 == 0 else words_for_age(end - 1)
    if low % 12 and end % 12 == 0 and end - low < 12:
        form = "age-part-of-a-year"
    elif end > OLDEST:
        form = "age-from-months" if low % 12 else "age-from" if low else "age-all"
    else:
        form = "age-range" if low else "age-under"
    return say(form, grammar, **{"from": start}, under=words_for_age(end), to=to, who=who)


def _years(ages: AgeRange) -> range | None:
    """The whole years that the ages are; None where they begin or end within one, or have no end."""
    if ages.youngest % 12 or (ages.oldest + 1) % 12 or ages.oldest >= OLDEST:
        return None
    return range(ages.youngest // 12, (ages.oldest + 1) // 12)


def _who(ages: AgeRange) -> str:
    if ages.youngest >= _ADULT:
        return "who-adults"
    if ages.oldest >= _ADULT:
        return "who-people"
    return "who-young" if ages.youngest >= _YOUNG else "who-children" if ages.oldest < _YOUNG else "who-minors"


def _phrase(need: str, grammar: Grammar) -> str:
    """How a sentence speaks of a need; one for which no phrase is written goes by its label."""
    term = grammar["needs"].terms.get(need)
    return str(term.more.get("phrase") or f"{_SHARED}{lower_first(term.label)}") if term else need


def _with_severity(phrase: str, severity: str) -> str:
    said = _OPTIONAL.sub(lambda part: fill(part[1], severity=severity) if severity else "", phrase)
    return _A_VOWEL.sub("an ", said)
