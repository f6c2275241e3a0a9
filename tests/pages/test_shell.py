"""The theme with its slots: filled by joining, escaped for each place, under a strict policy."""

import pytest

from rightdoor.pages.page import Page
from rightdoor.pages.shell import Shell, Site, policy_of, slot, values_of

SITE = Site("Valeland", "https://example.org/sub/", "https://example.org/repo", "edit/main")
HOSTILE = "A \"quote\" <b> & 'x'"


def strip(area: str | None, root: str) -> str:
    return f"[{area} {root}]"


def page(**fields: object) -> Page:
    given = {"address": "services/x/", "kind": "service", "title": "X", "description": "D", "body": "<h1>X</h1>"}
    return Page(**{**given, **fields})  # type: ignore[arg-type]


def test_a_shell_is_filled_slot_by_slot() -> None:
    shell = Shell.of(f"<title>{slot('window-title')}</title>{slot('body')}{slot('window-title')}")
    assert shell.slots == {"window-title", "body"}
    assert shell.fill({"window-title": "T", "body": "B"}) == "<title>T</title>BT"


def test_the_words_of_a_slot_in_an_entry_stay_words() -> None:
    shell = Shell.of(f"{slot('body')}{slot('policy')}")
    assert shell.fill({"body": slot("policy"), "policy": "P"}) == f"{slot('policy')}P"


def test_slots_that_are_the_same_everywhere_are_filled_once() -> None:
    shell = Shell.of(f"a{slot('x')}b{slot('y')}c{slot('x')}d").with_filled({"x": "X"})
    assert shell.pieces == ("aXb", "y", "cXd")


def test_a_slot_that_is_given_nothing_is_an_error() -> None:
    with pytest.raises(KeyError, match="body"):
        Shell.of(slot("body")).fill({})


def test_each_value_is_escaped_for_its_place() -> None:
    values = values_of(
        page(title=HOSTILE, description=HOSTILE, crumbs=((HOSTILE, "needs/"),), toc=(("a", HOSTILE), ("b", "B"))),
        SITE,
        strip,
    )
    for name in ("window-title", "description", "crumbs", "contents"):
        assert "<b>" not in values[name] and "&lt;b&gt;" in values[name], name
    assert '"quote"' not in values["description"]


def test_links_are_relative_and_the_canonical_address_is_whole() -> None:
    values = values_of(page(crumbs=(("Home", ""), ("Needs", "needs/"))), SITE, strip)
    assert 'href="../../"' in values["crumbs"] and 'href="../../needs/"' in values["crumbs"]
    assert values["canonical"] == '<link rel="canonical" href="https://example.org/sub/services/x/">'
    assert values["crisis"] == "[None ../../]"


def test_a_discreet_page_keeps_its_title_and_description_out_of_the_window() -> None:
    values = values_of(page(title="Refuge", description="Domestic abuse", discreet=True), SITE, strip)
    assert values["window-title"] == "Support service – Valeland"
    assert "abuse" not in values["description"].casefold()


def test_every_page_has_links_to_correct_it() -> None:
    file = "directory/services/x.yaml"
    assert f"https://example.org/repo/edit/main/{file}" in values_of(page(source=file), SITE, strip)["edit"]
    assert "Something is wrong" in values_of(page(), SITE, strip)["edit"]
    assert "alert" not in values_of(page(source=file), Site("V", repository="javascript:alert(1)"), strip)["edit"]


def test_a_page_that_searchers_must_not_list_says_so() -> None:
    assert "noindex" in values_of(page(noindex=True), SITE, strip)["robots"]


def test_the_policy_allows_only_the_scripts_of_the_empty_theme() -> None:
    assert "script-src 'self';" in policy_of('<script src="x.js"></script><script type="application/json">{}</script>')
    named = policy_of("<script>alert(1)</script>")
    assert "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';" in named
    assert "unsafe" not in named and "default-src 'none'" in named
