"""Services and people made up at random: the browser's engine says what the Python one says, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from matching import test_properties as made
from matching.engines import Asked, Browser, Files
from matching.test_engines_agree import in_words
from matching.vectors import GRAMMAR, TODAY, directory_of
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Check, Checked, Referral, Service, Wait
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

IDS = ("first", "second", "third")
NAMES = ("Anna", "anna", "Ännchen", "Zoë", "Strasse", "Straße", "ὈΔΥΣΣΕΎΣ", "Ⅷ", "😀 Talk", "\ufb01n", "\uffedTalk")
"""Names that two languages may put in different orders: capitals, accents, ß, a final sigma, and rare characters."""

AGES = (0, 89, 90, 112, 113, 179, 180, 225, 226, 359, 360)
"""Days since a check, at each rung of the ladder."""

BASE = directory_of(dict.fromkeys(IDS, {}))
codes = st.lists(st.sampled_from((*IDS, "elsewhere")), max_size=3, unique=True).map(tuple)
checks = st.builds(
    Check,
    st.sampled_from(("never", "other-directory", "published-page", "provider-phone")),
    st.none() | st.sampled_from(AGES).map(lambda days: TODAY - timedelta(days)),
)
steps = st.sampled_from(("referral", "assessment", "first-appointment", "treatment"))
waits = st.lists(st.builds(Wait, steps, steps, st.integers(0, 5), st.just(TODAY)), max_size=2).map(tuple)


@st.composite
def with_places_to_go(draw: st.DrawFn) -> object:
    """Criteria, each of which names somewhere to go instead."""
    found = draw(made.criteria)
    if found.area and draw(st.booleans()):
        found = replace(found, area=replace(found.area, basis="national"))
    limits = {name: getattr(found, name) for name in ("age", "severity", "area", "time_since_event")}
    named = {name: replace(limit, refer_to=draw(codes)) for name, limit in limits.items() if limit}
    rows = {
        name: tuple(replace(row, refer_to=draw(codes), words=draw(st.none() | st.just("Own"))) for row in rows)
        for name in ("only", "does_not_take", "check_first")
        if (rows := getattr(found, name)) is not None
    }
    return replace(found, **named, **rows)


@st.composite
def rules(draw: st.DrawFn, service: Service) -> Service:
    """A service with everything made up that may differ by area."""
    return replace(
        service,
        intake=draw(st.sampled_from(list(GRAMMAR["intake"].terms))),
        criteria=draw(with_places_to_go()),
        waits=draw(waits),
        referral=Referral(via=draw(st.none() | st.sampled_from(IDS)), if_declined=draw(codes)),
        checked=Checked(draw(checks), draw(st.dictionaries(st.sampled_from(("contact", "waits")), checks))),
    )


@st.composite
def services(draw: st.DrawFn, id: str) -> Service:
    """A service with everything made up that matching looks at, and other rules in some areas."""
    usual = replace(
        draw(rules(BASE.services[id])),
        name=draw(st.sampled_from(NAMES)),
        folder=draw(st.sampled_from(("northvale", "national"))),
        status=draw(st.sampled_from(("active", "active", "active", "inactive", "defunct"))),
        needs=draw(st.lists(made.code("needs"), max_size=3, unique=True).map(tuple)),
        fictional=draw(st.booleans()),
    )
    areas = st.sampled_from(("northvale", "eastvale", "valeland"))
    return replace(usual, by_area=draw(st.dictionaries(areas, rules(usual), max_size=2)))


directories = st.tuples(*map(services, IDS)).map(
    lambda found: replace(BASE, services={each.id: each for each in found})
)


@pytest.fixture(scope="module")
def wording() -> Grammar:
    return load_grammar(schema_folder())


@pytest.fixture(scope="module")
def browser_engine() -> Iterator[Browser]:
    engine = Browser()
    yield engine
    engine.close()


# Where they part is said in the message; making an example smaller would take minutes.
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(directory=directories, told=st.lists(made.answers, min_size=3, max_size=3))
def test_both_engines_say_the_same_of_services_made_up_at_random(
    directory: Directory, told: list[made.Answers], browser_engine: Browser, wording: Grammar
) -> None:
    said = in_words(directory, wording)
    browser_engine.knows("random", Files(said, TODAY).whole())
    asked: list[Asked] = [(None, answers) for answers in told]
    asked += [(service, answers) for service in IDS for answers in told]
    browser_engine.agrees("random", said, asked, TODAY)
