"""What a page may look at: the directory, the day, the settings, and templates that escape everything.

A view notes every record and every listing that a page reads, so that a later build knows which pages an edit
touches (docs/decisions/0052-incremental-builds.md). Areas, tombstones and the grammar are few, and count as read by
every page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from rightdoor.model.directory import Directory
from rightdoor.pages.history import UNKNOWN, Entry, History, Past
from rightdoor.pages.noted import Noted
from rightdoor.pages.page import path_to_root
from rightdoor.pages.templates import COMPILED, QuickEnvironment
from rightdoor.records.links import Asked

V = TypeVar("V")
Listing = Callable[[Directory, date], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What `mkdocs.yml` says about the site; see `config.py` for the meaning of each."""

    site_name: str = "Rightdoor"
    site_url: str = ""
    repository: str = ""
    edit_folder: str = ""
    email: str = ""
    home_area: str = ""
    components: bool = False


@dataclass(slots=True)
class View:
    """The directory on one day, as pages read it.

    `asked` is what came of asking its links, and counts as read by every page; None where nobody has asked.
    """

    whole: Directory
    today: date
    settings: Settings
    templates: Path
    history: History = UNKNOWN
    asked: Asked | None = None
    directory: Directory = field(init=False)
    reads: set[tuple[str, str]] = field(default_factory=set)
    _listings: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    _pieces: dict[tuple[str, ...], tuple[object, set[tuple[str, str]]]] = field(default_factory=dict)
    _environments: dict[str, Environment] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.directory = replace(
            self.whole,
            services=Noted("services", self.whole.services, self.note),
            organizations=Noted("organizations", self.whole.organizations, self.note),
        )

    def note(self, name: str, key: str) -> None:
        """Notes that the page being made has read something."""
        self.reads.add((name, key))

    def listing(self, make: Listing, key: str) -> Any:
        """What `make` lists under `key`: () when it lists nothing there. `make` runs once, over the whole directory.

        Give a module's own function, never a lambda: its name is what a later build compares.
        """
        self.note(name_of(make), key)
        return self.listed(make).get(key, ())

    def listed(self, make: Listing) -> Mapping[str, Any]:
        """Everything that `make` lists; not noted, so only for deciding which pages there are."""
        name = name_of(make)
        if name not in self._listings:
            self._listings[name] = make(self.whole, self.today)
        return self._listings[name]

    def once(self, key: tuple[str, ...], make: Callable[[], V]) -> V:
        """What `make` gives, made once for all pages; what it read is noted for each page that asks for it."""
        if key not in self._pieces:
            outer, self.reads = self.reads, set()
            made = make()
            inner, self.reads = self.reads, outer
            self._pieces[key] = (made, inner)
        piece, reads = self._pieces[key]
        self.reads |= reads
        return cast(V, piece)

    def past(self, service: str) -> Past | None:
        """What is known of a service's past; None where nothing is."""
        self.note("history", service)
        return self.history.pasts.get(service)

    def changed_in(self, area: str) -> tuple[Entry, ...]:
        """The latest changes of an area."""
        self.note("history", f"areas/{area}")
        return self.history.areas.get(area, ())

    def happened(self, kind: str) -> tuple[Entry, ...]:
        """The latest changes of the whole directory of one kind: new, changed or closed."""
        self.note("history", f"kinds/{kind}")
        return self.history.kinds.get(kind, ())

    def render(self, template: str, address: str, /, **values: Any) -> Markup:
        """A template of `pages/` filled for the page at `address`; everything in it is escaped.

        Templates have `to("services/x/")` (a link relative to the page), `view`, `directory`, `today` and `settings`,
        and import the macros of components: `{% from "chip/chip.html" import chip %}`.
        """
        return Markup(self.environment(path_to_root(address)).get_template(template).render(values))

    def macro(self, root: str, component: str, name: str = "") -> Callable[..., Markup]:
        """A macro of a component, by default the one of its name, for pages whose links to the root begin with `root`.

        AttributeError where the component has none of the name.
        """
        module = self.environment(root).get_template(f"{component}/{component}.html").module
        return cast(Callable[..., Markup], getattr(module, name or component.replace("-", "_")))

    def environment(self, root: str) -> Environment:
        """The templates of pages that lie at one depth: `to` is fixed there, so that macros need no context."""
        if root not in self._environments:
            made = QuickEnvironment(
                loader=FileSystemLoader([self.templates / each for each in ("pages", "components", "")]),
                autoescape=True,
                undefined=StrictUndefined,
                trim_blocks=True,
                lstrip_blocks=True,
                auto_reload=False,
                bytecode_cache=COMPILED,
            )
            made.globals.update(
                to=lambda address: root + address if root + address else "./",
                view=self,
                directory=self.directory,
                today=self.today,
                settings=self.settings,
            )
            made.globals.update(_pieces(root))
            made.filters.update(filters())
            self._environments[root] = made
        return self._environments[root]


def name_of(make: Listing) -> str:
    """The name a listing goes by: its module and function."""
    return f"{make.__module__}.{make.__qualname__}"


@cache
def filters() -> Mapping[str, Callable[..., Any]]:
    """Words for dates, ages, phones and hours, from `wording.py`."""
    from rightdoor.pages import wording

    return {name: getattr(wording, name) for name in wording.FILTERS}


def _pieces(root: str) -> Mapping[str, Callable[..., Any]]:
    """Links and phone numbers, from `pieces.py`, which imports this module in turn."""
    from rightdoor.pages.pieces import pieces

    return pieces(root)
