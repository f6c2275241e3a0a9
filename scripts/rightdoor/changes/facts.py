"""Waits, what is offered, contact, places, sources and who confirmed it."""

from collections.abc import Iterator
from typing import Any

from rightdoor.changes import fields
from rightdoor.changes.change import Said
from rightdoor.changes.fields import Field, paired, shuffled
from rightdoor.changes.speech import Speech, quoted
from rightdoor.matching.phrases import lower_first
from rightdoor.model.measure import words_for_date
from rightdoor.model.service import Check, Checked, Evidence, Location, Wait

SESSIONS = (
    fields.term("policy", "session_policy"),
    fields.count("at_least"),
    fields.count("at_most"),
    fields.prose("then"),
)
COST = (fields.term("kind", "cost_kinds"), fields.prose("words"))
CONTACT = tuple(
    map(
        fields.plain,
        ("phone", "phone_note", "text", "text_note", "text_relay", "email", "website", "webchat"),
    )
)
LANGUAGES = (fields.terms("spoken", "languages"), fields.term("interpreters", "yes_no_unknown"))
LOCATION = (
    fields.prose("name"),
    fields.plain("address"),
    fields.plain("postcode"),
    fields.plain("latitude"),
    fields.plain("longitude"),
    Field("confidential", lambda speech, value: speech.term("yes_no_unknown", "yes" if value else "no")),
)
EVIDENCE = (
    fields.terms("covers", "fact_groups"),
    fields.plain("url"),
    fields.prose("title"),
    fields.day("seen"),
    fields.plain("dated"),
    fields.prose("note"),
)


def waits(speech: Speech, before: tuple[Wait, ...], after: tuple[Wait, ...]) -> Iterator[Said]:
    """Waits between the same two steps are the same wait."""
    pairs, came, went = paired(before, after, lambda wait: (wait.start, wait.end))
    for wait in went:
        yield from speech.differing("waits", _steps(speech, wait), _dated(speech, wait), "")
    for wait in came:
        yield from speech.differing("waits", _steps(speech, wait), "", _dated(speech, wait))
    for old, new in pairs:
        if old != new:
            yield from _wait(speech, old, new)
    if shuffled(before, after):
        yield Said("waits", "order", speech.say("order", field=speech.field("waits")))


def _wait(speech: Speech, old: Wait, new: Wait) -> Iterator[Said]:
    wait, date = _steps(speech, new), words_for_date(new.as_of)
    if old.weeks != new.weeks:
        code = "wait-weeks" if old.as_of == new.as_of else "wait-weeks-on"
        before, after = _weeks(speech, old.weeks), _weeks(speech, new.weeks)
        shown = str(old.weeks) if old.weeks > 1 and new.weeks > 1 else before
        gaps = {"wait": wait, "before": shown, "after": after}
        yield Said(
            "waits", code, speech.say(code, **gaps, **({"date": date} if old.as_of != new.as_of else {})), before, after
        )
    elif old.as_of != new.as_of:
        told = _dated(speech, old), _dated(speech, new)
        yield Said(
            "waits",
            "wait-still",
            speech.say("wait-still", wait=wait, after=_weeks(speech, new.weeks), date=date),
            *told,
        )
    if old.source != new.source:
        label = speech.field("wait source", wait)
        yield from speech.differing("waits.source", label, old.source or "", new.source or "", typed=True)


def _steps(speech: Speech, wait: Wait) -> str:
    return speech.say("wait", start=_step(speech, wait.start), end=_step(speech, wait.end))


def _step(speech: Speech, code: str) -> str:
    term = speech.grammar["wait_steps"].terms.get(code)
    return str(term.more.get("phrase") or lower_first(term.label)) if term else code


def _weeks(speech: Speech, weeks: int) -> str:
    return speech.say("weeks", number=str(weeks)) if weeks > 1 else speech.say("week" if weeks else "no-weeks")


def _dated(speech: Speech, wait: Wait) -> str:
    return speech.say("wait-as-on", weeks=_weeks(speech, wait.weeks), date=words_for_date(wait.as_of))


def parts(speech: Speech, field: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[Said]:
    """Places, or sources: by name or address, each with what differs in it."""
    part, table, keys = _PARTS[field]
    pairs, came, went = paired(before, after, *keys)
    label = speech.field(field)
    if came or went:
        old, new = ({each: _part_words(speech, each) for each in some} for some in (went, came))
        kept = {each: _part_words(speech, each) for each, _ in pairs}
        yield from speech.listed(field, label, kept | old, kept | new, typed=True)
    for one, other in pairs:
        if one != other:
            thing = _part_words(speech, one)
            for each in fields.said(speech, table, one, other, part, thing):
                yield each._replace(field=each.field.replace(part, field, 1), short=speech.say("touched", field=label))
    if shuffled(before, after):
        yield Said(field, "order", speech.say("order", field=label))


_PARTS: dict[str, tuple[str, tuple[Field, ...], tuple[Any, ...]]] = {
    "locations": (
        "location",
        LOCATION,
        (lambda place: place.name, lambda place: place.address, lambda place: place.postcode),
    ),
    "evidence": ("evidence", EVIDENCE, (lambda page: page.url, lambda page: page.title)),
}


def _part_words(speech: Speech, part: Location | Evidence) -> str:
    if isinstance(part, Evidence):
        return f"{quoted(part.title)} ({part.url})"
    hidden = speech.say("confidential") if part.confidential else None
    told = (part.name, part.address, part.postcode, hidden)
    return ", ".join(each for each in told if each) or speech.field("location latitude")


def checks(speech: Speech, before: Checked, after: Checked) -> Iterator[Said]:
    """Who confirmed what, and how."""
    if before.overall != after.overall:
        label = speech.say("whole-entry")
        yield from speech.differing("checked", label, _check(speech, before.overall), _check(speech, after.overall))
    for group in sorted({*before.groups, *after.groups}):
        old, new = before.groups.get(group), after.groups.get(group)
        if old != new:
            label = speech.say("check-of", part=speech.term("fact_groups", group))
            none = speech.say("no-check")
            told = (_check(speech, each) if each else none for each in (old, new))
            yield from speech.differing(f"checked.{group}", label, *told)


def _check(speech: Speech, check: Check) -> str:
    how = str(speech.grammar["checked_how"][check.how].more["phrase"])
    told = speech.say("checked-on", how=how, date=words_for_date(check.on)) if check.on else how
    return speech.say("checked-by", check=told, who=check.by) if check.by else told
