"""What differs between two states of one service."""

from collections.abc import Iterator, Mapping

from rightdoor.changes import facts, fields, limits, referral, rows
from rightdoor.changes.change import Said
from rightdoor.changes.speech import Speech, quoted
from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Service
from rightdoor.model.stated import covered

FIRST = (
    fields.Field("name", lambda speech, value: quoted(value), typed=True),
    fields.term("status", "status"),
    fields.term("intake", "intake"),
    fields.term("type", "service_types"),
    fields.Field("organization", lambda speech, value: speech.organizations((value,))),
)
REST = (
    fields.prose("summary"),
    fields.prose("description"),
    fields.typed_list("also_known_as"),
    fields.terms("needs", "needs"),
    fields.terms("therapies", "therapies"),
    fields.terms("delivery", "delivery"),
    fields.terms("access", "access"),
    fields.names("related", "services"),
    fields.typed_list("aliases"),
    fields.prose("note"),
)


def said(speech: Speech, before: Service, after: Service) -> Iterator[Said]:
    """Everything that differs, with what differs only where the rules of an area do."""
    if before == after:
        return
    usual = list(_differences(speech, before, after))
    yield from usual
    yield from _by_area(speech, before, after, {each.words for each in usual})


def _differences(speech: Speech, before: Service, after: Service) -> Iterator[Said]:
    yield from _placed(speech, before, after)
    if before.criteria != after.criteria:
        yield from limits.said(speech, before.criteria, after.criteria)
        yield from rows.said(speech, before.criteria, after.criteria)
        risk = (fields.term("holds_risk", "risk_levels"),)
        for each in fields.said(speech, risk, before.criteria, after.criteria):
            yield each._replace(field=f"criteria.{each.field}")
    yield from fields.said(speech, FIRST, before, after)
    if before.referral != after.referral:
        yield from referral.said(speech, before.referral, after.referral)
    yield from facts.waits(speech, before.waits, after.waits)
    yield from _offer(speech, before, after)
    yield from fields.said(speech, REST, before, after)
    yield from facts.parts(speech, "evidence", before.evidence, after.evidence)
    yield from facts.checks(speech, before.checked, after.checked)


def _offer(speech: Speech, before: Service, after: Service) -> Iterator[Said]:
    yield from fields.said(speech, facts.CONTACT, before.contact, after.contact, "contact")
    yield from facts.parts(speech, "locations", before.locations, after.locations)
    yield from fields.said(speech, (referral.HOURS,), before, after)
    yield from fields.said(speech, facts.SESSIONS, before.sessions, after.sessions, "sessions")
    yield from fields.said(speech, facts.COST, before.cost, after.cost, "cost")
    yield from fields.said(speech, facts.LANGUAGES, before.languages, after.languages, "languages")


def _placed(speech: Speech, before: Service, after: Service) -> Iterator[Said]:
    """Another address, another folder, and whether it is made up."""
    if before.id != after.id:
        yield Said("id", "renamed", speech.say("renamed", before=before.id, after=after.id), before.id, after.id)
    if before.folder != after.folder:
        told = [_folder(speech, each.folder) for each in (before, after)]
        yield Said("folder", "moved", speech.say("moved", before=told[0], after=told[1]), *told)
    if before.fictional != after.fictional:
        code = "made-up" if after.fictional else "not-made-up"
        yield Said("fictional", code, speech.say(code))


def _folder(speech: Speech, folder: str) -> str:
    return speech.say("national") if folder == "national" else speech.areas((folder,))


def _by_area(speech: Speech, before: Service, after: Service, usual: set[str]) -> Iterator[Said]:
    """What differs in one area, but for what differs everywhere."""
    for area in sorted({*before.by_area, *after.by_area}):
        old, new = before.by_area.get(area), after.by_area.get(area)
        name = speech.areas((area,))
        if old is None or new is None:
            code = "rules-more" if old is None else "rules-less"
            yield Said(f"by_area.{area}", code, speech.say("in-area", area=name, words=speech.say(code)))
        for each in _differences(speech, old or before, new or after):
            if each.words not in usual:
                words, short = (
                    speech.say("in-area", area=name, words=text) if text else "" for text in (each.words, each.short)
                )
                yield each._replace(field=f"by_area.{area}.{each.field}", words=words, short=short)


def group_of(field: str, grammar: Grammar) -> str:
    """The group of facts that a field of a service belongs to; `record` for the service as a whole."""
    place = field.split(".")
    name = place[2] if place[0] == "by_area" and len(place) > 2 else place[0]
    if name in ("id", "folder", "fictional", "aliases", "status"):
        return "record"
    return "checked" if name in ("checked", "evidence") else _groups(grammar).get(name, "other")


def _groups(grammar: Grammar) -> Mapping[str, str]:
    """The group of each field."""
    return {name: group for group, names in covered(grammar).items() for name in names}
