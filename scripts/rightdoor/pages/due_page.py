"""What needs doing: for the whole directory in numbers, and for each folder a list that one can work through."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rightdoor.coverage.places import areas_asked
from rightdoor.model.freshness import Standing
from rightdoor.pages import standings, to_do
from rightdoor.pages.links import Link
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.to_do import PER_PAGE, SHOWN, TASKS
from rightdoor.pages.to_do_lines import Part, broken, lines, piece, with_broken
from rightdoor.pages.view import View

ADDRESS = "due/"
TITLE = "What needs doing"
DESCRIPTION = (
    "Area by area: what to check with services, what nobody has said yet, needs that nobody covers, and broken links."
)
TELLS = "what to check with services, what nobody has said yet, and what else is missing."
GROUPS = ("area", "icb", "national")
"""The kinds of folder, in the order of the front page."""


class FrontRow(NamedTuple):
    """A folder on the front page: its name, whether made up, and how much of each task; None where nobody asked."""

    folder: Link
    made_up: bool
    numbers: tuple[int | None, ...]


def keys(view: View) -> Iterable[str]:
    """One page."""
    return ("due",)


def page(view: View, key: str) -> Page:
    """The numbers of the whole directory."""
    found = _sorted(view, {*view.listing(to_do.folders, "all"), *with_broken(view)})
    groups = {group: [_front_row(view, each) for each in found if _group(view, each) == group] for group in GROUPS}
    checked = ((_name(view, each), view.listing(standings.counts, each)) for each in found)
    body = view.render(
        "due.html",
        ADDRESS,
        groups={group: rows for group, rows in groups.items() if rows},
        tasks=tuple(view.directory.grammar["to_do"]),
        checked=tuple((name, numbers) for name, numbers in checked if numbers),
        words=tuple(standings.WORDS[each] for each in Standing),
        coverage=bool(areas_asked(view.directory)),
    )
    return Page(ADDRESS, "due", TITLE, DESCRIPTION, body)


def _front_row(view: View, folder: str) -> FrontRow:
    numbers = (*_counts(view, folder), len(broken(view, folder)) if view.asked else None)
    link = Link(_name(view, folder), address_of(folder) if any(numbers) else "")
    return FrontRow(link, _made_up(view, folder), numbers)


def folder_keys(view: View) -> Iterable[str]:
    """Every folder in which there is something to do."""
    return sorted(
        {folder for folder, found in view.listed(to_do.counts).items() if any(found)}.union(with_broken(view))
    )


def folder_page(view: View, key: str) -> Page:
    """What there is to do in one folder: the beginning of each list."""
    parts, terms = tuple(_parts(view, key)), view.directory.grammar["to_do"]
    left = [task for task in TASKS if task not in {part.task for part in parts}]
    name, made_up = _name(view, key), _made_up(view, key)
    body = view.render(
        "due_folder.html",
        address_of(key),
        name=name,
        made_up=made_up,
        parts=parts,
        done=tuple(terms[task] for task in left if _is_known(view, key, task)),
        unasked=tuple(task for task in left if not _is_known(view, key, task)),
    )
    return Page(
        address=address_of(key),
        kind="due",
        title=f"{TITLE}: {name}",
        description=f"{'Made up. ' if made_up else ''}{name}: {TELLS}",
        body=body,
        crumbs=((TITLE, ADDRESS),),
        toc=tuple((part.task, terms.label(part.task)) for part in parts),
        area=key if key in view.directory.areas else None,
    )


def _parts(view: View, folder: str) -> Iterator[Part]:
    for task in TASKS:
        found = piece(view, folder, task)
        if found.total:
            whole = list_address(folder, task) if found.total > SHOWN else ""
            yield Part(task, tuple(lines(view, folder, task, found.rows)), found.total, whole)


def _is_known(view: View, folder: str, task: str) -> bool:
    """Whether a task without rows is done: it may be that nobody has asked."""
    if task == "links":
        return view.asked is not None and view.asked.on is not None
    return task != "needs" or _counts(view, folder)[-1] is not None


def list_keys(view: View) -> Iterable[str]:
    """Every page of every list that a folder's own page does not show whole, as `folder/task/number`."""
    yield from view.listed(to_do.pieces)
    for folder in sorted(set(with_broken(view))):
        total = len(broken(view, folder))
        yield from (f"{folder}/links/{each}" for each in range(1, _pages(total) + 1) if total > SHOWN)


def list_page(view: View, key: str) -> Page:
    """One page of one list."""
    folder, task, number = key.split("/")
    at, name, term = int(number), _name(view, folder), view.directory.grammar["to_do"][task]
    found = piece(view, folder, task, at)
    pages = tuple(Link(str(each), list_address(folder, task, each)) for each in range(1, _pages(found.total) + 1))
    body = view.render(
        "due_list.html",
        list_address(folder, task, at),
        name=name,
        made_up=_made_up(view, folder),
        part=Part(task, tuple(lines(view, folder, task, found.rows)), found.total),
        first=(at - 1) * PER_PAGE + 1,
        pages=pages,
        at=at,
    )
    return Page(
        address=list_address(folder, task, at),
        kind="due",
        title=f"{term.label}: {name}, page {at} of {len(pages)}",
        description=f"{term.label}: the whole list for {name}, in the order in which to work through it.",
        body=body,
        crumbs=((TITLE, ADDRESS), (name, address_of(folder))),
        area=folder if folder in view.directory.areas else None,
        noindex=True,
    )


def address_of(folder: str) -> str:
    """Where the page of a folder lies."""
    return f"{ADDRESS}{folder}/"


def list_address(folder: str, task: str, number: int = 1) -> str:
    """Where a page of a list lies; the first has no number."""
    return f"{address_of(folder)}{task}/{f'{number}/' if number > 1 else ''}"


def _pages(total: int) -> int:
    return -(-total // PER_PAGE)


def _counts(view: View, folder: str) -> to_do.Counts:
    counted: to_do.Counts = view.listing(to_do.counts, folder)
    return counted or (*(0 for _ in to_do.OF_SERVICES), None)


def _sorted(view: View, folders: Iterable[str]) -> list[str]:
    """Folders by name."""
    return sorted(folders, key=lambda each: (_name(view, each).casefold(), each))


def _group(view: View, folder: str) -> str:
    area = view.directory.areas.get(folder)
    if area is None or area.kind in ("nation", "region"):
        return "national"
    return "icb" if area.kind == "icb" else "area"


def _made_up(view: View, folder: str) -> bool:
    area = view.directory.areas.get(folder)
    return area is not None and area.fictional


def _name(view: View, folder: str) -> str:
    area = view.directory.areas.get(folder)
    return area.name if area else f"{folder.capitalize()} services"


PAGES = (
    Kind("due", keys, page),
    Kind("due-folder", folder_keys, folder_page),
    Kind("due-list", list_keys, list_page),
)
