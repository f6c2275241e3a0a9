"""The page of the look says the figures that the tokens have, and shows small pictures with words for them."""

import re
from itertools import combinations
from pathlib import Path

from look.colours import SIGHTS, contrast, distance
from look.tokens import colours

OUTCOMES = ("takes", "check", "refuses")
CONTRASTS = {
    "Text on paper": ("ink", "paper"),
    "Quiet text on paper": ("soft", "paper"),
    "Link on paper": ("link", "paper"),
    "*Takes* on a sheet": ("takes", "sheet"),
    "*Check first* on a sheet": ("check", "sheet"),
    "*Does not take* on a sheet": ("refuses", "sheet"),
    "Life at risk on its ground": ("crisis", "crisis-wash"),
    "Edge of a field on a sheet": ("rule", "sheet"),
}
ALL_PICTURES = 700_000


def page(root: Path) -> str:
    return (root / "docs/decisions/0150-the-look.md").read_text("utf-8")


def rows(root: Path) -> dict[str, list[str]]:
    """The cells of every row of a table, under its first."""
    cells = (line.strip("| ").split(" | ") for line in page(root).splitlines() if line.startswith("| "))
    return {first: rest for first, *rest in cells}


def test_the_page_of_the_look_says_how_far_apart_the_outcomes_are(root: Path):
    found, schemes = rows(root), [colours(root, seen) for seen in ("light", "dark")]
    for sight in SIGHTS:
        least = [
            min(distance(known[one], known[other], sight) for one, other in combinations(OUTCOMES, 2))
            for known in schemes
        ]
        assert found[sight.capitalize()][2:] == [f"{each:.1f}" for each in least], sight


def test_the_page_of_the_look_says_the_contrast_of_the_tokens(root: Path):
    found, schemes = rows(root), [colours(root, seen) for seen in ("light", "dark")]
    for words, (one, other) in CONTRASTS.items():
        assert found[words] == [f"{contrast(known[one], known[other]):.1f}" for known in schemes], words


def test_the_pictures_of_the_page_are_there_small_and_told_in_words(root: Path):
    shown = re.findall(r"!\[([^\]]*)\]\((pictures/[^)]+)\)", page(root))
    folder = root / "docs/decisions"
    kept = {path.relative_to(folder).as_posix() for path in (folder / "pictures").iterdir()}
    assert {place for _, place in shown} == kept
    assert [place for words, place in shown if len(words.split()) < 4] == []
    assert sum((folder / place).stat().st_size for place in kept) < ALL_PICTURES
