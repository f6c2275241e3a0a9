"""The page that says which entries a build with `--keep-going` left out, and what is wrong with each."""

import hashlib
from collections.abc import Sequence

from rightdoor.model.problem import Level, Problem
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

ADDRESS = "coverage/left-out/"
TITLE = "Entries left out"


def note(count: int, root: str) -> str:
    """The sentence at the foot of every page of a site that lacks entries; nothing where it lacks none."""
    if not count:
        return ""
    counted = "1 entry is" if count == 1 else f"{count:,} entries are"
    return f'<p><a href="{root}{ADDRESS}">{counted} left out of this site</a> because of errors.</p>'


def kind(problems: Sequence[Problem], files: Sequence[str]) -> Kind:
    """The kind that holds this one page; what it says goes into its key, so that a change makes it again."""
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    key = hashlib.sha256(repr((errors, tuple(files))).encode()).hexdigest()[:16]

    def page(view: View, key: str) -> Page:
        body = view.render("left-out.html", ADDRESS, problems=errors, files=files)
        description = "What a build left out because it has errors."
        return Page(ADDRESS, "left-out", TITLE, description, body, crumbs=(("Home", ""),), noindex=True)

    return Kind("left-out", lambda view: [key], page)
