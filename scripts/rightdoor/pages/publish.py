"""Builds a site and publishes it whole: load, check, render, fill, verify, and swap by one rename."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.pages import making, theme
from rightdoor.pages.folder import Folder
from rightdoor.pages.history import history
from rightdoor.pages.page import Kind
from rightdoor.pages.site import Built, Order, SiteBuild, SiteFaulty, Strip
from rightdoor.pages.target import NotOurs, Target
from rightdoor.records.link_state import STATE, read_state
from rightdoor.records.links import Asked, asked
from rightdoor.records.load import Loaded, load
from rightdoor.records.nearest import nearest_word

Say = Callable[[str], None]


class BuildRefused(Exception):
    """No site could be published and the old one stands; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Report:
    """How a build ended: all problems of the records, and counts; `message` is one sentence for a person."""

    problems: tuple[Problem, ...]
    published: bool
    services: int
    pages: int
    written: int
    message: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that a site is made of: kinds of pages and data, and the crisis strip."""

    kinds: Sequence[Kind]
    strip: Strip


def build(
    root: Path, out: Path, today: date, *, keep_going: bool = False, jobs: int | None = None, say: Say = lambda _: None
) -> Report:
    """Builds the project at `root` into `out`; BuildRefused where that cannot be done or would harm something.

    Errors in records are in the report and leave the old site as it was; with `keep_going` the entries that have
    them are left out, but never crisis help. `say` is given a sentence when the build has to wait.
    """
    target = Target(root / out)
    with _refusals(), target.locked_for(root, say):
        loaded = load(root, today, keep_going=keep_going, jobs=jobs)
        if loaded.errors and (not keep_going or loaded.crisis_help_left_out):
            return _refused(loaded)
        ready = theme.ready(root, target.work / "theme")
        return _publish(root, target, loaded, today, ready, jobs, keep_going)


def publish_theme(root: Path, out: Path, today: date, folder: Path, *, keep_going: bool = False) -> Report:
    """The same for a theme that MkDocs has just rendered into `folder`."""
    target = Target(out)
    with _refusals(), target.locked_for(root, lambda _: None):
        loaded = load(root, today, keep_going=keep_going)
        if loaded.errors and (not keep_going or loaded.crisis_help_left_out):
            return _refused(loaded)
        return _publish(root, target, loaded, today, theme.Theme.read(folder), None, keep_going)


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except (NotOurs, SiteFaulty, theme.ThemeUnusable) as refusal:
        raise BuildRefused(str(refusal)) from refusal
    except OSError as failure:
        raise BuildRefused(f"The site is not published: {failure.strerror} ({failure.filename}).") from failure


def _publish(
    root: Path, target: Target, loaded: Loaded, today: date, ready: theme.Theme, jobs: int | None, keep_going: bool
) -> Report:
    _refuse_unknown_home(ready.home_area, loaded.directory)
    parts = parts_of_site(root, loaded, keep_going)
    with making.without_collection():
        order = Order(
            loaded.directory, dict(loaded.digests), today, ready, parts.kinds, parts.strip,
            loaded.left_out, jobs or making.processors(), history(root, loaded.directory, today),
            _asked(root, loaded.directory),
        )  # fmt: skip
        built = build_into(target, order)
    services = len(loaded.directory.services)
    message = f"{built.pages:,} pages of {services:,} services are published in {target.out}."
    return Report(tuple(loaded.problems), True, services, built.pages, built.written, message)


def _asked(root: Path, directory: Directory) -> Asked | None:
    """What `rightdoor links` noted when it last asked; None where nothing can be read of it."""
    state = read_state(root / STATE)
    return asked(state, directory) if state else None


def _refuse_unknown_home(area: str, directory: Directory) -> None:
    """Refuses a `home_area` that is no area: the home page would be about nowhere, and nobody would be told."""
    if not area or area in directory.areas:
        return
    meant = nearest_word(area, directory.areas)
    tip = f"Did you mean {meant}?" if meant else f"The areas are: {', '.join(sorted(directory.areas))}."
    file = f"directory/areas/{area}.yaml"
    raise BuildRefused(f"In mkdocs.yml, home_area is {area}, but {file} is missing or left out. {tip}")


def build_into(target: Target, order: Order) -> Built:
    """Makes the next site and puts it in the place of the old one; the caller holds the lock."""
    following, live = Folder.read(target.next, target.notes), Folder.read(target.out, target.notes)
    following.begin()
    built = SiteBuild(order, following, live, target.work / "memory").run()
    target.publish()
    return built


def parts_of_site(root: Path, loaded: Loaded, keep_going: bool) -> Parts:
    """All kinds of pages; imported late, since a refused build needs none of them."""
    from rightdoor.pages import entry_files, left_out_page
    from rightdoor.pages.crisis_strip import strip
    from rightdoor.pages.kinds import KINDS

    extra = (left_out_page.kind(loaded.problems, loaded.left_out),) if keep_going else ()
    return Parts((*KINDS, entry_files.kind(root), *extra), strip)


def _refused(loaded: Loaded) -> Report:
    errors = sum(problem.level is Level.ERROR for problem in loaded.problems)
    counted = f"{errors} error{'s' * (errors != 1)}"
    reason = f"the records have {counted}"
    if missing := loaded.crisis_help_left_out:
        reason += f" and crisis help would be missing from it ({', '.join(missing)})"
    message = f"The site is not built, since {reason}. The old site is as it was."
    return Report(tuple(loaded.problems), False, len(loaded.directory.services), 0, 0, message)
