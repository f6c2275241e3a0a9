"""What pages say of published figures: each with what it counts, when and whose, and no number for what is withheld."""

import re
from dataclasses import replace
from typing import Any

from pages.street import TODAY, street
from rightdoor.model.statistics import Period, Series, id_of
from rightdoor.pages import funnel, service_page
from rightdoor.pages.view import Settings, View
from rightdoor.resources import theme_folder

SERVICES: dict[str, dict[str, Any]] = {
    "northvale-therapies": {"name": "Northvale Therapies", "type": "talking-therapies"},
    "northvale-team": {"name": "Northvale Team", "type": "cmht"},
}
AREAS = {
    "northvale": {"name": "Northvale <& co>", "kind": "local-authority", "within": "england", "codes": {"ods": "9ZZ"}}
}
ORGANIZATIONS = {"trust": {"name": "The Trust", "kind": "nhs", "identifiers": {"ods": "RZZ"}}}
VALUES = {"m001": 1815, "m031": 1375, "m076": 885, "m191": 390, "m192": 45, "m053": 88, "m049": 38, "m048": 37.6}
APRIL = Period("2026-04", "2026-04", VALUES, ("m126", "m060"))
MARCH = Period("2026-03", "2026-03", {"m001": 2060})


def series(provider: str = "", area: str = "", *periods: Period, name: str = "A TRUST") -> Series:
    id = id_of(provider, area)
    names = {"provider_name": name if provider else "", "area_name": area}
    return Series(id, f"{id}.yaml", "NHS England", provider, area=area, periods=periods or (MARCH, APRIL), **names)


def view(*statistics: Series) -> View:
    directory = replace(street(SERVICES, areas=AREAS, organizations=ORGANIZATIONS), statistics=statistics)
    return View(directory, TODAY, Settings(), theme_folder())


def words(markup: str) -> str:
    return " ".join(re.sub("<[^>]*>", " ", markup).split())


def piece(*statistics: Series) -> str:
    return words(funnel.funnel_piece(view(*statistics), "northvale"))


def test_the_steps_are_told_with_whose_and_when_and_that_they_are_not_the_same_people():
    said = piece(series("", "9ZZ"))
    assert "All providers in Northvale &lt;&amp; co&gt;, April 2026." in said
    assert "Referred 1,815 Entered treatment 1,375 Finished a course of treatment 885 Recovered 390" in said
    assert "These are not the same people." in said
    assert "Source: NHS England." in said


def test_the_recovery_rate_says_what_it_is_a_share_of():
    said = piece(series("", "9ZZ"))
    assert (
        "45% recovered of the courses that finished in April 2026 and began above the threshold of an illness" in said
    )
    assert "It says nothing of those who were referred and never began" in said


def test_a_withheld_figure_is_said_to_be_so_and_one_that_is_missing_is_not_published():
    said = piece(series("", "9ZZ"))
    assert "More than 90 days to the second treatment Below 5, or withheld" in said
    assert "Recovered and reliably improved Not published" in said
    assert "Referred to another therapy service: below 5, or withheld ." in said
    assert " 0 " not in said.replace("Below 5", "")


def test_rounding_is_said_of_places_and_providers():
    assert "Counts are published rounded to 5" in piece(series("", "9ZZ"))


def test_standards_and_england_stand_beside_shares_and_days_and_never_beside_counts():
    england = Period("2026-04", "2026-04", {"m001": 163_100, "m053": 91, "m049": 22})
    said = piece(series("", "9ZZ"), series("", "", england))
    assert "First treatment within 6 weeks 88% standard: at least 75%; England: 91%" in said
    assert "Median wait for the first treatment: 38 days (England: 22 days)." in said
    assert "163,100" not in said


def test_figures_of_a_provider_from_everywhere_say_so():
    said = piece(series("RZZ"))
    assert "The Trust, wherever it works, April 2026." in said.replace("The Trust ,", "The Trust,")
    assert "Nothing is published for Northvale &lt;&amp; co&gt; alone" in said


def test_other_providers_are_rows_of_a_table_and_nothing_is_added_up():
    small = Period("2026-04", "2026-04", {"m001": 15}, ("m031", "m076", "m191", "m192"))
    said = piece(series("", "9ZZ"), series("RZZ", "9ZZ"), series("RYY", "9ZZ", small, name="MIND <IN> VALE"))
    assert "Figures of each provider" in said
    assert "MIND &lt;IN&gt; VALE in Northvale &lt;&amp; co&gt; April 2026 15 Below 5, or withheld" in said
    assert "1,830" not in said


def test_a_place_whose_whole_is_not_published_shows_its_providers_and_no_sum():
    said = piece(series("RZZ", "9ZZ"), series("RYY", "9ZZ"))
    assert "All providers" not in said
    assert "3,630" not in said


def test_the_trend_has_a_point_for_each_month_and_says_what_it_does_not_know():
    said = piece(series("", "9ZZ"))
    assert "Referred 1,815 (April 2026), from 2,060 (March 2026)." in said
    assert "Month First treatment within 6 weeks March 2026 Not published April 2026 88%" in said


def test_a_quarter_is_called_by_its_months():
    quarter = Period("2026-04", "2026-06", {"m001": 5_400})
    assert "All providers in Northvale &lt;&amp; co&gt;, April to June 2026." in piece(
        series("", "9ZZ", APRIL, quarter)
    )
    assert funnel.period_words(Period("2025-12", "2026-02")) == "December 2025 to February 2026"


def test_where_nothing_is_published_nothing_is_shown():
    assert piece() == ""
    assert piece(series("RYY")) == ""


def test_the_page_of_a_service_has_the_figures_of_its_organization_in_a_table():
    made = view(series("RZZ", "9ZZ"))
    page = service_page.page(made, "northvale-therapies")
    said = words(page.body)
    assert ("figures", "Published figures") in page.toc
    assert "The Trust in Northvale &lt;&amp; co&gt;, April 2026." in said.replace("The Trust  in", "The Trust in")
    assert "Referred 1,815 Entered treatment 1,375" in said
    assert "88% (standard: at least 75%)" in said
    other = service_page.page(made, "northvale-team")
    assert "Published figures" not in words(other.body)
    assert ("figures", "Published figures") not in other.toc


def test_the_page_of_a_service_leads_to_the_figures_of_its_area_where_that_has_a_page_of_coverage():
    made = view(series("RZZ", "9ZZ"))
    body = service_page.page(made, "northvale-therapies").body
    assert 'href="../../coverage/northvale/#talking-therapies"' in body
    assert "Everything published for Northvale &lt;&amp; co&gt;, month by month" in body
    assert 'id="talking-therapies"' in funnel.funnel_piece(made, "northvale")
    assert "talking-therapies" not in service_page.page(made, "northvale-team").body


def test_where_an_area_tells_no_figures_or_has_no_page_of_coverage_the_page_of_a_service_leads_to_none():
    elsewhere = {"area": {"basis": "gp-practice", "areas": ["eastvale"]}}
    moved = {**SERVICES, "northvale-therapies": {**SERVICES["northvale-therapies"], "criteria": elsewhere}}
    parted = {**AREAS, "inner": {"name": "Inner", "kind": "place", "within": "northvale"}}
    for services, areas in ((moved, AREAS), (SERVICES, parted)):
        directory = replace(street(services, areas=areas, organizations=ORGANIZATIONS), statistics=(series("RZZ"),))
        body = service_page.page(View(directory, TODAY, Settings(), theme_folder()), "northvale-therapies").body
        assert 'id="figures"' in body
        assert "#talking-therapies" not in body


def test_a_page_is_made_again_when_its_figures_change_and_only_then():
    before, after = view(series("RZZ", "9ZZ")), view(series("RZZ", "9ZZ", MARCH))
    for made in (before, after):
        service_page.page(made, "northvale-therapies")
        assert ("rightdoor.coverage.funnel.funnels_of_services", "northvale-therapies") in made.reads
