"""What a GP types, and what comes first: the search code run by Node on the data of this repository."""

from __future__ import annotations

import pytest

from browser.asking import Look
from rightdoor.model.directory import Directory


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("IAPT", "type:talking-therapies"),
        ("iapt", "type:talking-therapies"),
        ("Improving Access to Psychological Therapies", "type:talking-therapies"),
        ("CBT", "therapy:cbt"),
        ("grief", "need:bereavement"),
        ("bereaved", "need:bereavement"),
        ("low mood", "need:depression"),
        ("depres", "need:depression"),
        ("conselling", "need:general-counselling"),
        ("bereavment", "need:bereavement"),
        ("anxeity", "need:anxiety"),
        ("cant cope", "need:stress"),
        ("can't cope", "need:stress"),
        ("CAN’T COPE", "need:stress"),
        ("CMHT", "type:cmht"),
        ("crisis team", "type:crisis-home-treatment"),
        ("carer", "need:carer-support"),
        ("miscarriage", "need:pregnancy-and-baby-loss"),
        ("PND", "need:perinatal"),
        ("hearing voices", "need:psychosis"),
        ("CAMHS", "type:camhs"),
        ("veteran", "need:veterans"),
        ("baby loss", "need:pregnancy-and-baby-loss"),
        ("EUPD", "need:complex-emotional-needs"),
        ("anorexia", "need:eating-disorder"),
        ("drinking", "need:alcohol"),
        ("money worries", "need:debt"),
        ("Northvale", "area:northvale"),
    ],
)  # fmt: skip
def test_what_a_gp_types_finds_the_word_it_means_first(look: Look, typed: str, first: str) -> None:
    found = look(typed)[0]
    assert found["terms"][:1] == [first], found["terms"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("low mood", "northvale-talking-therapies"),
        ("34F low mood 6 weeks", "northvale-talking-therapies"),
        ("CAHMS", "northvale-camhs"),
        ("child anxiety", "northvale-camhs"),
        ("wife died", "northvale-bereavement"),
        ("domestic abuse", "northvale-harbour"),
        ("CMHT", "northvale-cmht"),
        ("under the CMHT", "northvale-cmht"),
        ("postnatal depression", "northvale-perinatal"),
        ("ptsd veteran", "northvale-veterans"),
        ("17yo anorexia", "northvale-eating-disorders"),
        ("memory clinic", "northvale-memory-service"),
        ("carer", "northvale-carers-centre"),
        ("samaratins", "samaritans"),
        ("shout", "shout"),
        ("cruse", "cruse"),
        ("Polish", "northvale-talking-therapies"),
        ("EMDR", "northvale-talking-therapies"),
        ("emdr for a veteran", "northvale-veterans"),
        ("suicide bereavement", "valeland-after-suicide"),
        ("hearing voices", "northvale-hearing-voices"),
    ],
)  # fmt: skip
def test_what_a_gp_types_finds_the_service_a_gp_would_think_of_first(look: Look, typed: str, first: str) -> None:
    found = look(typed)[0]
    assert found["services"][:1] == [first], found["services"][:5]


def test_a_national_service_of_another_nation_is_not_offered(look: Look) -> None:
    assert "nhs-111-press-2-wales" not in look("crisis line")[0]["services"]
    assert "nhs-111-mental-health-england" in look("crisis line")[0]["services"]


def test_where_a_need_was_typed_services_that_only_share_a_word_are_left_out(look: Look, directory: Directory) -> None:
    for id_ in look("eating disorder")[0]["services"]:
        service = directory.services[id_]
        assert "eating-disorder" in service.needs or service.type == "eating-disorder-service", id_


def test_a_closed_list_stands_below_an_open_one_but_is_never_hidden(look: Look, directory: Directory) -> None:
    found = look("EUPD")[0]["services"]
    assert directory.services["northvale-complex-needs"].intake == "waiting-list-closed"
    assert found.index("northvale-complex-needs") > 0


def test_mended_spelling_is_said(look: Look) -> None:
    assert [found["read"] for found in look("conselling", "counselling")] == ["counselling", ""]


def test_a_slip_of_the_hand_in_an_ambiguous_word_is_not_mapped_either(look: Look) -> None:
    found = look("truama")[0]
    assert len(found["choices"]) > 1
    assert found["terms"] == []


@pytest.mark.parametrize("typed", ["an old lady who wanders", "his wife has dementia", "add her to the list"])
def test_everyday_words_among_others_are_not_taken_for_abbreviations(look: Look, typed: str) -> None:
    found = look(typed)[0]
    assert found["choices"] == []
    assert not {"need:veterans", "type:veterans-service", "need:autism-adhd"} & set(found["terms"])


@pytest.mark.parametrize(
    "typed", ["BPD", "bpd", "PD", "SAD", "ED", "AN", "OD", "IPT", "ERP", "ASC", "loss", "trauma", "complex needs"]
)
def test_an_ambiguous_word_offers_its_meanings_and_is_mapped_to_none(look: Look, typed: str) -> None:
    found = look(typed)[0]
    assert len(found["choices"]) > 1
    assert found["terms"] == []


def test_an_ambiguous_word_among_others_offers_its_meanings_too(look: Look) -> None:
    found = look("BPD support")[0]
    assert "bipolar" in found["choices"]


def test_every_ambiguous_word_of_the_vocabulary_offers_its_meanings(look: Look, directory: Directory) -> None:
    words = [each.label for each in directory.grammar["ambiguous"]]
    for word, found in zip(words, look(*words), strict=True):
        assert len(found["choices"]) > 1, word
        assert found["terms"] == [], word


def test_every_crisis_word_puts_crisis_help_first_wherever_it_stands(look: Look, directory: Directory) -> None:
    words = [word for each in directory.grammar["crisis_terms"] for word in (each.label, *each.synonyms)]
    queries = [each for word in words for each in (word, word.upper(), f"34 year old, {word} since Monday")]
    missed = [query for query, found in zip(queries, look(*queries), strict=True) if not found["crisis"]]
    assert missed == []


@pytest.mark.parametrize("typed", ["suicidl", "suicid", "overdoes", "selfharm", "wants to kill herslef"])
def test_a_slip_of_the_hand_still_speaks_of_a_crisis(look: Look, typed: str) -> None:
    assert look(typed)[0]["crisis"]


@pytest.mark.parametrize(
    "typed", ["six weeks", "food", "debt", "odd thoughts", "bereavement", "sister", "anger management", "psych opinion"]
)
def test_short_crisis_abbreviations_are_not_found_inside_other_words(look: Look, typed: str) -> None:
    assert not look(typed)[0]["crisis"]


def test_a_former_name_says_what_it_is_called_now(look: Look) -> None:
    assert look("CCG")[0]["former"] == ["Integrated care board (ICB)"]


def test_every_service_of_the_area_is_found_first_by_its_own_name(look: Look, directory: Directory) -> None:
    services = {each.id: each for each in directory.services_for("northvale")}
    names = [each.name for each in services.values()]
    missed = []
    for name, found in zip(names, look(*names), strict=True):
        first = services[found["services"][0]].name if found["services"] else None
        if first is None or first.casefold() != name.casefold():
            missed.append((name, first))
    assert missed == []


def test_every_service_of_the_area_is_found_by_each_name_it_is_also_known_by(look: Look, directory: Directory) -> None:
    wanted = [(each.id, name) for each in directory.services_for("northvale") for name in each.also_known_as]
    answers = look(*(name for _, name in wanted))
    missed = [
        (id_, name) for (id_, name), found in zip(wanted, answers, strict=True) if id_ not in found["services"][:5]
    ]
    assert missed == []


def test_every_service_of_the_area_is_found_by_the_words_for_each_of_its_needs(
    look: Look, directory: Directory
) -> None:
    needs = directory.grammar["needs"]
    codes = sorted({need for each in directory.services_for("northvale") for need in each.needs})
    answers = look(*(needs[code].label for code in codes))
    for code, found in zip(codes, answers, strict=True):
        assert f"need:{code}" in found["terms"], code


def test_nothing_typed_finds_nothing(look: Look) -> None:
    nothing = {"crisis": False, "read": "", "place": "", "choices": [], "former": [], "terms": [], "services": []}
    assert look("", "   ", "!!!") == [nothing] * 3


def test_words_that_mean_nothing_here_find_nothing(look: Look) -> None:
    assert look("zzzzqqqq")[0]["services"] == []


NHS = "northvale-talking-therapies"


@pytest.mark.parametrize(
    "typed", ["talking", "talking thera", "talking therapys", "talking theraphy", "talking therapy"]
)
@pytest.mark.parametrize("by_name", [False, True])
def test_a_service_that_is_called_so_stands_before_those_that_only_do_it(look: Look, typed: str, by_name: bool) -> None:
    assert look((typed, by_name))[0]["services"][:1] == [NHS]


def test_whole_words_of_a_name_stand_before_its_beginnings_and_these_before_the_words_of_a_need(look: Look) -> None:
    found = look(("talk", True))[0]["services"]
    order = [found.index(each) for each in ("northvale-tuesday-talk", "northvale-haven")]
    assert order == sorted(order)
    assert look(("bereave", True))[0]["services"][0] in ("northvale-bereavement", "st-brannocs-bereavement")


def test_a_helpline_that_is_called_by_a_need_comes_first_only_where_a_name_is_asked_for(look: Look) -> None:
    need, name = look("domestic abuse", ("domestic abuse", True))
    assert need["services"][0] == "northvale-harbour"
    assert name["services"][0] == "helpline-2000-247"


def test_in_a_crisis_the_routes_of_the_area_come_before_any_name_that_holds_the_word(look: Look) -> None:
    assert look("suicide prevention")[0]["services"][:1] == ["emergency-999"]


@pytest.mark.parametrize(
    "typed",
    ["baby died", "my baby died", "neighbour's baby died", "cot death", "miscarriage", "lost my baby", "lost her baby"],
)
def test_the_death_of_a_baby_leads_first_to_help_for_just_that(look: Look, typed: str) -> None:
    found = look(typed)[0]
    assert found["terms"][:1] == ["need:pregnancy-and-baby-loss"]
    assert found["services"][:1] == ["northvale-little-snowdrops"]
    assert found["read"] == ""
