"""The vocabularies: well-formed, unambiguous, and safe to show to a patient beside the screen."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from rightdoor.model.grammar import Grammar
from rightdoor.records.findings import explainer
from rightdoor.records.grammar import decider
from rightdoor.records.read import read_source
from rightdoor.records.vocabularies import load_grammar

# Search turns these away from a single meaning (docs/safety, invariant 3).
AMBIGUOUS = ["BPD", "PD", "SAD", "ED", "AN", "OD", "IPT", "ERP", "ASC"]
CRISIS_WORDS = ["suicide", "SI", "overdose", "OD", "DSH", "TLNWL", "postpartum psychosis", "self harm", "999"]
ANSWERED = ("needs", "service_types", "reasons", "groups")
SAID = ("phrase", "question", "short", "say")
REVEALING = re.compile("abuse|violen|rape|sexual|domestic|honour|marriage|refuge")


def vocabulary_files() -> list[Path]:
    return sorted((Path(__file__).parents[2] / "schema" / "vocabularies").glob("*.yaml"))


@pytest.fixture(scope="module")
def grammar(root: Path) -> Grammar:
    return load_grammar(root / "schema")


def plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


@pytest.mark.parametrize("file", vocabulary_files(), ids=lambda file: file.stem)
def test_a_vocabulary_keeps_to_its_schema_and_is_named_like_its_file(file: Path):
    data = read_source(file.read_bytes(), file.name).data
    assert [error.message for error in explainer("vocabulary").iter_errors(data)] == []
    assert decider("vocabulary").is_valid(data)
    assert data["name"] == file.stem


@pytest.mark.parametrize("file", vocabulary_files(), ids=lambda file: file.stem)
def test_no_code_is_given_twice(file: Path):
    codes = [term["code"] for term in read_source(file.read_bytes(), file.name).data["terms"]]
    assert len(codes) == len(set(codes))


def test_the_criteria_keep_to_their_schema(root: Path):
    data = read_source((root / "schema" / "criteria.yaml").read_bytes(), "criteria.yaml").data
    assert [error.message for error in explainer("criteria").iter_errors(data)] == []


def test_every_sentence_about_refusals_and_journeys_is_said_by_some_script(root: Path, grammar: Grammar):
    sources = (path for path in (root / "docs/assets/javascripts").rglob("*.js") if "built" not in path.parts)
    words = set(re.findall(r"\w+", " ".join(path.read_text("utf-8") for path in sources)))
    assert {*grammar.refusals, *grammar.journeys} - words == set()


def test_what_somebody_types_means_one_thing_in_a_vocabulary_or_is_listed_as_ambiguous(grammar: Grammar):
    ambiguous = {plain(term.label) for term in grammar["ambiguous"]}
    shared = []
    for vocabulary in grammar.vocabularies.values():
        called = defaultdict(set)
        for term in vocabulary:
            for each in (term.label, *term.synonyms, *term.more.get("clinical", ())):
                called[plain(each)].add(term.code)
        shared += [
            (vocabulary.name, each) for each, codes in called.items() if len(codes) > 1 and each not in ambiguous
        ]
    assert shared == []


@pytest.mark.parametrize("word", AMBIGUOUS)
def test_an_ambiguous_abbreviation_is_listed_with_its_meanings_and_is_nobody_s_synonym(grammar: Grammar, word: str):
    entry = next(term for term in grammar["ambiguous"] if term.label == word)
    assert len(entry.more["choices"]) > 1
    for name in ("needs", "service_types", "therapies"):
        assert [term.code for term in grammar[name] if word in term.synonyms] == []


def test_a_choice_of_an_ambiguous_word_is_a_code_or_plain_words(grammar: Grammar):
    known = {code for name in ("needs", "service_types", "therapies") for code in grammar[name].terms}
    choices = [(term.label, each) for term in grammar["ambiguous"] for each in term.more["choices"]]
    assert [each for each in choices if each[1] not in known and " " not in each[1]] == []


@pytest.mark.parametrize("word", CRISIS_WORDS)
def test_a_word_of_crisis_puts_crisis_help_first(grammar: Grammar, word: str):
    called = {plain(each) for term in grammar["crisis_terms"] for each in (term.label, *term.synonyms)}
    assert plain(word) in called


def test_every_wider_term_is_in_the_same_vocabulary_and_no_term_is_within_itself(grammar: Grammar):
    for vocabulary in grammar.vocabularies.values():
        for term in vocabulary:
            assert set(term.within) <= set(vocabulary.terms), term
            assert term.code not in vocabulary.with_broader(term.code)[1:], term


def test_general_counselling_covers_low_mood_and_grief_but_not_severe_problems(grammar: Grammar):
    needs = grammar["needs"]
    assert "general-counselling" in needs.with_broader("depression")
    assert needs.with_broader("bereavement-by-suicide") == (
        "bereavement-by-suicide",
        "bereavement",
        "general-counselling",
    )
    for severe in ("psychosis", "bipolar", "dementia", "debt", "eating-disorder", "severe-mental-illness", "crisis"):
        assert "general-counselling" not in needs.with_broader(severe)


def test_every_discreet_term_has_an_address_that_reveals_nothing(grammar: Grammar):
    discreet = [term for name in ANSWERED for term in grammar[name] if term.discreet]
    assert {term.code for term in discreet} >= {
        "domestic-abuse",
        "sexual-violence",
        "domestic-abuse-service",
        "survivor",
    }
    assert [term.code for term in discreet if term.address is None or REVEALING.search(term.slug)] == []


def test_the_word_in_an_address_means_one_discreet_term_and_nothing_else(grammar: Grammar):
    terms = [term for name in ANSWERED for term in grammar[name]]
    addresses = {term.code: term.address for term in terms if term.discreet}
    assert len(set(addresses.values())) == len(addresses)
    assert {term.code for term in terms}.isdisjoint(addresses.values())
    assert [term.code for term in terms if term.address not in (None, addresses.get(term.code))] == []


def test_every_page_of_a_term_has_an_address_of_its_own(grammar: Grammar):
    for name in ("needs", "service_types"):
        slugs = [term.slug for term in grammar[name]]
        assert len(slugs) == len(set(slugs))


def test_nothing_that_people_read_uses_words_the_nhs_asks_us_not_to_use(grammar: Grammar):
    never = [each for term in grammar["wording"] for each in term.more["never"]]
    words = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in never), re.IGNORECASE)
    shown = [
        text
        for vocabulary in grammar.vocabularies.values()
        if vocabulary.name not in ("wording", "ambiguous", "crisis_terms", "legacy_names")
        for term in vocabulary
        for text in (term.label, term.description, *(str(term.more.get(each, "")) for each in SAID))
    ]
    shown += [text for said in (grammar.sentences, grammar.refusals, grammar.journeys) for text in said.values()]
    assert [text for text in shown if words.search(text)] == []


def test_a_reason_can_be_said_and_asked(grammar: Grammar):
    for term in grammar["reasons"]:
        assert term.more["phrase"].startswith("people "), term.code
        assert term.more["question"].endswith("?"), term.code
        assert ("{time}" in term.more.get("phrase_within", "")) == term.more.get("takes_span", False), term.code


def test_the_opposite_of_a_reason_is_a_reason_or_a_group(grammar: Grammar):
    opposites = {term.code: term.more["opposite"] for term in grammar["reasons"] if "opposite" in term.more}
    assert opposites["not-under-secondary-care"] == "under-secondary-care"
    assert all(each in grammar["reasons"] or each in grammar["groups"] for each in opposites.values())
    assert {f"not-{each}" for each in opposites.values()} >= {each for each in opposites if each.startswith("not-")}


def test_a_reason_that_stands_for_a_risk_names_a_level_of_risk_and_shows_crisis_help(grammar: Grammar):
    risky = [term for term in grammar["reasons"] if "risk" in term.more]
    assert {term.more["risk"] for term in risky} <= set(grammar["risk_levels"].terms)
    assert [term.code for term in risky if not term.more.get("crisis")] == []


def test_a_group_can_be_said_and_asked(grammar: Grammar):
    assert [term.code for term in grammar["groups"] if not {"phrase", "question"} <= set(term.more)] == []


def test_the_order_of_asking_names_only_questions_and_needs_that_there_are(grammar: Grammar):
    order = list(grammar["asking_order"])
    assert [term.code for term in order if term.code != "severity" and term.code not in grammar["reasons"]] == []
    named = [need for term in order for name in ("needs", "last_for") for need in term.more.get(name, ())]
    assert [need for need in named if need not in grammar["needs"]] == []


def test_a_group_is_told_only_by_needs_that_there_are(grammar: Grammar):
    told = {term.code: term.more["told_by"] for term in grammar["groups"] if "told_by" in term.more}
    assert {"bereaved", "bereaved-by-suicide"} <= set(told)
    assert "bereaved-parent" not in told
    assert [each for needs in told.values() for each in needs if each not in grammar["needs"]] == []


def test_risk_and_severity_run_from_low_to_high(grammar: Grammar):
    risks = ["none-stated", "no-current-risk", "thoughts-no-intent", "self-harm-managed", "recent-attempt", "high-risk"]
    assert list(grammar["risk_levels"].terms) == [*risks, "any"]
    bands = ["mild", "moderate", "moderately-severe", "severe", "severe-enduring"]
    assert list(grammar["severity_bands"].terms) == bands


def test_how_a_fact_was_checked_runs_from_weak_to_strong(grammar: Grammar):
    ways = list(grammar["checked_how"].terms)
    assert ways[0] == "never"
    assert ways[-1] == "provider-signed-off"


def test_facts_are_trusted_for_the_days_the_design_gives(grammar: Grammar):
    days = {term.code: term.more["days"] for term in grammar["fact_groups"]}
    assert days == {
        "crisis": 30,
        "waits": 60,
        "contact": 90,
        "hours": 90,
        "criteria": 180,
        "referral": 180,
        "other": 365,
    }


def test_only_an_open_door_takes_referrals_and_an_unknown_one_does_not(grammar: Grammar):
    opened = {term.code for term in grammar["intake"] if term.more["takes_referrals"]}
    assert opened == {"open", "long-wait", "closing"}


def test_former_names_lead_to_terms_that_exist(grammar: Grammar):
    known = {code for name in ("needs", "service_types", "therapies") for code in grammar[name].terms}
    targets = {term.label: term.more.get("target") for term in grammar["legacy_names"]}
    assert targets["IAPT"] == "talking-therapies"
    assert {each for each in targets.values() if each} <= known


def test_the_languages_of_the_country_are_there_with_british_sign_language(grammar: Grammar):
    languages = grammar["languages"]
    assert len(languages.terms) >= 60
    assert {"en", "cy", "pl", "ur", "bfi"} <= set(languages.terms)


def test_team_types_of_the_mental_health_data_set_are_known_codes(grammar: Grammar):
    mapped = {term.code: term.maps_to["mhsds"] for term in grammar["service_types"] if "mhsds" in term.maps_to}
    assert mapped["cmht"] == "A06"
    assert all(re.fullmatch("[A-F][0-9]{2}", code) for code in mapped.values())
    assert len(set(mapped.values())) == len(mapped)
