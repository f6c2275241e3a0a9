"""`.github/CODEOWNERS`: who is asked to look at a change, with a line of its own for each area."""

from collections.abc import Iterable

FILE = ".github/CODEOWNERS"
_HEAD = """\
# Who is asked to look at a change (https://docs.github.com/articles/about-code-owners). The last line that fits counts.
# Criteria and crisis help need two people, and neither of them wrote the change: in the settings of the repository,
# under Rules, ask for two approvals and for a review from code owners.
"""
_NOBODY = (
    "# Nobody is named yet: put people or teams in the place of @somebody, and take away the # before each line.\n"
)
_OTHERS = (
    ("Whatever has no line of its own: the settings and the workflows", "*"),
    ("National services, the numbers in a crisis among them: two people", "/directory/services/national/"),
    ("Areas name their crisis services and front doors: two people", "/directory/areas/"),
    ("Numbers that must not come back: two people", "/directory/disproved-numbers.yaml"),
)


def codeowners(folders: Iterable[str], owners: str = "") -> str:
    """The file for these folders of `directory/services/`; without owners every line waits as a comment."""
    areas = [each for each in sorted(folders) if each != "national"]
    own = ((f"The services of {each}", f"/directory/services/{each}/") for each in areas)
    rows = "".join(f"\n# {said}\n{_row(place, owners)}\n" for said, place in (*_OTHERS, *own))
    return _HEAD + ("" if owners else _NOBODY) + rows


def _row(place: str, owners: str) -> str:
    return f"{place} {owners}" if owners else f"# {place} @somebody"
