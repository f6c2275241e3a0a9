"""The directory made of plain data: what is absent stays unknown, and an area's own rules replace the usual ones."""

from datetime import date
from typing import Any

import pytest

from rightdoor.model.criteria import AgeLimit, Criteria, SeverityLimit, TimeLimit
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.measure import AgeRange, Span
from rightdoor.model.service import Check, Contact, Cost, Languages, Referral, SendWith, Service, Sessions
from rightdoor.records.assemble import assemble
from rightdoor.records.assemble_area import words_for_ages
from rightdoor.records.read import read_source
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

GRAMMAR = load_grammar(schema_folder())
NEEDED = {
    "name": "Northvale Talking Therapies",
    "organization": "northvale-nhs-trust",
    "type": "talking-therapies",
    "status": "active",
    "summary": "Talking therapies.",
    "checked": {"how": "never"},
}
AREAS = [
    ("directory/areas/england.yaml", {"name": "England", "kind": "nation"}),
    ("directory/areas/northvale.yaml", {"name": "Northvale", "kind": "local-authority", "within": "valeland"}),
    (
        "directory/areas/valeland.yaml",
        {"name": "Valeland", "kind": "icb", "within": "england", "fictional": True, "story_date": "2026-11-23"},
    ),
]


def service(folder: str = "northvale", **fields: Any) -> Service:
    data = {**NEEDED, **fields}
    sources = {"area": AREAS, "service": [(f"directory/services/{folder}/talking.yaml", data)]}
    return assemble(sources, GRAMMAR).services["talking"]


def criteria(**fields: Any) -> Criteria:
    return service(criteria=fields).criteria


def test_what_a_service_does_not_say_stays_unknown():
    bare = service()
    assert bare.criteria == Criteria()
    assert bare.criteria.does_not_take is None
    assert bare.intake == "unknown"
    assert bare.referral == Referral()
    assert bare.contact == Contact()
    assert bare.languages == Languages((), "unknown")
    assert (bare.cost, bare.sessions, bare.hours, bare.waits) == (None, None, None, ())
    assert bare.checked.overall == Check("never")


def test_the_name_of_a_file_is_the_id_and_its_folder_is_kept():
    found = service()
    assert (found.id, found.folder, found.file) == ("talking", "northvale", "directory/services/northvale/talking.yaml")


def test_a_service_from_17_years_and_9_months_takes_somebody_of_213_completed_months():
    assert criteria(age={"from": "17y9m"}).age == AgeLimit(at_least=213)


def test_under_65_takes_people_until_their_65th_birthday():
    assert criteria(age={"under": "65y"}).age == AgeLimit(below=65 * 12)


def test_to_25_takes_people_until_their_26th_birthday():
    assert criteria(age={"from": "11y", "to": "25y"}).age == AgeLimit(at_least=11 * 12, below=26 * 12)


def test_any_age_is_a_limit_without_ends_and_not_an_unknown_one():
    assert criteria(age="any", severity="any", time_since_event="any") == Criteria(
        age=AgeLimit(), severity=SeverityLimit(), time_since_event=TimeLimit()
    )


def test_none_stated_is_an_empty_list_and_not_an_unknown_one():
    assert criteria(does_not_take="none stated").does_not_take == ()


def test_a_row_keeps_its_reason_its_words_its_time_and_where_to_go_instead():
    row = {
        "reason": "recent-attempt",
        "words": "In 4 weeks",
        "within": "4w",
        "refer_to": ["crisis"],
        "except_via": "gp",
    }
    (found,) = criteria(does_not_take=[row]).does_not_take or ()
    assert (found.reason, found.words, found.refer_to, found.except_via) == (
        "recent-attempt",
        "In 4 weeks",
        ("crisis",),
        ("gp",),
    )
    assert found.within == Span("4w", 4 * 168)


def test_a_referral_keeps_who_how_the_answer_and_what_to_send():
    route = {
        "who": ["gp", "professional"],
        "how": "online-form",
        "response": {"to": "triage", "within": "2w", "word": "routine"},
        "send_with": ["consent", {"what": "blood-tests", "max_age": "4w"}],
        "patient_must_opt_in": {"within": "2w"},
    }
    advice = {"who": ["gp"], "phone": "01632 960 112"}
    found = service(referral={"via": "gate", "routes": [route], "advice": advice, "if_declined": ["other"]}).referral
    (way,) = found.routes
    assert (found.via, found.if_declined, way.who) == ("gate", ("other",), ("gp", "professional"))
    assert way.response is not None
    assert way.response.within.words == "2 weeks"
    assert way.send_with == (SendWith("consent"), SendWith("blood-tests", Span.of("4w")))
    assert way.patient_must_opt_in == Span.of("2w")
    assert found.advice is not None
    assert (found.advice.who, found.advice.phone) == (("gp",), "01632 960 112")


def test_waits_sessions_and_cost_are_kept():
    wait = {"from": "referral", "to": "assessment", "weeks": 4, "as_of": "2026-09-30"}
    found = service(waits=[wait], sessions={"policy": "up-to", "to": 12}, cost={"kind": "free-nhs"})
    assert (found.waits[0].weeks, found.waits[0].as_of) == (4, date(2026, 9, 30))
    assert found.sessions == Sessions("up-to", None, 12)
    assert found.cost == Cost("free-nhs")


def test_a_fact_group_checked_on_another_day_has_its_own_check():
    found = service(
        checked={"how": "provider-phone", "on": "2026-10-02", "waits": {"how": "published-page", "on": "2026-09-30"}}
    )
    assert found.checked.of("waits") == Check("published-page", date(2026, 9, 30))
    assert found.checked.of("criteria") == Check("provider-phone", date(2026, 10, 2))


def test_where_rules_differ_by_area_each_field_and_each_criterion_named_there_replaces_the_usual_one():
    usual = {
        "age": {"from": "18y"},
        "severity": {"to": "moderate"},
        "area": {"basis": "gp-practice", "areas": ["northvale"]},
    }
    there = {"criteria": {"age": {"from": "16y"}}, "intake": "waiting-list-closed"}
    found = service(criteria=usual, intake="open", by_area={"eastvale": there})
    eastvale = found.in_area("eastvale")
    assert eastvale.criteria.age == AgeLimit(at_least=16 * 12)
    assert eastvale.criteria.severity == SeverityLimit(highest="moderate")
    assert (eastvale.intake, found.intake) == ("waiting-list-closed", "open")
    assert found.in_area("northvale") is found
    assert (eastvale.id, eastvale.name, dict(eastvale.by_area)) == (found.id, found.name, {})


def test_a_service_in_the_folder_of_a_fictional_area_is_fictional_in_every_area():
    found = service(by_area={"eastvale": {"intake": "open"}})
    assert found.fictional
    assert found.in_area("eastvale").fictional


def test_a_national_service_is_real():
    assert not service(folder="national").fictional


def test_an_area_within_a_fictional_one_is_fictional_and_told_on_its_day():
    directory = assemble({"area": AREAS}, GRAMMAR)
    assert {area.id for area in directory.areas.values() if area.fictional} == {"northvale", "valeland"}
    assert directory.story_date(["northvale"]) == date(2026, 11, 23)


def test_dates_of_a_fictional_service_are_measured_from_its_story():
    checked = {"how": "provider-phone", "on": "2026-11-01"}
    sources = {
        "area": AREAS,
        "service": [("directory/services/northvale/talking.yaml", {**NEEDED, "checked": checked})],
    }
    directory = assemble(sources, GRAMMAR)
    found = directory.freshness(directory.services["talking"], "contact", date(2030, 1, 1))
    assert found.standing is Standing.CURRENT


def test_an_area_keeps_its_people_its_practices_and_its_gaps_in_words():
    data = {
        "name": "Northvale",
        "kind": "local-authority",
        "codes": {"gss": "E08000009", "year": 2026},
        "practices": [{"name": "Mill Lane", "postcode": "NV1 1AA"}],
        "population": {"source": "ONS", "year": 2024, "bands": [{"from": 85, "people": 4600}]},
        "known_gaps": [{"need": "eating-disorder", "ages": {"from": "16y", "under": "18y"}, "checked": "2026-09-14"}],
    }
    area = assemble({"area": [("directory/areas/northvale.yaml", data)]}, GRAMMAR).areas["northvale"]
    assert area.codes == {"gss": "E08000009", "year": "2026"}
    assert area.practices[0].name == "Mill Lane"
    assert area.population is not None
    assert (area.population.bands[0].youngest, area.population.bands[0].oldest) == (85, None)
    assert area.known_gaps[0].age == "aged 16 to 17"


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        ({}, None),
        ({"from": "18y"}, "aged 18 and over"),
        ({"from": "17y9m"}, "aged 17 years and 9 months or over"),
        ({"under": "18y"}, "aged under 18"),
        ({"from": "16y", "under": "18y"}, "aged 16 to 17"),
        ({"from": "17y", "under": "18y"}, "aged 17"),
        ({"from": "17y9m", "under": "25y"}, "aged 17 years and 9 months or over, and under 25"),
    ],
)
def test_ages_are_said_as_the_nhs_says_them(ages: dict[str, str], words: str | None):
    assert words_for_ages(ages) == words


def test_a_vignette_keeps_what_is_known_of_the_person_and_what_must_come_out():
    data = {
        "name": "The attempt three weeks ago",
        "answers": {
            "area": "northvale",
            "areas": {"home": "eastvale"},
            "age": "17y",
            "needs": ["depression"],
            "flags": {"recent-attempt": "3w", "psychosis": "no"},
            "people": {"carer": "yes", "veteran": "no"},
            "since_event": "3m",
            "route": "gp",
        },
        "expect": {"never_fits": {"types": ["talking-therapies"]}, "refers_to": ["crisis-team"]},
    }
    (vignette,) = assemble({"vignette": [("directory/vignettes/attempt.yaml", data)]}, GRAMMAR).vignettes.values()
    answers = vignette.answers
    assert answers.areas == {"practice": "northvale", "home": "eastvale"}
    assert answers.age == AgeRange(204, 215)
    assert answers.flags == {"recent-attempt": Span.of("3w"), "psychosis": "no"}
    assert answers.people == {"carer": True, "veteran": False}
    assert vignette.never_fits is not None
    assert (vignette.never_fits.types, vignette.at_least_one, vignette.refers_to) == (
        ("talking-therapies",),
        None,
        ("crisis-team",),
    )


def test_tombstones_and_disproved_numbers_are_kept():
    directory = assemble(
        {
            "tombstones": [
                ("directory/tombstones.yaml", {"tombstones": [{"id": "old", "name": "Old", "why": "It closed."}]})
            ],
            "disproved-numbers": [
                (
                    "directory/disproved-numbers.yaml",
                    {"numbers": [{"number": "0800 1", "why": "It is another firm's."}]},
                )
            ],
        },
        GRAMMAR,
    )
    assert directory.tombstones["old"].why == "It closed."
    assert directory.disproved[0].number == "0800 1"


def test_organizations_keep_their_numbers_and_contracts():
    data = {"name": "Trust", "kind": "nhs", "identifiers": {"ods": "RXX"}, "contract_ends": "2027-03-31"}
    (found,) = assemble(
        {"organization": [("directory/organizations/trust.yaml", data)]}, GRAMMAR
    ).organizations.values()
    assert (found.id, found.identifiers, found.contract_ends) == ("trust", {"ods": "RXX"}, date(2027, 3, 31))


def test_nothing_at_all_makes_an_empty_directory():
    assert assemble({}, GRAMMAR) == Directory(GRAMMAR)


def test_records_come_in_the_order_of_their_ids_whatever_the_order_of_the_files():
    files = [(f"directory/services/national/{each}.yaml", NEEDED) for each in ("b", "c", "a")]
    assert list(assemble({"service": files}, GRAMMAR).services) == ["a", "b", "c"]


def test_the_template_with_every_field_in_use_becomes_a_service(root):
    lines = (root / "schema" / "templates" / "service.yaml").read_text("utf-8").splitlines()
    text = "\n".join(line.removeprefix("# ") for line in lines if not line.startswith("##"))
    found = service(**read_source(text.encode(), "service.yaml").data)
    assert found.locations[1].confidential
    assert found.evidence[0].seen == date(2026, 8, 14)
    assert found.criteria.holds_risk == "thoughts-no-intent"
    assert found.in_area("eastvale").intake == "waiting-list-closed"
