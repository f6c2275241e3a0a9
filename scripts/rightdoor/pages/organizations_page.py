"""Organizations by kind, with how many services each runs and when its contract ends: one page, or split by kind."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from rightdoor.model.directory import Directory
from rightdoor.model.organization import Organization
from rightdoor.pages import lists, wording
from rightdoor.pages.letters_page import Entry
from rightdoor.pages.links import Link, organization_link
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

ADDRESS = "organizations/"
TITLE = "Organisations by kind"
ON_A_PAGE = 500
CONTRACTS_AT_MOST = 100

Row = tuple[str, str, bool, int, str, bool, int]
"""Name, id, whether made up, how many services it runs, the last day of its contract, whether paid, how many it pays.

The day is "" where nobody has said it.
"""

Ending = tuple[str, str, bool, tuple[str, ...]]
"""The last day of a contract, whose it is, whether that day has passed, and who pays."""


@lists.kept
def by_kind(directory: Directory, today: date) -> Mapping[str, tuple[Row, ...]]:
    """The organizations of each kind by name, the kinds in the order of the vocabulary."""
    run = Counter(each.organization for each in directory.services.values() if each.status != "defunct")
    pays = Counter(payer for each in directory.organizations.values() for payer in each.commissioned_by)
    found: dict[str, list[Row]] = defaultdict(list)
    for each in sorted(directory.organizations.values(), key=lambda each: (each.name.casefold(), each.id)):
        paid = bool(each.commissioned_by)
        found[each.kind].append((each.name, each.id, each.fictional, run[each.id], _day(each), paid, pays[each.id]))
    kinds = [*directory.grammar["organization_kinds"].terms]
    return {kind: tuple(found[kind]) for kind in sorted(found, key=kinds.index)}


def numbers(directory: Directory, today: date) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Under `all`: every kind of which there is an organization, with how many there are."""
    return {"all": tuple((kind, len(rows)) for kind, rows in by_kind(directory, today).items())}


def endings(directory: Directory, today: date) -> Mapping[str, tuple[Ending, ...]]:
    """Under `all`: the contracts of which the last day is known, that day first that comes first."""
    run = lists.by_organization(directory, today)
    found = []
    for each in directory.organizations.values():
        if each.contract_ends:
            first = next((directory.services[id] for id in run.get(each.id, ())), None)
            day = directory.today_for(first, today) if first and each.fictional else today
            found.append((_day(each), each.id, each.contract_ends < day, each.commissioned_by))
    return {"all": tuple(sorted(found))}


def _entries(rows: Iterable[Row]) -> tuple[Entry, ...]:
    """Rows as entries of a list of names."""
    return tuple((row[0], f"{ADDRESS}{row[1]}/", _words(*row[2:]), "") for row in rows)


def _words(made_up: bool, services: int, ends: str, paid: bool, pays: int) -> str:
    """What is told beside a name: "4 services; contract ends 31 March 2027"; of a payer, how many it pays."""
    said = [wording.counted(services, "service") if services else "no service listed"] if services or not pays else []
    if ends:
        said.append(f"contract ends {wording.date_words(date.fromisoformat(ends))}")
    elif paid:
        said.append("end of its contract not known")
    said += [f"pays {wording.counted(pays, 'other')}"] if pays else []
    return "; ".join(said) + (", made up" if made_up else "")


def _day(organization: Organization) -> str:
    return organization.contract_ends.isoformat() if organization.contract_ends else ""


def parts(view: View) -> dict[str, tuple[str, int]]:
    """The pages: key to kind and number; one page, `all`, when everything fits on it."""
    found = {"all": ("", 1)}
    kinds = view.listed(by_kind)
    if sum(map(len, kinds.values())) > ON_A_PAGE:
        for kind, rows in kinds.items():
            found |= {f"{kind}/{at}": (kind, at) for at in range(1, -(-len(rows) // ON_A_PAGE) + 1)}
    return found


def keys(view: View) -> Iterable[str]:
    """The keys of the pages."""
    return parts(view)


def address_of(kind: str, number: int = 1) -> str:
    """Where a page of one kind lies; no organization can have the same address."""
    return f"organization-kinds/{kind}/{number}/" if number > 1 else f"organization-kinds/{kind}/"


def page(view: View, key: str) -> Page:
    """All organizations, the choice of kinds, or one page of a kind."""
    if key != "all":
        return _kind_page(view, *parts(view)[key])
    kinds = view.listing(numbers, "all")
    split = sum(number for _, number in kinds) > ON_A_PAGE
    ends = view.listing(endings, "all")
    body = view.render(
        "organizations.html",
        ADDRESS,
        split=split,
        kinds=kinds,
        labels=view.directory.grammar["organization_kinds"],
        shown=() if split else tuple((kind, _entries(view.listing(by_kind, kind))) for kind, _ in kinds),
        address_of=address_of,
        endings=tuple(_ending(view, each) for each in ends[:CONTRACTS_AT_MOST]),
        more=max(0, len(ends) - CONTRACTS_AT_MOST),
    )
    description = (
        "Who runs the services of this directory: NHS, charities, councils and others, with the end of contracts."
    )
    toc = (*((kind, view.directory.grammar["organization_kinds"].label(kind)) for kind, _ in kinds if not split),)
    return Page(ADDRESS, "organizations", TITLE, description, body, toc=(*toc, *_TOC) if ends else toc)


_TOC = (("contracts", "Contracts that end"),)


def _ending(view: View, ending: Ending) -> tuple[date, Link, bool, bool, tuple[Link, ...]]:
    """A line of the table of contracts: the day, whose, whether made up, whether it has passed, and who pays."""
    day, id, passed, payers = ending
    made_up = view.directory.organizations[id].fictional
    paid = tuple(organization_link(view, each) for each in payers)
    return date.fromisoformat(day), organization_link(view, id), made_up, passed, paid


def _kind_page(view: View, kind: str, number: int) -> Page:
    rows = view.listing(by_kind, kind)
    last = -(-len(rows) // ON_A_PAGE)
    label, address = view.directory.grammar["organization_kinds"].label(kind), address_of(kind, number)
    body = view.render(
        "organizations_kind.html",
        address,
        label=label,
        rows=_entries(rows[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]),
        number=number,
        last=last,
        before=address_of(kind, number - 1) if number > 1 else "",
        after=address_of(kind, number + 1) if number < last else "",
    )
    of = f", page {number} of {last}" if last > 1 else ""
    description = f"{label}: the organisations of this kind in the directory, how many services each runs{of}."
    return Page(address, "organizations", f"Organisations: {label}{of}", description, body, ((TITLE, ADDRESS),))


PAGES = (Kind("organizations", keys, page),)
