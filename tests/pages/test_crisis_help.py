"""Crisis help: on every page, for the right nation, from the records and from nowhere else."""

import re
from pathlib import Path

import pytest

from pages.street import tags_of, text_of, view_of
from rightdoor.pages import crisis_page
from rightdoor.pages.crisis_strip import strip
from rightdoor.pages.view import View


@pytest.fixture
def town() -> View:
    return view_of({"this": {}})


def numbers_in(html: str) -> set[str]:
    return set(re.findall(r'class="rd-phone"[^>]*>([^<]+)<', html))


def test_an_area_without_routes_of_its_own_shows_those_of_its_nation(town: View) -> None:
    words = text_of(strip(town, "northvale", "../../"))
    assert "Crisis in Northvale" in words
    assert "Life at risk: 999 or A&E" in words
    assert "NHS 111, then press 2" in words
    assert "Samaritans: 116 123" in words


def test_a_made_up_crisis_route_says_so_beside_its_number() -> None:
    town = view_of({"samaritans": {"fictional": True}})
    assert "Samaritans (made up): 116 123" in text_of(strip(town, "northvale", ""))
    assert "NHS 111" in text_of(strip(town, "northvale", ""))


def test_a_nation_never_shows_the_route_of_another(town: View) -> None:
    assert "NHS 111" not in text_of(strip(town, "wales", ""))


def test_a_page_of_no_area_shows_the_routes_of_all_nations(town: View) -> None:
    assert numbers_in(strip(town, None, "")) == {"999", "111", "116 123"}


def test_every_number_of_the_strip_comes_from_a_record() -> None:
    changed = view_of(
        {"samaritans": {"contact": {"phone": "01632 960 999"}}, "emergency-999": {"contact": {"phone": "998"}}}
    )
    assert numbers_in(strip(changed, "england", "")) == {"998", "111", "01632 960 999"}
    assert numbers_in(str(crisis_page.page(changed, "crisis").body)) == {"111", "01632 960 999"}
    assert "call 998 or go to A&E" in text_of(crisis_page.page(changed, "crisis").body)


def test_the_strip_leads_to_all_crisis_help_from_any_depth(town: View) -> None:
    assert 'href="../../crisis/"' in strip(town, None, "../../")
    assert 'href="/crisis/"' in strip(town, None, "/")


def test_a_directory_without_crisis_routes_still_makes_a_strip() -> None:
    bare = view_of(
        {}, areas={"england": {"name": "England", "kind": "nation"}, "wales": {"name": "Wales", "kind": "nation"}}
    )
    assert "All crisis help" in text_of(strip(bare, None, ""))
    assert "Help in a crisis" in text_of(crisis_page.page(bare, "crisis").body)


def test_the_crisis_page_has_every_nation_and_says_what_is_missing(town: View) -> None:
    page = crisis_page.page(town, "crisis")
    assert [words for _, words in page.toc] == ["England", "Wales"]
    assert "Wales has a line of its own that nobody has checked." in text_of(page.body)


def test_the_emergency_card_is_for_999_and_holds_no_link(town: View) -> None:
    body = str(crisis_page.page(town, "crisis").body)
    card = body.partition('<div class="rd-emergency">')[2].partition("</div>")[0]
    assert "call 999 or go to A&amp;E" in card
    assert "<a" not in card
    assert body.count('class="rd-emergency"') == 1


def test_a_charity_never_stands_in_a_care_card(town: View) -> None:
    body = str(crisis_page.page(town, "crisis").body)
    cards = [part.partition("</div>")[0] for part in body.split('<div class="rd-urgent">')[1:]]
    assert any("NHS 111" in card for card in cards)
    assert not any("Samaritans" in card for card in cards)
    assert "Samaritans" in body


def test_an_unconfirmed_crisis_route_says_so() -> None:
    services = {
        "nhs-111": {"name": "NHS 111", "type": "crisis-line", "contact": {"phone": "111"}, "checked": {"how": "never"}}
    }
    body = crisis_page.page(view_of(services), "crisis").body
    assert "Hours not known. Details not confirmed with the service." in text_of(body)


def test_the_strip_is_on_paper_and_its_link_is_not(root: Path) -> None:
    style = (root / "docs/.overrides/components/crisis-strip/crisis-strip.css").read_text("utf-8")
    on_paper = style.partition("@media print {")[2]
    assert re.search(r"\.rd-crisis \{ display: block;", on_paper)
    assert re.findall(r"([^{}]*)\{ display: none; \}", style) == ["\n  .rd-strip__all.rd-strip__all "]


def test_nothing_in_the_strip_moves_or_pops_up(town: View) -> None:
    assert {tag for tag, _ in tags_of(strip(town, "england", ""))} <= {"div", "p", "strong", "ul", "li", "span", "a"}


def test_a_route_by_text_says_what_to_send_or_for_whom_it_is() -> None:
    contact = {"phone": "111", "text": "07700 900 101", "text_note": "for people who are deaf"}
    both = view_of(
        {"nhs-111": {"contact": contact}, "samaritans": {"contact": {"text": "85258", "text_note": "text HELP"}}}
    )
    words = text_of(crisis_page.page(both, "crisis").body)
    assert "111; text 07700 900 101 (for people who are deaf)" in words
    assert "Samaritans text HELP to 85258" in words
    assert "Samaritans: text HELP to 85258" in text_of(strip(both, "england", ""))


def called(name: str, **contact: str) -> str:
    """How the strip says a crisis line of England."""
    town = view_of({"nhs-111": {"name": name, "contact": contact}})
    return text_of(strip(town, None, "")).partition("or A&E ")[2].partition(" Samaritans")[0]


@pytest.mark.parametrize(
    ("name", "contact", "said"),
    [
        (
            "NHS 111, mental health option (Wales)",
            {"phone": "111", "phone_note": "then select the mental health option"},
            "NHS 111 (Wales), then select the mental health option",
        ),
        ("NHS 111 press 2", {"phone": "111", "phone_note": "then press 2"}, "NHS 111, then press 2"),
        (
            "NHS 111 for deaf people",
            {"phone": "111", "phone_note": "ask for help"},
            "NHS 111 for deaf people, ask for help",
        ),
        ("111 for help", {"phone": "111"}, "111 for help"),
        ("Helpline 2000", {"phone": "200"}, "Helpline 2000: 200"),
        ("Vale Line", {"phone": "01632 960 200", "phone_note": "press 1"}, "Vale Line: 01632 960 200, press 1"),
        ("Shout 85258", {"text": "85258", "text_note": "text the word SHOUT"}, "Shout: text the word SHOUT to 85258"),
    ],
)
def test_the_strip_says_nothing_of_a_route_twice(name: str, contact: dict[str, str], said: str) -> None:
    assert called(name, **contact) == said


def test_the_numbers_of_the_strip_and_of_life_at_risk_cannot_be_pressed(town: View) -> None:
    assert "tel:" not in strip(town, "england", "")
    assert "tel:999" not in str(crisis_page.page(town, "crisis").body)


def test_every_other_number_of_the_crisis_page_can_be_called_or_texted() -> None:
    contact = {"phone": "111", "text": "07700 900 101", "text_note": "for people who are deaf"}
    body = str(crisis_page.page(view_of({"nhs-111": {"contact": contact}}), "crisis").body)
    assert {"tel:111", "tel:116123", "sms:07700900101"} <= {tag.get("href") for _, tag in tags_of(body)}


def test_the_page_keeps_the_help_of_each_area_unseen_with_what_its_nation_adds_not() -> None:
    line = {"name": "Vale Crisis Line", "type": "crisis-line", "contact": {"phone": "01632 960 300"}}
    routes = {"crisis_routes": ["emergency-999", "vale-line", "samaritans"]}
    areas = {"northvale": {"name": "Northvale", "kind": "local-authority", "within": "england", **routes}}
    kept = crisis_page.page(view_of({"vale-line": line}, areas=areas), "crisis").kept
    assert kept.count("<template") == kept.count("</template>") > 1
    own = kept.partition("<section aria-labelledby=")[2].partition("</section>")[0]
    assert "Vale Crisis Line" in own
    assert "Samaritans" not in own
    assert "999" not in own
