"""The form draws an entry as its page will be: the same elements and words, and what is unknown as unknown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser.drawing import Drawn, Entry, easel, entries_of, silences, with_these
from matching.test_hours import SAID
from rightdoor.model.directory import Directory
from rightdoor.pages import preview_template

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RICH = (
    "northvale-talking-therapies",
    "valeland-online-therapy",
    "northvale-cmht",
    "shout",
    "nhs-111-mental-health-england",
)
"""Entries that say much: in every kind of field, with rules of one area, and of lines for a crisis."""

BARE = {
    "name": "A Service",
    "organization": "valeland-partnership-nhs-trust",
    "type": "counselling-service",
    "status": "active",
    "summary": "It helps.",
    "checked": {"how": "never"},
}
WAIT = {"as_of": "2026-11-01", "weeks": 4}
CHECKED = [
    {"how": how, "on": day, "by": "volunteer"}
    for how in ("other-directory", "published-page", "provider-phone")
    for day in ("2026-11-20", "2026-05-20", "2026-03-01", "2024-01-01")
]
SAYING: dict[str, list[Any]] = {
    "status": ["inactive", "defunct", "temporarily closed"],
    "intake": ["open", "long-wait", "waiting-list-closed", "paused", "closing", "unknown"],
    "type": ["emergency", "crisis-line", "helpline", "refuge", "cmht"],
    "needs": [["domestic-abuse"], ["crisis"], ["not-in-the-vocabulary"]],
    "sessions": [
        {"policy": "up-to", "to": 1},
        {"policy": "range", "from": 6, "to": 12},
        {"policy": "range", "from": 6, "to": 6},
        {"policy": "open-ended", "from": 6},
        {"policy": "drop-in", "then": "Come again."},
    ],
    "languages": [{"interpreters": "no"}, {"interpreters": "yes", "spoken": ["en"]}, {"interpreters": "unknown"}],
    "locations": [[{"name": "Refuge", "confidential": True}], [{"confidential": True}], [{"address": "1 Mill Lane"}]],
    "related": [["northvale-cmht"], ["northvale-cmht", "not-in-the-directory"]],
    "contact": [{"webchat": "https://example.org"}, {"website": "javascript:alert(1)"}, {"phone": "116 123"}],
    "description": ["One.\n\nTwo\nlines.\n", "Only one."],
    "checked": CHECKED,
    "evidence": [[{"covers": ["waits"], "url": "tel:1", "title": "A", "dated": "2021-07-16"}]],
    "waits": [
        [{"from": "referral", "to": "treatment", **WAIT, "weeks": 0}],
        [{"from": "referral", "to": "treatment", **WAIT, "weeks": 160}],
        [{"from": "assessment", "to": "treatment", **WAIT, "weeks": 1}],
    ],
    "fictional": [True],
}
CRITERIA: dict[str, list[Any]] = {
    "age": [
        "any",
        {"from": "18y"},
        {"from": "17y9m"},
        {"from": "0y", "to": "17y"},
        {"from": "18y", "to": "18y"},
        {"under": "65y"},
        {"from": "16y", "under": "18y6m", "words": "Aged 16."},
        {"from": "16y", "words": "Aged 16 and over."},
    ],
    "severity": [
        "any",
        {"from": "mild", "to": "moderate"},
        {"from": "mild", "to": "mild"},
        {"to": "moderate"},
        {"from": "severe"},
        {"from": "severe-enduring"},
        {"from": "moderate", "to": "severe-enduring"},
        {"to": "severe-enduring"},
    ],
    "area": [
        {"basis": "national", "areas": ["england", "wales", "scotland", "northern-ireland"]},
        {"basis": "gp-and-address", "areas": ["northvale", "eastvale", "not-an-area"], "refer_to": ["shout"]},
    ],
    "only": [[{"reason": "veteran", "words": "Veterans.", "refer_to": ["shout"]}, {"reason": "carer"}]],
    "time_since_event": ["any", {"from": "6m"}, {"to": "2y"}, {"from": "6m", "to": "24m"}, {"from": "0d"}],
    "does_not_take": [
        "none stated",
        [{"reason": "recent-attempt", "within": "4w"}, {"reason": "psychosis", "within": "1y"}],
        [{"reason": "under-secondary-care", "except_via": ["gp", "professional"]}],
    ],
    "holds_risk": ["none-stated", "thoughts-no-intent"],
}


@pytest.fixture(scope="module")
def sheet(browser: Browser, root: Path) -> Iterator[Page]:
    with easel(browser, root) as page:
        yield page


@pytest.fixture(scope="module")
def drawn(sheet: Page, directory: Directory) -> Drawn:
    return Drawn(sheet, directory)


def made_up(number: int, **said: Any) -> Entry:
    return Entry(f"directory/services/eastvale/made-up-{number}.yaml", {**BARE, **said})


def test_every_entry_of_the_directory_is_drawn_as_its_page_is_built(
    drawn: Drawn, root: Path, directory: Directory
) -> None:
    entries = entries_of(root, directory)
    assert len(entries) > 100
    assert drawn.differing(entries) == []


def test_an_entry_that_leaves_out_anything_that_it_may_is_drawn_as_it_is_built(
    sheet: Page, root: Path, directory: Directory
) -> None:
    entries = [bare for each in entries_of(root, directory) if each.id in RICH for bare in silences(each)]
    assert len(entries) > 300
    changed = Drawn(sheet, with_these(directory, entries))
    assert changed.differing(entries) == []


def test_whatever_an_entry_may_say_is_drawn_as_it_is_built(sheet: Page, directory: Directory) -> None:
    said = [{name: value} for name, values in SAYING.items() for value in values]
    said += [{"criteria": {name: value}} for name, values in CRITERIA.items() for value in values]
    said += [{"waits": [{"from": "referral", "to": "treatment", **WAIT}], "checked": each} for each in CHECKED]
    entries = [made_up(number, **each) for number, each in enumerate(said)]
    changed = Drawn(sheet, with_these(directory, entries))
    assert changed.differing(entries) == []


def test_hours_are_drawn_in_the_words_of_the_page_or_as_they_were_typed(sheet: Page, directory: Directory) -> None:
    typed = [each for each, _ in SAID] + [
        "week 1-53/2 Tu 10:00-12:00",
        "Mo 27:00-28:00",
        "PH-Mo 10:00+",
        "Mo-Fr, PH off",
    ]
    entries = [made_up(number, hours=each) for number, each in enumerate(typed)]
    changed = Drawn(sheet, with_these(directory, entries))
    assert changed.differing(entries) == []


def test_the_template_asks_for_nothing_that_the_form_cannot_tell(root: Path, drawn: Drawn) -> None:
    """A new name of `service.html` has to be told by `preview/values.js`, or listed as known to a build only."""
    asked = preview_template.names_of(drawn.words["template"])
    told = drawn.page.evaluate(
        """async ([words]) => {
          const read = (name) => import(new URL(`../preview/${name}.js`, location.href).href);
          const [{ valuesOf }, { ONLY_A_BUILD_KNOWS }] = [await read("values"), await read("draw")];
          const values = valuesOf({}, words, { id: "", folder: "", today: "2026-11-23" });
          return [Object.keys(values), [...ONLY_A_BUILD_KNOWS]];
        }""",
        [drawn.words],
    )
    assert asked - set(told[0]) == set(told[1])


def test_a_form_that_nobody_has_filled_in_yet_is_drawn_with_everything_unknown(drawn: Drawn) -> None:
    seen = drawn.seen({})
    assert "No name yet" in seen
    assert seen.count("Not known") > 10
    assert "undefined" not in seen
    assert "null" not in seen
    assert "NaN" not in seen


@pytest.mark.parametrize(
    "half",
    [
        {
            "criteria": {
                "age": {"from": "eighteen"},
                "severity": {"from": "bad"},
                "area": {},
                "time_since_event": {"from": "x"},
            }
        },
        {"criteria": {"does_not_take": [{}], "check_first": [{"words": "Ask."}], "only": [{}], "takes_despite": [{}]}},
        {"referral": {"routes": [{}, {"send_with": [{}]}, {"response": {}}], "advice": {}, "via": "nowhere"}},
        {"waits": [{}, {"from": "referral", "weeks": "four"}], "sessions": {}, "cost": {}, "locations": [{}]},
        {
            "checked": {"on": "2026-02-31", "how": "provider-phone", "waits": {"how": "published-page"}},
            "evidence": [{}],
        },
        {"type": "constructor", "needs": ["__proto__"], "hours": "toString", "organization": "valueOf"},
        {"by_area": {"eastvale": {}, "nowhere": {"criteria": {}}}, "languages": {}, "contact": {}},
    ],
)
def test_an_entry_half_filled_in_is_drawn_as_far_as_it_goes(drawn: Drawn, half: dict[str, Any]) -> None:
    seen = drawn.seen({**BARE, **half})
    assert "Contact and hours" in seen
    assert "undefined" not in seen
    assert "[object" not in seen
    assert "NaN" not in seen


NASTY = '</p><script>alert(1)</script><img src=x onerror="alert(1)">{{ 7*7 }}\ue0000\ue000"><b>'


def test_nothing_that_is_typed_can_become_an_element_or_lead_anywhere(drawn: Drawn) -> None:
    link = "javascript:alert(1)"
    typed = {
        **dict.fromkeys(("name", "organization", "type", "status", "summary", "description", "hours", "note"), NASTY),
        "also_known_as": [NASTY],
        "criteria": {"does_not_take": [{"reason": NASTY, "words": NASTY, "refer_to": [NASTY]}]},
        "referral": {"routes": [{"who": [NASTY], "how": NASTY, "url": link, "note": NASTY, "phone": NASTY}]},
        "contact": {"website": link, "webchat": link, "phone": NASTY, "email": "hello@example.org"},
        "evidence": [{"covers": [NASTY], "url": link, "title": NASTY}],
        "waits": [{"from": NASTY, "to": NASTY, "weeks": 4, "as_of": NASTY, "source": link}],
    }
    made = drawn.made(typed)
    assert not {"script", "img", "b"} & set(made["tags"])
    assert not [each for each in made["links"] if each.startswith("javascript")]
    assert NASTY.split("{{", maxsplit=1)[0] in drawn.seen(typed)


def test_an_organization_that_is_not_in_the_directory_yet_is_named(drawn: Drawn) -> None:
    assert "run by New Leaf" in drawn.seen({**BARE, "organization": "new-leaf"}, organization="New Leaf")
    assert "run by new-leaf (no entry)" in drawn.seen({**BARE, "organization": "new-leaf"})
