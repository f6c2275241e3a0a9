"""Limits of whom a service takes: which ages, severities and places are now in, and which are now out."""

from collections.abc import Iterator

from rightdoor.changes.change import Said
from rightdoor.changes.speech import Speech, quoted_pair
from rightdoor.matching import phrases
from rightdoor.model.criteria import AgeLimit, AreaLimit, Criteria, SeverityLimit, TimeLimit
from rightdoor.model.measure import words_for_age

Span = tuple[int, int]
"""From the first to before the second."""

Limit = AgeLimit | SeverityLimit | AreaLimit | TimeLimit
_OLDEST = 12 * 1000
_OTHERS = {
    "age": "another-age",
    "severity": "another-severity",
    "area": "elsewhere",
    "time_since_event": "another-time",
}
"""Whom each limit leaves out."""


def said(speech: Speech, before: Criteria, after: Criteria) -> Iterator[Said]:
    """What differs in the limits: who is in, then where the others are sent, then the service's own words."""
    for name, others in _OTHERS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            place = f"criteria.{name}"
            if _bounds(old) != _bounds(new):
                yield from _who(speech, name, place, old, new)
            yield from _instead(speech, place, speech.say(others), old, new)
            yield from _own_words(speech, f"{place}.words", speech.field(name), old, new)


def _bounds(limit: Limit | None) -> object:
    """What a limit says beside words and where else to go."""
    match limit:
        case AgeLimit() | TimeLimit():
            return type(limit), limit.at_least, getattr(limit, "below", None), getattr(limit, "at_most", None)
        case SeverityLimit():
            return type(limit), limit.lowest, limit.highest
        case AreaLimit():
            return type(limit), limit.basis, limit.areas
    return None


def _who(speech: Speech, name: str, place: str, old: Limit | None, new: Limit | None) -> Iterator[Said]:
    words = limit_words(speech, old), limit_words(speech, new)
    moved = list(_moved(speech, place, old, new))
    yield from moved or speech.differing(place, speech.field(name), *words)


def limit_words(speech: Speech, limit: Limit | None) -> str:
    """A limit in words; "" where nobody has said."""
    match limit:
        case AgeLimit():
            return phrases.age_words(limit, speech.grammar)
        case SeverityLimit():
            return phrases.severity_words(limit, speech.grammar)
        case AreaLimit():
            phrase = str(speech.grammar["area_basis"][limit.basis].more["phrase"])
            return f"{phrase} {_places(speech, limit.areas)}"
        case TimeLimit():
            return phrases.time_words(limit, speech.grammar)
    return ""


def _places(speech: Speech, areas: tuple[str, ...]) -> str:
    if set(areas) >= phrases.UK:
        return speech.grammar.phrases["uk"]
    return phrases.joined((speech.areas((each,)) for each in areas), speech.grammar, "or")


def _moved(speech: Speech, place: str, old: Limit | None, new: Limit | None) -> Iterator[Said]:
    """Who came in and who went out, where both limits are known and can be compared."""
    match old, new:
        case AgeLimit(), AgeLimit():
            came, went = _ages(speech, new, old), _ages(speech, old, new)
        case SeverityLimit(), SeverityLimit():
            came, went = _severities(speech, new, old), _severities(speech, old, new)
        case AreaLimit(), AreaLimit() if old.basis == new.basis:
            came, went = _only_in(speech, new, old), _only_in(speech, old, new)
        case _:
            return
    for code, people in (("takes-less", went), ("takes-more", came)):
        for each in people:
            text = limit_words(speech, old), limit_words(speech, new)
            yield Said(place, code, speech.say(code, people=each), *text)


def outside(one: Span, other: Span) -> Iterator[Span]:
    """The parts of the first that lie before and after the second."""
    parts = (one[0], min(one[1], other[0])), (max(one[0], other[1]), one[1])
    return (each for each in parts if each[0] < each[1])


def _ages(speech: Speech, one: AgeLimit, other: AgeLimit) -> Iterator[str]:
    for start, end in outside(_months(one), _months(other)):
        if start == 0 and end < _OLDEST:
            yield speech.say("people-under", age=words_for_age(end))
        else:
            limit = AgeLimit(start, None if end >= _OLDEST else end)
            yield speech.say("people", limit=phrases.age_words(limit, speech.grammar))


def _months(limit: AgeLimit) -> Span:
    return limit.at_least or 0, _OLDEST if limit.below is None else limit.below


def _severities(speech: Speech, one: SeverityLimit, other: SeverityLimit) -> Iterator[str]:
    codes = list(speech.grammar["severity_bands"].terms)
    for start, end in outside(_bands(codes, one), _bands(codes, other)):
        problems = phrases.severity_words(SeverityLimit(codes[start], codes[end - 1]), speech.grammar)
        yield speech.say("people-with", problems=problems)


def _bands(codes: list[str], limit: SeverityLimit) -> Span:
    first = codes.index(limit.lowest) if limit.lowest else 0
    return first, codes.index(limit.highest) + 1 if limit.highest else len(codes)


def _only_in(speech: Speech, one: AreaLimit, other: AreaLimit) -> Iterator[str]:
    areas = tuple(each for each in one.areas if each not in other.areas)
    if areas:
        yield speech.say("people", limit=limit_words(speech, AreaLimit(one.basis, areas)))


def _instead(speech: Speech, place: str, others: str, old: Limit | None, new: Limit | None) -> Iterator[Said]:
    before, after = (limit.refer_to if limit else () for limit in (old, new))
    if before != after:
        label = speech.say("refer-instead", people=others)
        words = ({each: speech.services((each,)) for each in ids} for ids in (before, after))
        yield from speech.listed(f"{place}.refer_to", label, *words)


def _own_words(speech: Speech, place: str, label: str, old: Limit | None, new: Limit | None) -> Iterator[Said]:
    before, after = (limit.words if limit else None for limit in (old, new))
    if before != after:
        yield from speech.differing(
            place, speech.say("own-words", people=label), *quoted_pair(before, after), typed=True
        )
