"""The A to Z: every service and organization by its name and by every name it had, on one page or split by letter."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from rightdoor.model.directory import Directory
from rightdoor.pages.lists import kept
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

ON_A_PAGE = 500
Entry = tuple[str, str, str, str]
"""A name, the address it leads to, what it is, and the name it has now where that is another."""


@kept
def by_letter(directory: Directory, today: date) -> Mapping[str, tuple[Entry, ...]]:
    """Entries in their order under each letter a to z, and `0` for names that begin with none."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in _entries(directory):
        first = next((each for each in entry[0].casefold() if each.isalnum()), "0")
        found[first if "a" <= first <= "z" else "0"].append(entry)
    return {letter: tuple(sorted(found[letter], key=_place)) for letter in sorted(found)}


def _place(entry: Entry) -> tuple[str, str]:
    return entry[0].casefold(), entry[1]


def _entries(directory: Directory) -> Iterator[Entry]:
    types, kinds = directory.grammar["service_types"], directory.grammar["organization_kinds"]
    for service in directory.services.values():
        address, kind = f"services/{service.id}/", types.label(service.type)
        made_up = ", made up" if service.fictional else ""
        yield service.name, address, kind + made_up, ""
        former = (name for name in dict.fromkeys(service.also_known_as) if name != service.name)
        yield from ((name, address, "", service.name + made_up) for name in former)
    for organization in directory.organizations.values():
        address, kind = f"organizations/{organization.id}/", kinds.label(organization.kind)
        made_up = ", made up" if organization.fictional else ""
        yield organization.name, address, f"Organisation ({kind}){made_up}", ""
        former = (name for name in dict.fromkeys(organization.also_known_as) if name != organization.name)
        yield from ((name, address, "", organization.name + made_up) for name in former)


def numbers(directory: Directory, today: date) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Under `all`: every letter that has entries, with how many it has."""
    return {"all": tuple((letter, len(entries)) for letter, entries in by_letter(directory, today).items())}


def parts(view: View) -> dict[str, tuple[str, int]]:
    """The pages of the A to Z: key to letter and number; one page, `all`, when everything fits on it."""
    letters = view.listed(by_letter)
    if sum(map(len, letters.values())) <= ON_A_PAGE:
        return {"all": ("", 1)}
    pages = {"all": ("", 1)}
    for letter, entries in letters.items():
        for number in range(1, -(-len(entries) // ON_A_PAGE) + 1):
            pages[f"{letter}/{number}"] = (letter, number)
    return pages


def keys(view: View) -> Iterable[str]:
    """The keys of the pages."""
    return parts(view)


def address_of(letter: str, number: int) -> str:
    """Where a page of a letter lies."""
    return f"a-z/{letter}/{number}/" if number > 1 else f"a-z/{letter}/"


def page(view: View, key: str) -> Page:
    """The whole A to Z, the choice of letters, or one page of a letter."""
    if key != "all":
        letter, number = parts(view)[key]
        return _letter_page(view, letter, number)
    letters = view.listing(numbers, "all")
    split = sum(number for _, number in letters) > ON_A_PAGE
    shown = () if split else tuple((letter, view.listing(by_letter, letter)) for letter, _ in letters)
    body = view.render("letters.html", "a-z/", split=split, letters=letters, shown=shown)
    title = "Services and organisations from A to Z"
    description = (
        "Every service and organisation in the directory by name, with its kind; former names lead to the present one."
    )
    return Page("a-z/", "letters", title, description, body)


def _letter_page(view: View, letter: str, number: int) -> Page:
    entries = view.listing(by_letter, letter)
    last = -(-len(entries) // ON_A_PAGE)
    shown = entries[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    address, name = address_of(letter, number), letter.upper() if letter != "0" else "Numbers and others"
    body = view.render(
        "letter.html",
        address,
        name=name,
        entries=shown,
        number=number,
        last=last,
        before=address_of(letter, number - 1) if number > 1 else "",
        after=address_of(letter, number + 1) if number < last else "",
    )
    title = f"Services from A to Z: {name}" + (f", page {number} of {last}" if last > 1 else "")
    description = f"Services and organisations in the directory whose names, present or former, stand under {name}."
    return Page(address, "letters", title, description, body, (("A to Z", "a-z/"),))


PAGES = (Kind("letters", keys, page),)
