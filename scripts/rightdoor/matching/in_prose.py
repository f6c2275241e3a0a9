"""A service in sentences for formats that have only prose: what stands before it, its ways in, its waits, its names.

The sentences are in `schema/vocabularies/exchange_words.yaml`, those about intake and gates in `schema/criteria.yaml`.
"""

from collections.abc import Iterator

from rightdoor.matching.explain import service_words
from rightdoor.matching.hours import hours_words
from rightdoor.matching.match import takes_referrals
from rightdoor.matching.phrases import fill, joined, lower_first, who_words
from rightdoor.matching.plain import capital
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import COPIED
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import words_for_date
from rightdoor.model.service import Check, Response, Route, SendWith, Service, Wait


def say(form: str, grammar: Grammar, **gaps: str) -> str:
    """A sentence of `exchange_words` with its gaps filled."""
    return fill(str(grammar["exchange_words"][form].more["say"]), **gaps)


def notices(service: Service, directory: Directory) -> Iterator[str]:
    """What nobody may overlook: that it is made up, shut, reached through another, and what its own note says."""
    grammar, said = directory.grammar, directory.grammar.flags
    if service.fictional:
        yield said["fictional"]
    if service.status != "active":
        yield fill(said["status"], status=grammar["status"].label(service.status))
    form = {None: "intake_unknown", True: "intake_open", False: "intake_closed"}
    yield fill(said[form[takes_referrals(service.intake, grammar)]], intake=grammar["intake"].label(service.intake))
    if gate := service.referral.via:
        yield fill(said["via"], service=directory.services[gate].name if gate in directory.services else gate)
    if service.note:
        yield service.note


def way_words(route: Route, grammar: Grammar) -> str:
    """One way in: who may refer and how, with number or address, when it is answered, and what must come with it."""
    what = ", ".join(each for each in (route.phone, route.text, route.email, route.url) if each)
    gaps = {"who": capital(who_words(route.who, grammar)), "how": lower_first(grammar["referral_how"].label(route.how))}
    first = say("way-in-with", grammar, **gaps, what=what) if what else say("way-in", grammar, **gaps)
    return " ".join((f"{first}.", *_after(route, grammar)))


def _after(route: Route, grammar: Grammar) -> Iterator[str]:
    if route.hours:
        yield say("answered", grammar, hours=_hours(route.hours)) + "."
    if route.response:
        yield _response(route.response, grammar)
    if route.send_with:
        yield say("send-with", grammar, items=joined((_item(each, grammar) for each in route.send_with), grammar))
    if route.patient_must_opt_in:
        yield say("opt-in", grammar, time=route.patient_must_opt_in.words)
    if route.note:
        yield route.note


def _hours(text: str) -> str:
    """Hours in one line; a day keeps its capital letter."""
    words = hours_words(text)
    return "; ".join((words[0], *(lower_first(each) if each.startswith("Closed") else each for each in words[1:])))


def _response(response: Response, grammar: Grammar) -> str:
    gaps = {"step": capital(_step(response.to, grammar)), "time": response.within.words}
    if not response.word:
        return say("response", grammar, **gaps)
    return say("response-word", grammar, **gaps, word=lower_first(grammar["urgency"].label(response.word)))


def _item(item: SendWith, grammar: Grammar) -> str:
    label = lower_first(grammar["referral_requires"].label(item.what))
    return say("send-item", grammar, item=label, time=item.max_age.words) if item.max_age else label


def around_words(service: Service, directory: Directory) -> Iterator[str]:
    """What stands around the ways in: whom to ask first, and where to go if it declines."""
    grammar, advice = directory.grammar, service.referral.advice
    if advice and (what := ", ".join(each for each in (advice.phone, advice.email) if each)):
        what = f"{what}; {_hours(advice.hours)}" if advice.hours else what
        yield say("advice", grammar, who=who_words(advice.who, grammar), what=what)
    if services := service_words(service.referral.if_declined, directory, "or"):
        yield say("if-declined", grammar, services=services)


def wait_words(wait: Wait, grammar: Grammar) -> str:
    """One published wait with the day on which it was true."""
    form = {0: "wait-none", 1: "wait-one"}.get(wait.weeks, "wait")
    start, end = _step(wait.start, grammar), _step(wait.end, grammar)
    return say(form, grammar, start=start, end=end, weeks=str(wait.weeks), date=words_for_date(wait.as_of))


def _step(code: str, grammar: Grammar) -> str:
    steps = grammar["wait_steps"]
    return str(steps[code].more.get("phrase", code)) if code in steps else code


def names_words(service: Service, grammar: Grammar) -> Iterator[str]:
    """Its other names, what it helps with, and whether there are interpreters."""
    if service.also_known_as:
        yield say("also-known-as", grammar, names="; ".join(service.also_known_as))
    if service.needs:
        needs = joined((lower_first(grammar["needs"].label(each)) for each in service.needs), grammar)
        yield say("helps-with", grammar, needs=needs)
    if words := interpreters_words(service, grammar):
        yield words


def interpreters_words(service: Service, grammar: Grammar) -> str:
    """Whether there are interpreters; "" where nobody has said."""
    said = service.languages.interpreters
    if said == "unknown":
        return ""
    return say("interpreters", grammar, answer=lower_first(grammar["yes_no_unknown"].label(said)))


def checked_words(service: Service, grammar: Grammar) -> str:
    """When the entry as a whole was last checked, and how; copying it from elsewhere is said to be just that."""
    check = service.checked.overall
    if check.how == "never" or check.on is None:
        return say("checked-never", grammar)
    if check.how == COPIED:
        return say("checked-copied", grammar, date=words_for_date(check.on))
    return say("checked", grammar, date=words_for_date(check.on), how=_how(check, grammar))


def _how(check: Check, grammar: Grammar) -> str:
    ways = grammar["checked_how"]
    return str(ways[check.how].more.get("phrase", check.how)) if check.how in ways else check.how
