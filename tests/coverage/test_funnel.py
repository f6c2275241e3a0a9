"""From referral to recovery: whose figures stand for an area or a service, and what is never worked out of them."""

from dataclasses import replace
from datetime import date

from rightdoor.coverage.funnel import MONTHS, Funnel, funnels, funnels_of_services
from rightdoor.model.area import Area
from rightdoor.model.criteria import AreaLimit, Criteria
from rightdoor.model.directory import Directory
from rightdoor.model.organization import Organization
from rightdoor.model.service import Service
from rightdoor.model.statistics import Period, Series, id_of
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

TODAY = date(2026, 11, 23)
GRAMMAR = load_grammar(schema_folder())
APRIL = Period("2026-04", "2026-04", {"m001": 100, "m031": 65, "m192": 47}, ("m126",))


def area(id: str, code: str = "", kind: str = "local-authority", within: str | None = "vale-icb") -> Area:
    return Area(id, f"{id}.yaml", id.title(), kind, within, codes={"ods": code} if code else {})


def series(provider: str = "", place: str = "", *periods: Period) -> Series:
    id = id_of(provider, place)
    names = {"provider_name": f"{provider} TRUST", "area_name": place}
    return Series(id, f"{id}.yaml", "NHS", provider, area=place, periods=periods or (APRIL,), **names)


def service(id: str, *areas: str, organization: str = "trust", kind: str = "talking-therapies") -> Service:
    criteria = Criteria(area=AreaLimit("gp-practice", areas))
    made = Service(id, f"{id}.yaml", id.title(), organization, kind, "active", "S", "vale")
    return replace(made, criteria=criteria)


def directory(*statistics: Series, areas: tuple[Area, ...] = (), services: tuple[Service, ...] = ()) -> Directory:
    own = areas or (area("vale", "9ZZ"), area("hill"))
    around = (area("england", "", "nation", None), area("vale-icb", "QZZ", "icb", "england"))
    runs = services or (service("vale-therapies", "vale"),)
    trust = Organization("trust", "trust.yaml", "Trust", "nhs", identifiers={"ods": "RZZ"})
    return Directory(
        GRAMMAR,
        services={each.id: each for each in runs},
        organizations={"trust": trust},
        areas={each.id: each for each in (*own, *around)},
        statistics=statistics,
    )


def shown(found: Directory, area_id: str) -> list[tuple[str, bool]]:
    return [(each.series, each.wider) for each in funnels(found, TODAY).get(area_id, ())]


def only(found: Directory, area_id: str = "vale") -> Funnel:
    (funnel,) = funnels(found, TODAY)[area_id]
    return funnel


def test_a_place_is_told_as_a_whole_first_and_then_its_providers():
    found = directory(series("RYY", "9ZZ"), series("RZZ", "9ZZ"), series("", "9ZZ"), series("RZZ"))
    assert shown(found, "vale") == [("9zz", False), ("9zz-ryy", False), ("9zz-rzz", False)]


def test_a_providers_figures_of_all_places_stand_where_none_are_published_for_it_in_this_place():
    found = directory(series("RZZ"), series("", "9ZZ"), series("RYY", "9ZZ"))
    assert shown(found, "vale") == [("9zz", False), ("9zz-ryy", False), ("rzz", False)]
    assert funnels(found, TODAY)["vale"][2].of_all_places


def test_figures_of_a_wider_place_are_shown_as_such_only_where_there_are_none_of_the_area():
    found = directory(series("", "QZZ"), series("", "9ZZ"), services=(service("hill-line", "hill", kind="helpline"),))
    assert shown(found, "vale") == [("9zz", False)]
    assert shown(found, "hill") == [("qzz", True)]
    assert shown(found, "vale-icb") == [("qzz", False)]


def test_a_nation_is_no_place_and_england_is_only_compared_with():
    found = directory(series(), series("", "9ZZ"))
    assert shown(found, "england") == []
    assert only(found).england == APRIL


def test_england_is_compared_with_only_in_the_same_period():
    march = Period("2026-03", "2026-03", {"m192": 49})
    assert only(directory(series("", "", march), series("", "9ZZ"))).england is None


def test_made_up_figures_are_never_set_beside_those_of_england():
    made_up = replace(area("vale", "9ZZ"), fictional=True)
    funnel = only(directory(series(), series("", "9ZZ"), areas=(made_up,)))
    assert (funnel.made_up, funnel.england) == (True, None)


def test_a_provider_that_runs_no_talking_therapies_here_is_not_shown_here():
    found = directory(series("RZZ"), services=(service("hill-therapies", "hill"),))
    assert (shown(found, "vale"), shown(found, "hill")) == ([], [("rzz", False)])
    other = directory(series("RZZ"), services=(service("vale-cmht", "vale", kind="cmht"),))
    assert shown(other, "vale") == []


def test_a_service_has_the_figures_of_its_organization_in_its_place_and_else_of_all_places():
    services = (
        service("vale-therapies", "vale"),
        service("both", "vale", "hill"),
        service("vale-cmht", "vale", kind="cmht"),
    )
    found = directory(series("RZZ"), series("RZZ", "9ZZ"), services=services)
    own = {id: each.series for id, each in funnels_of_services(found, TODAY).items()}
    assert own == {"vale-therapies": "9zz-rzz", "both": "rzz"}


def test_the_figures_of_a_place_are_never_those_of_a_service_in_it():
    assert funnels_of_services(directory(series("", "9ZZ")), TODAY) == {}


def test_the_latest_period_is_told_and_a_quarter_that_ends_later_is_later_than_its_months():
    quarter = Period("2026-04", "2026-06", {"m001": 300})
    may = Period("2026-05", "2026-05", {"m001": 110})
    assert only(directory(series("", "9ZZ", APRIL, quarter, may))).period == quarter
    june = Period("2026-06", "2026-06", {"m001": 120})
    assert only(directory(series("", "9ZZ", APRIL, quarter, june))).period == june


def test_a_quarter_is_no_point_of_the_trend_and_a_missing_month_is_an_empty_one():
    february = Period("2026-02", "2026-02", {"m001": 90})
    funnel = only(directory(series("", "9ZZ", february, Period("2026-04", "2026-06", {"m001": 300}), APRIL)))
    assert [(each.first, dict(each.values)) for each in funnel.trend] == [
        ("2026-02", {"m001": 90}),
        ("2026-03", {}),
        ("2026-04", dict(APRIL.values)),
    ]


def test_the_trend_is_a_year_and_the_month_to_compare_it_with():
    months = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
    funnel = only(directory(series("", "9ZZ", *(Period(each, each, {"m001": 1}) for each in months))))
    assert len(funnel.trend) == MONTHS
    assert (funnel.trend[0].first, funnel.trend[-1].first) == ("2024-12", "2025-12")


def test_a_withheld_figure_has_no_value_and_one_that_was_not_published_is_told_from_it():
    funnel = only(directory(series("", "9ZZ")))
    assert (funnel.figure("m126").value, funnel.figure("m126").withheld) == (None, True)
    assert (funnel.figure("m076").value, funnel.figure("m076").withheld) == (None, False)
    assert funnel.figure("m001").value == 100


def test_without_any_figures_nothing_is_shown():
    assert funnels(directory(), TODAY) == {}
    assert funnels_of_services(directory(), TODAY) == {}
