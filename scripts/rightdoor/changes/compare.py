"""What differs between two directories: every record, every field, criteria first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rightdoor.changes import counts, others, services
from rightdoor.changes.change import Change, Kind, Said
from rightdoor.changes.speech import Speech
from rightdoor.matching.plain import joined
from rightdoor.model.directory import Directory, Tombstone
from rightdoor.model.measure import words_for_month
from rightdoor.model.service import Service

Compare = Callable[[Speech, Any, Any], Iterator[Said]]
Apart = frozenset[tuple[str, str]]
"""Records that are not compared: their kind and id."""

GROUPS = ("record", "criteria", "waits", "referral", "contact", "hours", "other", "checked")
"""The order in which the changes of a record are said."""

OTHERS: Mapping[Kind, tuple[str, Compare]] = {
    Kind.ORGANIZATION: ("organizations", others.organization),
    Kind.AREA: ("areas", others.area),
    Kind.STORY: ("vignettes", others.story),
    Kind.TOMBSTONE: ("tombstones", others.tombstone),
}


def changes(before: Directory, after: Directory, apart: Apart = frozenset()) -> tuple[Change, ...]:
    """Everything that differs: services first, each record's criteria before the rest.

    `apart` are records that could not be read on one side: nothing is said of them.
    """
    speech = Speech(before, after)
    found = [*_services(speech, apart)]
    for kind, (name, compare) in OTHERS.items():
        old, new = getattr(before, name), getattr(after, name)
        told = {each for each in old.keys() | new.keys() if (kind.value, each) not in apart}
        if kind is Kind.TOMBSTONE:
            told -= before.services.keys() | after.services.keys()
        for id in sorted(told):
            found += _of(speech, kind, id, old.get(id), new.get(id), compare)
    return (*found, *_numbers(speech), *_returned(speech, apart), *_counted(speech))


def of_service(speech: Speech, before: Service, after: Service) -> tuple[Change, ...]:
    """What differs between two states of one service, by the name it has after; in the order of `GROUPS`."""
    found = services.said(speech, before, after)
    made = [_change(Kind.SERVICE, after.id, after.name, each, _group(speech, each)) for each in found]
    return tuple(sorted(made, key=lambda each: GROUPS.index(each.group)))


def _group(speech: Speech, said: Said) -> str:
    return services.group_of(said.field, speech.grammar)


def _services(speech: Speech, apart: Apart) -> Iterator[Change]:
    old, new = speech.before.services, speech.after.services
    former = {alias: each.id for each in new.values() for alias in each.aliases if alias in old and alias not in new}
    before = {former.get(id, id): each for id, each in old.items()}
    ids = {id for id in before.keys() | new.keys() if ("service", id) not in apart}
    for id in sorted(ids, key=lambda id: ((new.get(id) or before[id]).name.casefold(), id)):
        if id in before and id in new:
            yield from of_service(speech, before[id], new[id])
        elif id in new:
            yield _change(Kind.SERVICE, id, new[id].name, Said("", "new", speech.say("new")), "record")
        else:
            yield _gone(speech, before[id])


def _gone(speech: Speech, service: Service) -> Change:
    """A service that is no longer there, with what to use instead where somebody has said."""
    stone = speech.after.tombstones.get(service.id)
    said = closing(speech, stone) if stone else Said("", "gone", speech.say("gone"))
    return _change(Kind.SERVICE, service.id, service.name, said, "record")


def closing(speech: Speech, stone: Tombstone) -> Said:
    """That a service closed, what to use instead, and why; the short form leaves the why out."""
    code, gaps = "closed", {}
    if stone.use_instead:
        code, gaps = "closed-instead", {"services": speech.services(stone.use_instead)}
    sentence = speech.say(code, **gaps)
    why = " ".join(stone.why.split()).rstrip(".")
    return Said("", code, speech.say("because", told=sentence, why=why), short=sentence)


def _of(speech: Speech, kind: Kind, id: str, old: Any, new: Any, compare: Compare) -> Iterator[Change]:
    """A record that came, went or differs."""
    if old is None or new is None:
        yield _change(kind, id, (new or old).name, _whole(speech, kind, old, new), "record")
    elif old != new:
        yield from (_change(kind, id, new.name, each, "other") for each in compare(speech, old, new))


def _numbers(speech: Speech) -> Iterator[Change]:
    old, new = ({each.number: each for each in directory.disproved} for directory in (speech.before, speech.after))
    for number in sorted(old.keys() | new.keys()):
        if number not in old:
            words = speech.say("wrong-more", number=number, why=new[number].why.rstrip("."))
            yield _change(Kind.NUMBER, number, number, Said("", "wrong-more", words), "record")
        elif number not in new:
            words = speech.say("wrong-less", number=number)
            yield _change(Kind.NUMBER, number, number, Said("", "wrong-less", words), "record")
        elif old[number] != new[number]:
            found = others.number(speech, old[number], new[number])
            yield from (_change(Kind.NUMBER, number, number, each, "other") for each in found)


def _whole(speech: Speech, kind: Kind, old: Any, new: Any) -> Said:
    """A record that came or went."""
    if kind is Kind.TOMBSTONE:
        return closing(speech, new) if old is None else Said("", "may-be-listed", speech.say("may-be-listed"))
    code = "new" if old is None else "gone"
    return Said("", code, speech.say(code))


def _returned(speech: Speech, apart: Apart) -> Iterator[Change]:
    """Services of which other referrals were reported as returned; never how many, which may be too few to tell."""
    months: dict[str, set[str]] = defaultdict(set)
    for service, month in others.returned(speech.before, speech.after):
        months[service].add(month)
    for id in sorted(months):
        if ("service", id) not in apart:
            words = speech.say("returned", months=joined(map(words_for_month, sorted(months[id]))))
            yield _change(Kind.SERVICE, id, speech.services((id,)), Said("refusals", "returned", words), "other")


def _counted(speech: Speech) -> Iterator[Change]:
    """Areas whose coverage was written down, and series of figures that were published anew."""
    for area, months in counts.snapshots(speech.before, speech.after):
        words = speech.say("snapshots-changed", months=joined(months))
        yield _change(Kind.AREA, area, speech.areas((area,)), Said("snapshots", "snapshots-changed", words), "other")
    for series, periods in counts.figures(speech.before, speech.after):
        words = speech.say("figures-changed", months=joined(periods))
        name = " in ".join(filter(None, (series.provider_name, series.area_name))) or "England"
        yield _change(Kind.FIGURES, series.id, name, Said("periods", "figures-changed", words), "other")


def _change(kind: Kind, id: str, name: str, said: Said, group: str) -> Change:
    return Change(kind, id, name, group, *said)


def by_record(found: Iterable[Change]) -> Mapping[tuple[Kind, str], list[Change]]:
    """The changes of each record, in order."""
    records: dict[tuple[Kind, str], list[Change]] = {}
    for each in found:
        records.setdefault((each.kind, each.id), []).append(each)
    return records
