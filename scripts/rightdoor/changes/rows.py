"""The lists of whom a service takes, does not take, and asks to check first: rows that came, went or moved."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from rightdoor.changes.change import Said
from rightdoor.changes.fields import paired, shuffled
from rightdoor.changes.speech import Speech, quoted_pair
from rightdoor.matching import phrases
from rightdoor.model.criteria import Criteria, Row


class Kind(NamedTuple):
    """One of the lists: what is said of a row that came, alone or beside others, or went; the vocabulary of reasons."""

    first: str
    more: str
    less: str
    vocabulary: str = "reasons"


LISTS = {
    "only": Kind("only-first", "only-more", "only-less", "groups"),
    "does_not_take": Kind("refuses-first", "refuses-more", "refuses-less"),
    "check_first": Kind("check-more", "check-more", "check-less"),
    "takes_despite": Kind("despite-more", "despite-more", "despite-less"),
}
Placed = tuple[str, Row]
"""A row and the list it is in."""


def said(speech: Speech, before: Criteria, after: Criteria) -> Iterator[Said]:
    """What differs in the lists: what went, whether exclusions are stated at all, what came, and what is left."""
    pairs, came, went = paired(_placed(before), _placed(after), _in_list(_who), _in_list(_reason), _who, _reason)
    yield from (_row(speech, LISTS[name].less, name, row, gone=True) for name, row in went)
    if after.does_not_take != before.does_not_take and not after.does_not_take:
        code = "exclusions-unknown" if after.does_not_take is None else "no-exclusions"
        yield Said("criteria.does_not_take", code, speech.say(code))
    kept = {name for _, (name, _) in pairs}
    yield from (_row(speech, _more(name, name in kept), name, row) for name, row in came)
    for old, new in pairs:
        if old != new:
            yield from _changed(speech, old, new)
    yield from _orders(speech, before, after)


def _placed(criteria: Criteria) -> list[Placed]:
    return [(name, row) for name in LISTS for row in getattr(criteria, name) or ()]


def _in_list(key: Callable[[Placed], object]) -> Callable[[Placed], object]:
    return lambda placed: (placed[0], key(placed))


def _who(placed: Placed) -> object:
    return placed[0] == "only", placed[1].reason, placed[1].within


def _reason(placed: Placed) -> object:
    return placed[0] == "only", placed[1].reason


def _more(name: str, beside_others: bool) -> str:
    """The sentence for a row that came: one that stands beside others says so."""
    return LISTS[name].more if beside_others else LISTS[name].first


def people(speech: Speech, name: str, row: Row) -> str:
    """The people a row is about."""
    return phrases.row_words(row, speech.grammar[LISTS[name].vocabulary], speech.grammar)


def _row(speech: Speech, code: str, name: str, row: Row, *, gone: bool = False) -> Said:
    who = people(speech, name, row)
    before, after = (who, "") if gone else ("", who)
    return Said(f"criteria.{name}", code, speech.say(code, people=who), before, after)


def _changed(speech: Speech, old: Placed, new: Placed) -> Iterator[Said]:
    """What differs in a row: its list, its time, where to go instead, who may refer all the same, and its words."""
    (list_before, before), (name, after) = old, new
    place, who = f"criteria.{name}", people(speech, name, replace(after, within=None))
    names = tuple(speech.say(f"list-{each.replace('_', '-')}") for each in (list_before, name))
    if list_before != name:
        yield Said(place, "row-moved", speech.say("row-moved", people=who, before=names[0], after=names[1]), *names)
    if before.within != after.within:
        told = people(speech, list_before, before), people(speech, name, after)
        yield Said(place, "row-time", speech.say("row-time", list=names[1], before=told[0], after=told[1]), *told)
    yield from _sent(speech, place, who, before, after)
    for field, sentence in (("words", "own-words"), ("how", "how-to-check")):
        texts = getattr(before, field), getattr(after, field)
        if texts[0] != texts[1]:
            label = speech.say(sentence, people=who)
            yield from speech.differing(f"{place}.{field}", label, *quoted_pair(*texts), typed=True)


def _sent(speech: Speech, place: str, who: str, before: Row, after: Row) -> Iterator[Said]:
    if before.refer_to != after.refer_to:
        services = ({each: speech.services((each,)) for each in row.refer_to} for row in (before, after))
        yield from speech.listed(f"{place}.refer_to", speech.say("refer-instead", people=who), *services)
    if before.except_via != after.except_via:
        codes = ({each: speech.term("referral_who", each) for each in row.except_via} for row in (before, after))
        yield from speech.listed(f"{place}.except_via", speech.say("except-via", people=who), *codes)


def _orders(speech: Speech, before: Criteria, after: Criteria) -> Iterator[Said]:
    for name in LISTS:
        if shuffled(getattr(before, name) or (), getattr(after, name) or ()):
            yield Said(f"criteria.{name}", "order", speech.say("order", field=speech.field(name)))
