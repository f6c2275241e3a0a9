"""The offline pack as a file: what stands in it without JavaScript, and what a stranger's entry cannot do to it."""

import base64
import hashlib
import json
import re
import zlib
from datetime import date, timedelta
from pathlib import Path

import pytest

from pages.street import CRISIS, HERE, NATIONWIDE, TODAY, text_of, view, view_of
from pages.street import street as town
from rightdoor.pages import browser_data, pack, pack_data
from rightdoor.records.load import load

CHOOSY = {
    "name": "Choosy",
    "intake": "open",
    "criteria": {
        "area": HERE,
        "age": {"from": "18y", "refer_to": ["young"]},
        "does_not_take": [{"reason": "psychosis", "refer_to": ["team"]}],
        "check_first": [{"reason": "eating-disorder", "how": "Phone the duty worker"}],
    },
    "referral": {
        "routes": [{"who": ["gp"], "how": "phone", "phone": "01632 960 001", "send_with": ["consent"]}],
        "advice": {"who": ["gp"], "phone": "01632 960 002"},
    },
    "contact": {"phone": "01632 960 003"},
}
SERVICES = {
    "choosy": CHOOSY,
    "team": {"name": "The Team", "needs": ["psychosis"]},
    "young": {"name": "The Young", "needs": ["adhd"]},
    "front-door": {"name": "The Front Door", "type": "kind-of-tomorrow"},
    "far": {"name": "Far Away", "criteria": {"area": {"basis": "gp-practice", "areas": ["eastvale"]}}},
}


@pytest.fixture(autouse=True)
def browser_code(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("assets")
    for name in (pack.STYLE, pack.SCRIPT):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("/* made */\r\n")
    monkeypatch.setattr(pack, "assets_folder", lambda: folder)
    return folder


def packed(services: dict[str, dict[str, object]] | None = None, area: str = "northvale", today: date = TODAY) -> str:
    return pack.html_of(view(town(services or SERVICES), today), area)


def entry(html: str, service: str) -> str:
    return html.partition(f'id="service-{service}">')[2].partition("</article>")[0]


def data_of(html: str) -> dict[str, dict[str, object]]:
    held = re.search(r'id="rd-pack" data-packed="deflate">([^<]*)</script>', html)
    assert held
    return json.loads(zlib.decompress(base64.b64decode(held[1])))


def test_an_entry_says_whom_it_takes_and_how_to_refer_without_a_script():
    said = text_of(entry(packed(), "choosy"))
    for words in (
        "Referrals Open to referrals",
        "Takes Aged 18 and over",
        "Check first People with an eating disorder. Phone the duty worker",
        "Does not take People with psychosis → The Team",
        "Go instead Of another age → The Young",
        "Ask first GP: 01632 960 002",
        "How to refer GP: By phone, 01632 960 001",
        "Send with it GP: The person's agreement",
        "Contact 01632 960 003",
        "confirmed by phone, 1 November 2026",
    ):
        assert words in said, words


def test_a_note_that_ends_a_sentence_is_followed_by_no_second_stop():
    contact = {"phone": "01632 960 003", "phone_note": "At night a duty officer answers.", "email": "us@example.org"}
    route = {"who": ["gp"], "how": "phone", "phone": "01632 960 001", "note": "Ask for the duty worker."}
    said = text_of(
        entry(packed({"noted": {"name": "Noted", "contact": contact, "referral": {"routes": [route]}}}), "noted")
    )
    assert "Contact 01632 960 003 (At night a duty officer answers); us@example.org" in said
    assert not re.search(r"\.[;,.]", said)


def test_what_nobody_has_said_is_said_to_be_unknown():
    said = text_of(entry(packed(), "team"))
    for words in (
        "Not known whether it takes referrals",
        "Wait Not known",
        "Does not take Not known: there may be people it does not take",
        "How to refer Not known",
        "Phone not known",
        "Cost Not known",
    ):
        assert words in said, words


def test_a_closed_service_says_so_before_whom_it_takes():
    said = text_of(entry(packed({"shut": {"name": "Shut", "intake": "waiting-list-closed"}}), "shut"))
    assert said.index("Waiting list closed") < said.index("Takes")


def test_national_services_that_work_here_are_in_the_pack_and_those_of_other_areas_are_not():
    html = packed()
    for each in (*CRISIS, "choosy", "team", "young", "front-door"):
        assert entry(html, each), each
    assert "Far Away" not in html


def test_every_link_of_the_pack_leads_to_a_place_in_it():
    sent = {**CHOOSY, "referral": {"if_declined": ["far"]}}
    html = packed({**SERVICES, "choosy": sent})
    body = html.partition("<body")[2].partition('<script type="application/json"')[0]
    ids = set(re.findall(r'\bid="([^"]+)"', body))
    assert set(re.findall(r'href="#([^"]+)"', body)) - ids == set()
    assert not re.findall(r'href="(?!#|https?:|mailto:|tel:)', body)
    assert "Far Away" in html


def test_every_record_of_the_data_has_a_place_in_the_pack(root: Path):
    made = view(load(root, TODAY, keep_going=True, jobs=1).directory)
    html = pack.html_of(made, "northvale")
    told = browser_data.told(made, "area/northvale")
    records = [*told["services"], *told["elsewhere"], *pack_data.national_here(made, "northvale")]
    assert len(records) > 90
    assert [each["id"] for each in records if f'id="service-{each["id"]}"' not in html] == []


def test_needs_name_the_services_that_name_them_and_lead_to_wider_ones():
    services = {"wide": {"name": "Wide", "needs": ["anxiety"]}, "near": {"name": "Near", "needs": ["panic"]}}
    html = packed(services)
    panic = html.partition('id="need-panic"')[2].partition("</details>")[0]
    assert '<a href="#service-near">Near</a>' in panic
    assert "Wide" not in panic
    assert '<a href="#need-anxiety">' in panic


def test_crisis_help_comes_first_and_the_emergency_number_is_no_link():
    html = packed()
    strip = html.partition('aria-label="Help in a crisis"')[2].partition("</section>")[0]
    assert html.index('aria-label="Help in a crisis"') < html.index("<main")
    for number in ("999", "111, then press 2", "116 123"):
        assert number in text_of(strip)
    assert "<a " not in strip


def test_an_area_without_routes_of_its_own_has_those_of_all_nations_and_none_without_a_number():
    areas = {"northvale": {"name": "Northvale", "kind": "local-authority"}}
    silent = {"nhs-111": {"name": "NHS 111", "type": "crisis-line", "contact": {}}}
    html = pack.html_of(view(town({**SERVICES, **silent}, areas=areas)), "northvale")
    strip = text_of(html.partition('aria-label="Help in a crisis"')[2].partition("</section>")[0])
    assert "999" in strip
    assert "116 123" in strip
    assert "NHS 111" not in strip
    assert "Northvale" not in strip


def test_the_day_and_the_last_day_of_use_stand_before_everything_else():
    html = packed()
    day = html.partition('<header class="rd-pack__day"')[2].partition("</header>")[0]
    assert "Made on 23 November 2026. Do not use after 23 December 2026." in text_of(f"<header{day}")
    assert html.index("rd-pack__day") < html.index("rd-crisis")
    assert "offline pack of 23 November 2026" in html.partition("<title>")[2].partition("</title>")[0]


def test_a_made_up_area_says_so_at_the_top(root: Path):
    html = pack.html_of(view(load(root, TODAY, keep_going=True, jobs=1).directory), "northvale")
    assert "offline pack for Northvale (made up)" in html
    assert "Send nobody to the others." in html


def test_the_policy_allows_its_own_script_and_style_and_nothing_else():
    html = packed()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert html.index("Content-Security-Policy") < html.index("<style>")
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        inside = html.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{rule} &#39;sha256-{digest}&#39;;" in policy[1]
        assert "\r" not in inside
    assert policy[1].startswith("default-src &#39;none&#39;")
    assert "unsafe" not in policy[1]
    assert "connect-src" not in policy[1]


def test_a_script_that_speaks_of_scripts_does_not_end_early(browser_code: Path):
    (browser_code / pack.SCRIPT).write_text('a="</script>";b="<!-- <script>";')
    html = packed()
    assert 'a="\\x3c/script>";b="\\x3c!-- \\x3cscript>";' in html


HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title><svg onload=alert(1)>",
    "{{7*7}}{% for a in b %}",
    "\u2028\u2029 ' onmouseover='x",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_stranger_writes_stays_text(words: str):
    route = {"who": ["gp"], "how": "phone", "note": words}
    hostile = {
        **CHOOSY,
        "name": words,
        "summary": words,
        "note": words,
        "also_known_as": [words],
        "referral": {"routes": [route]},
        "contact": {"phone": words, "website": "javascript:alert(1)"},
    }
    html, plain = packed({**SERVICES, "choosy": hostile}), packed()
    for tag in ("<script", "</script>", "<img", "<svg", "<!--", "<style", "</title>"):
        assert html.count(tag) == plain.count(tag), tag
    assert "javascript:" not in html
    assert " ".join(words.split()) in text_of(html)
    assert any(each == words for each in json_texts(data_of(html)))


def json_texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in json_texts(part)]


def test_the_data_is_that_of_the_site_for_one_area():
    held = data_of(packed())
    assert set(held) == {
        "areas", "area/northvale", "matching", "national", "places", "refusals", "vocabulary",
        "words/national", "words/northvale",
    }  # fmt: skip
    assert [each["id"] for each in held["areas"]["areas"]] == ["northvale"]  # type: ignore[attr-defined,index]
    assert held["areas"]["home"] == "northvale"


def test_a_national_service_for_another_nation_is_not_in_the_data():
    made = view_of({"samaritans": {"criteria": {"area": {**NATIONWIDE, "areas": ["wales"]}}}})
    ids = {each["id"] for each in pack_data.national_here(made, "northvale")}
    assert ids == {"emergency-999", "nhs-111"}


def test_the_same_directory_on_the_same_day_gives_the_same_text():
    assert packed() == packed()
    assert packed() != packed(today=TODAY + timedelta(days=1))
