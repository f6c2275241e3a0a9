"""Made-up records for Hypothesis: every field the grammar names, holding whatever the strict reader can hold."""

from typing import Any

from hypothesis import strategies as some

from rightdoor.records.characters import refused_in
from rightdoor.records.order import ANY, Tree

KINDS = ("service", "organization", "area", "vignette", "tombstones")

NASTY = (
    "yes", "no", "true", "null", "~", "", " ", "999", "08001111", "116 123", "+44 1632 960 111", "-", "- a", "-1",
    "1.0",
    "1e3", "0x1F", "10:30", "2026-11-23", "1_000", ".5", "-0", "1234567890123456", "0.123456789012345678901", "[a]",
    "{a: b}", "a: b", "a:b", "a:", ": a", "a #b", "a#b", "#a", "a, b", "a]b", "'a'", '"a"', 'say "a"', "it's", "a\\b",
    "*a", "&a", "!a", "|", ">", "%a", "@a", "`a`", "<<", "=", "?", "? a", "---", "...", "--- a", "a\nb", "a\nb\n",
    "a\n",
    "a\n\nb\n\n", "\na", "a \nb", " a\n b", "a\n  - b\n", "# a\n# b\n", "a\n# b", "a\n---\nb\n", "\n", "a\r\nb",
    "…", "é",
    "سكينة", "😀", "</script>", "=SUM(A1)", "https://example.org/a?b=c#d", "Mo-Fr 09:00-17:00; PH off", "x" * 200,
)  # fmt: skip


def _can_be_held(text: str) -> bool:
    return next(refused_in(text), None) is None


_letters = some.characters(exclude_categories=["Cs", "Cc"]) | some.sampled_from("\n #:,-[]{}'\"|>&*!%@`\\ ?")
texts = some.sampled_from(NASTY) | some.text(_letters, max_size=30).filter(_can_be_held)
numbers = (
    some.integers(-(10**15) + 1, 10**15 - 1)
    | some.integers(-99999, 99999).map(lambda number: number / 1000)
    | some.sampled_from([0.0, -0.0, 1e-20, 51.5074, 99999999999999.9])
)
scalars = texts | numbers | some.booleans() | some.none()
names = some.sampled_from(["name", "x", "a b", "null", "1", "- a", "a: b", "#", "words"]) | texts.filter(bool)


def values(tree: Tree, depth: int = 3) -> some.SearchStrategy[Any]:
    """Whatever may stand in a field, right or wrong."""
    if depth == 0:
        return scalars
    return scalars | some.lists(some.deferred(lambda: values(tree, depth - 1)), max_size=4) | groups(tree, depth)


@some.composite
def groups(draw: some.DrawFn, tree: Tree, depth: int = 3) -> dict[str, Any]:
    """Some fields of a group, in any order, and now and then one it does not know."""
    known = [name for name in tree if name != ANY]
    chosen = draw(some.lists(some.sampled_from(known) if known else names, unique=True, max_size=6))
    if draw(some.integers(0, 4)) == 0:
        chosen += [each for each in draw(some.lists(names, unique=True, max_size=2)) if each not in chosen]
    return {name: draw(values(tree.get(name) or tree.get(ANY) or {}, depth - 1)) for name in chosen}
