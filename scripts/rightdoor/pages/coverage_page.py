"""The coverage of one area, for those who plan and pay: its gaps first, then what they were worked out from."""

from collections.abc import Callable, Iterable
from typing import Any

from rightdoor.coverage.area import AreaCoverage
from rightdoor.coverage.beside_words import bridge_words, contradiction_words, fragile_words, overlap_words
from rightdoor.coverage.bridges import bridges
from rightdoor.coverage.contradictions import contradictions
from rightdoor.coverage.equity import by_situation
from rightdoor.coverage.fragile import fragile
from rightdoor.coverage.overlaps import overlaps
from rightdoor.coverage.people_words import say
from rightdoor.coverage.places import areas_asked
from rightdoor.coverage.shown import groups_in
from rightdoor.coverage.states import State
from rightdoor.model.grammar import Grammar
from rightdoor.pages import coverage_facts as facts
from rightdoor.pages.coverage_cells import cells_text
from rightdoor.pages.coverage_files import downloads
from rightdoor.pages.coverage_front_rows import ADDRESS, address_of
from rightdoor.pages.coverage_gaps import gap_lines
from rightdoor.pages.coverage_months import months
from rightdoor.pages.coverage_tables import need_parts, overview, severity_tables
from rightdoor.pages.coverage_waits import standard_lines, wait_lines
from rightdoor.pages.covered import coverage_of
from rightdoor.pages.funnel import funnel_piece
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.refusals_page import folder_link
from rightdoor.pages.view import View

SECTIONS = (
    ("gaps", "What is missing"),
    ("covered", "Who is covered"),
    ("needs", "Need by need"),
    ("situations", "What else shuts people out"),
    ("fragile", "One closed list away"),
    ("between", "Between two steps"),
    ("overlaps", "Overlaps and contradictions"),
    ("waits", "Waits"),
    ("talking-therapies", "NHS Talking Therapies"),
    ("offers", "What is offered"),
    ("providers", "Who provides"),
    ("fresh", "How fresh it is"),
    ("returned", "Returned referrals"),
    ("crisis", "Crisis help"),
    ("trend", "Month by month"),
    ("files", "Files"),
)


def keys(view: View) -> Iterable[str]:
    """The areas with a grid of their own."""
    return areas_asked(view.whole)


def page(view: View, key: str) -> Page:
    """The coverage of one area."""
    area, found, address = view.directory.areas[key], coverage_of(view, key), address_of(key)
    funnel = funnel_piece(view, key, address)
    values = {**gap_lines(view, found), **_grid(view, found), **_beside(view, found), **_facts(view, found)}
    body = view.render(
        "coverage_area.html",
        address,
        area=area,
        day=found.today,
        long_wait=found.long_wait,
        funnel=funnel,
        months=months(view, found),
        files=downloads(view, key),
        returned=folder_link(view, key),
        **values,
    )
    start = "Made up. " if area.fictional else ""
    return Page(
        address,
        "coverage",
        f"Coverage and gaps in {area.name}",
        f"{start}Whom services in {area.name} take and whom nobody takes: gaps, waits, contracts and how fresh it is.",
        body,
        crumbs=(("Coverage and gaps by area", ADDRESS),),
        toc=tuple(each for each in SECTIONS if each[0] != "talking-therapies" or funnel),
        area=key,
        scripts=("search", "coverage"),
        styles=("coverage",),
    )


def _grid(view: View, found: AreaCoverage) -> dict[str, Any]:
    grammar, grid = view.directory.grammar, found.grid
    groups = groups_in(grid, grammar)
    total = sum(groups.values())
    shares = {state: round(100 * number / total) for state, number in groups.items()} if total else {}
    return {
        "groups": total,
        "numbers": [
            {
                "head": grammar["coverage_states"].label(state),
                "value": number,
                "words": share_words(number, shares[state], grammar) if shares else "",
            }
            for state, number in groups.items()
        ],
        "share": shares.get(State.COVERED),
        "overview": overview(view, grid),
        "tables": tuple(severity_tables(view, grid)),
        "cells": cells_text(grid, grammar),
        "needs": tuple(need_parts(view, grid)),
        "situations": [
            (grammar["situations"][each.situation], each) for each in by_situation(view.directory, grid) if each.asked
        ],
    }


def share_words(number: int, share: int, grammar: Grammar) -> str:
    """A share of all groups beside their number; a few of many are not none."""
    return say("share-under-one" if number and not share else "share", grammar, number=str(share))


def _beside(view: View, found: AreaCoverage) -> dict[str, Any]:
    """What is seen only where everything that serves an area is laid side by side, in sentences."""

    def told(values: Iterable[Any], words: Callable[..., str]) -> list[str]:
        return [words(each, view.directory, found.area) for each in values]

    return {
        "fragile": told(fragile(view.directory, found.grid), fragile_words),
        "between": told(bridges(view.directory, found.grid), bridge_words),
        "overlaps": told(overlaps(view.directory, found.grid), overlap_words),
        "contradictions": told(contradictions(view.directory, found.grid, found.long_wait), contradiction_words),
    }


def _facts(view: View, found: AreaCoverage) -> dict[str, Any]:
    return {
        "waits": wait_lines(view, found.waits),
        "over": len(found.waits.over),
        "may_be_over": len(found.waits.may_be_over),
        "standards": standard_lines(view.directory, found.waits),
        "unpublished": len(found.waits.unpublished),
        "offers": tuple(facts.offer_charts(view, found.offered)),
        "kinds": facts.kind_rows(view.directory, found.providers),
        "contracts": facts.contract_lines(view, found.providers),
        "no_contract": len(found.providers.no_contract),
        "payer_unknown": len(found.providers.payer_unknown),
        "closed": facts.closed_lines(view, found.providers),
        "standing": facts.standing_rows(view.directory, found.standing),
        "routes": facts.route_lines(view, found.crisis),
    }


PAGES = (Kind("coverage-area", keys, page),)
