"""How people reach a service: the gate, the ways in, the advice line and where to go if it declines."""

from collections.abc import Iterator

from rightdoor.changes import fields
from rightdoor.changes.change import Said
from rightdoor.changes.fields import Field, paired, shuffled
from rightdoor.changes.speech import Speech
from rightdoor.matching.hours import DAYS, hours_words
from rightdoor.matching.phrases import lower_first
from rightdoor.matching.plain import joined
from rightdoor.model.measure import Span
from rightdoor.model.opening_hours import MONTHS
from rightdoor.model.service import Referral, Response, Route, SendWith

_NAMES = (*DAYS.values(), *MONTHS.values())


def in_words(speech: Speech, hours: str) -> str:
    """Opening hours in words, in the middle of a sentence."""
    return "; ".join(each if each.startswith(_NAMES) else lower_first(each) for each in hours_words(hours))


def _answer(speech: Speech, response: Response) -> str:
    within = speech.say("within-days", step=speech.term("wait_steps", response.to), time=response.within.words)
    return f"{within} ({response.word})" if response.word else within


def _sent(speech: Speech, item: SendWith) -> str:
    what = speech.term("referral_requires", item.what)
    return speech.say("no-older", what=what, time=item.max_age.words) if item.max_age else what


def _time(speech: Speech, span: Span) -> str:
    return span.words


HOURS = Field("hours", in_words)
WAY = (
    Field("who", lambda speech, code: speech.term("referral_who", code), many=True),
    fields.term("how", "referral_how"),
    fields.plain("phone"),
    fields.plain("email"),
    fields.plain("url"),
    fields.plain("text"),
    HOURS,
    Field("response", _answer, typed=True),
    Field("send_with", _sent, many=True),
    Field("patient_must_opt_in", _time),
    fields.prose("note"),
)
ADVICE = (fields.terms("who", "referral_who"), fields.plain("phone"), fields.plain("email"), HOURS)
WHOLE = (fields.name_of("via", "services"), fields.names("if_declined", "services"))


def said(speech: Speech, before: Referral, after: Referral) -> Iterator[Said]:
    """What differs in how people are referred."""
    for each in fields.said(speech, WHOLE, before, after):
        yield each._replace(field=f"referral.{each.field}")
    if before.routes != after.routes:
        yield from _ways(speech, before.routes, after.routes)
    for each in fields.said(speech, ADVICE, before.advice, after.advice, "advice"):
        yield each._replace(field=f"referral.{each.field}")


def _ways(speech: Speech, before: tuple[Route, ...], after: tuple[Route, ...]) -> Iterator[Said]:
    pairs, came, went = paired(before, after, lambda way: (way.who, way.how), lambda way: way.how, lambda way: way.who)
    for ways, code in ((came, "way-more"), (went, "way-less")):
        for way in ways:
            whole, short = way_words(speech, way, whole=True), speech.say(code, way=way_words(speech, way))
            told = ("", whole) if code == "way-more" else (whole, "")
            yield Said("referral.routes", code, speech.say(code, way=whole), *told, short)
    for old, new in pairs:
        if old != new:
            thing = way_words(speech, old)
            for each in fields.said(speech, WAY, old, new, "route", thing):
                yield each._replace(field=each.field.replace("route.", "referral.routes.", 1))
    if shuffled(before, after):
        yield Said("referral.routes", "order", speech.say("order", field=speech.field("routes")))


def way_words(speech: Speech, way: Route, *, whole: bool = False) -> str:
    """A way in: how, and for whom; as a whole with everything that is said of it."""
    people = joined((_person(speech, each) for each in way.who), "or")
    name = speech.say("way", how=speech.term("referral_how", way.how), who=people)
    return "; ".join((name, *_details(speech, way))) if whole else name


def _person(speech: Speech, who: str) -> str:
    return str(speech.grammar["referral_who"][who].more.get("short") or speech.term("referral_who", who))


def _details(speech: Speech, way: Route) -> Iterator[str]:
    for field in WAY[2:]:
        value = getattr(way, field.name)
        words = (
            joined(field.words(speech, each) for each in value) if field.many else value and field.words(speech, value)
        )
        if words:
            yield f"{fields.label_of(speech, field.name, 'route')}: {words}"
