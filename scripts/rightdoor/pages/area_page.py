"""The page of an area: its front door, its services by need and by kind, crisis help, practices and what is missing."""

from collections.abc import Iterable
from typing import Any

from rightdoor.coverage.places import is_asked
from rightdoor.coverage.returned import returned_in_folder
from rightdoor.matching.phrases import lower_first
from rightdoor.model.area import AgeBand, Area
from rightdoor.model.vocabulary import Term
from rightdoor.pages import feed, in_search, lists, standings, wording
from rightdoor.pages.links import Link, area_link, service_link
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

NEIGHBOURS_AT_MOST = 24
TOC = (
    ("front-door", "Where to ask"),
    ("needs", "By need"),
    ("kinds", "By kind of service"),
    ("crisis", "Crisis help"),
    ("missing", "What is missing"),
    ("changed", "What changed"),
    ("practices", "GP practices"),
    ("people", "People"),
    ("near", "Areas nearby"),
)


def keys(view: View) -> Iterable[str]:
    """Every area."""
    return view.whole.areas


def page(view: View, key: str) -> Page:
    """The page of one area."""
    area = view.directory.areas[key]
    address = f"areas/{key}/"
    return Page(
        address=address,
        kind="area",
        title=in_search.area_title(area),
        description=in_search.area_description(area),
        body=view.render("area.html", address, **values(view, area)),
        crumbs=crumbs(view, area),
        toc=TOC,
        source=area.file,
        area=key,
        feed=feed.address_of(key),
    )


def crumbs(view: View, area: Area) -> tuple[tuple[str, str], ...]:
    """The way down to an area through the areas around it."""
    around = reversed(view.directory.chain(area.id)[1:])
    return (("Areas", "areas/"), *((view.directory.areas[each].name, f"areas/{each}/") for each in around))


def values(view: View, area: Area) -> dict[str, Any]:
    """Everything the template says."""
    directory, grammar = view.directory, view.directory.grammar
    needs = view.listing(lists.counts_of_needs, area.id)
    spoken_of = {code for code, _ in needs}.union(gap.need for gap in area.known_gaps)
    return {
        "area": area,
        "kind": grammar["area_kinds"].label(area.kind),
        "front_door": front_door(view, area.id),
        "needs": term_links(view, area.id, "needs", needs),
        "kinds": term_links(view, area.id, "types", view.listing(lists.counts_of_types, area.id)),
        "nobody": tuple(term.label for term in grammar["needs"] if term.code not in spoken_of),
        "crisis": directory.crisis_routes(area.id),
        "crisis_notes": crisis_notes(view, area.id),
        "gaps": tuple(gap_words(view, area)),
        "changed": feed.rows(view, area.id),
        "feed": feed.address_of(area.id),
        "fresh": freshness_words(view, area.id),
        "due": bool(view.listing(standings.by_folder, area.id)),
        "coverage": f"coverage/{area.id}/" if is_asked(directory, area.id) else "",
        "returned": f"refusals/{area.id}/" if view.listing(returned_in_folder, area.id) else "",
        "bands": tuple(
            (band_words(band), f"{band.people:,}") for band in (area.population.bands if area.population else ())
        ),
        "inside": tuple(area_link(view, each.id) for each in directory.areas.values() if each.within == area.id),
        "beside": beside(view, area),
        "around": area_link(view, area.within) if area.within else None,
    }


def front_door(view: View, area: str) -> Link | None:
    """Where to ask when nothing fits: the area's own front door, or that of the nearest area around it."""
    doors = (view.directory.areas[each].front_door for each in view.directory.chain(area))
    return next((service_link(view, door) for door in doors if door), None)


def crisis_notes(view: View, area: str) -> tuple[str, ...]:
    """What is missing from the crisis help of an area, and from that of every area around it."""
    around = (view.directory.areas[each] for each in view.directory.chain(area))
    return tuple(each.crisis_note for each in around if each.crisis_note)


def term_links(view: View, area: str, folder: str, counts: tuple[tuple[str, int], ...]) -> tuple[tuple[Link, int], ...]:
    """Needs or kinds with their lists in an area, and how many services each has."""
    terms = view.directory.grammar["needs" if folder == "needs" else "service_types"].terms
    return tuple(
        (Link(terms[code].label, f"areas/{area}/{folder}/{terms[code].slug}/"), number) for code, number in counts
    )


def gap_words(view: View, area: Area, need: str | None = None) -> Iterable[tuple[Link, str, str]]:
    """Known gaps, of one need or of all: what nobody offers, when somebody looked, and the note."""
    grammar = view.directory.grammar
    for gap in area.known_gaps:
        if need not in (None, gap.need):
            continue
        term = grammar["needs"].terms.get(gap.need) or Term(gap.need, gap.need)
        parts = [term.label]
        parts += [gap.age] if gap.age else []
        parts += [lower_first(grammar["severity_bands"].label(gap.severity))] if gap.severity else []
        link = Link(", ".join(parts), f"areas/{area.id}/needs/{term.slug}/")
        yield link, wording.date_words(gap.checked), gap.note or ""


def freshness_words(view: View, area: str) -> str:
    """How fresh the entries of an area are, in one sentence; "" where it has none of its own."""
    numbers = view.listing(standings.counts, area)
    if not numbers:
        return ""
    entries = wording.counted(sum(numbers), "entry", "entries")
    day, counted = wording.date_words(view.today), standings.in_words(numbers)
    return f"How fresh the {entries} of this area were on {day}, each judged by its weakest part: {counted}."


def band_words(band: AgeBand) -> str:
    """The ages of a population band: "Aged 0 to 4", "Aged 85 and over"."""
    return f"Aged {band.youngest} and over" if band.oldest is None else f"Aged {band.youngest} to {band.oldest}"


def beside(view: View, area: Area) -> tuple[Link, ...]:
    """Links to the areas next to one."""
    return tuple(area_link(view, each.id) for each in neighbours(view, area))


def neighbours(view: View, area: Area) -> tuple[Area, ...]:
    """The other areas within the same one, by name; none where they are too many to be neighbours, as in a nation."""

    def found() -> tuple[Area, ...]:
        others = [each for each in view.directory.areas.values() if area.within and each.within == area.within]
        near = sorted(others, key=lambda each: each.name.casefold()) if len(others) <= NEIGHBOURS_AT_MOST else ()
        return tuple(each for each in near if each.id != area.id)

    return view.once(("neighbours", area.id), found)


def index_keys(view: View) -> Iterable[str]:
    """One page."""
    return ("areas",)


def index(view: View, key: str) -> Page:
    """The list of areas, each under the one it lies within."""
    areas = view.directory.areas
    children: dict[str | None, list[Area]] = {}
    for area in sorted(areas.values(), key=lambda each: each.name.casefold()):
        children.setdefault(area.within if area.within in areas else None, []).append(area)
    rows = tuple((depth, area) for depth, area in _nested(children, None, 0))
    return Page(
        address="areas/",
        kind="areas",
        title="Areas with their mental health services",
        description="Areas whose mental health, bereavement and carers' services are listed, with crisis help.",
        body=view.render("areas.html", "areas/", rows=rows, kinds=view.directory.grammar["area_kinds"]),
    )


def _nested(children: dict[str | None, list[Area]], within: str | None, depth: int) -> Iterable[tuple[int, Area]]:
    for area in children.get(within, ()):
        yield depth, area
        if depth < 8:
            yield from _nested(children, area.id, depth + 1)


PAGES = (Kind("area", keys, page), Kind("areas", index_keys, index))
