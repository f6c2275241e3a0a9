"""Reads who imports whom in the Python rooms and the browser code, and names every arrow the architecture forbids."""

import ast
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

PYTHON_ARROWS = {
    "cli": {"pages", "changes", "coverage", "exchange", "records", "matching", "model"},
    "pages": {"changes", "coverage", "exchange", "records", "matching", "model"},
    "changes": {"matching", "model"},
    "coverage": {"matching", "model"},
    "exchange": {"model"},
    "records": {"matching", "model"},
    "matching": {"model"},
    "model": set(),
    "resources": set(),
    "rightdoor": set(),
}
"""Each room and those it may import. `rightdoor` is the package itself, which holds the version."""

PYTHON_LEAVES = {"resources", "rightdoor"}
"""They import nothing of ours, so everybody may import them."""

BROWSER_ARROWS = {
    "pack": {"finder", "directory", "matching"},
    "compare": {"finder", "directory", "matching"},
    "components": {"finder", "search", "directory", "matching"},
    "refused": {"finder", "directory", "matching"},
    "finder": {"directory", "matching"},
    "preview": {"finder", "directory", "matching"},
    "add-service": {"entry", "preview", "directory", "matching"},
    "entry-text": {"entry"},
    "entry": {"matching"},
    "search": {"directory", "matching"},
    "searching": {"directory", "matching"},
    "sheet": set(),
    "crisis": set(),
    "coverage": set(),
    "directory": {"matching"},
    "matching": set(),
    "common": set(),
}
BROWSER_LEAVES = {"common"}

_JAVASCRIPT_IMPORT = re.compile(
    r"""\b(?:import|export)\b[^;'"()]*?\bfrom\s*["']([^"']+)["']"""
    r"""|\bimport\s*["']([^"']+)["']"""
    r"""|\b(?:import|require)\s*\(\s*(?:["'`]([^"'`]+)["'`]\s*\))?"""
)
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)


def forbidden_python(package: Path) -> list[str]:
    """A sentence for every import in the package `rightdoor` at `package` that no arrow allows."""
    return [wrong for path in sorted(package.rglob("*.py")) for wrong in _wrong_in_module(package, path)]


def _wrong_in_module(package: Path, path: Path) -> Iterator[str]:
    place = path.relative_to(package).as_posix()
    room = _room_of_module(path.relative_to(package))
    if room not in PYTHON_ARROWS:
        yield f"{place}: {room} is not a room of the house"
        return
    for line, target in python_imports(path.read_text(encoding="utf-8")):
        other = _room_of_import(target)
        if target.startswith("."):
            yield f"{place}:{line}: a relative import ({target}); write it in full"
        elif other not in {None, room} | PYTHON_LEAVES | PYTHON_ARROWS[room]:
            yield f"{place}:{line}: {room} imports {other}"


def _room_of_module(inside: Path) -> str:
    if len(inside.parts) > 1:
        return inside.parts[0]
    return {"__init__": "rightdoor", "__main__": "cli"}.get(inside.stem, inside.stem)


def _room_of_import(target: str) -> str | None:
    """The room of a dotted name, or None when it is not ours."""
    parts = target.split(".")
    if parts[0] != "rightdoor":
        return None
    return parts[1] if len(parts) > 1 else "rightdoor"


def python_imports(source: str) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import: at the top, inside a function, or by `import_module("…")`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, name) for name in _names_from(node))
        elif isinstance(node, ast.Call) and _is_import_call(node.func):
            yield from ((node.lineno, text) for text in _first_words(node))


def _names_from(node: ast.ImportFrom) -> list[str]:
    if node.level:
        return ["." * node.level + (node.module or "")]
    if node.module == "rightdoor":
        names = [alias.name for alias in node.names]
        return [f"rightdoor.{name}" if not name.startswith("_") else "rightdoor" for name in names]
    return [node.module or ""]


def _is_import_call(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in {"import_module", "__import__"}


def _first_words(call: ast.Call) -> list[str]:
    """The literal beginning of the first argument: all of "a.b", or the "a.b." of f"a.b.{c}"."""
    first = call.args[0] if call.args else None
    if isinstance(first, ast.JoinedStr) and first.values:
        first = first.values[0]
    return [first.value] if isinstance(first, ast.Constant) and isinstance(first.value, str) else []


def forbidden_javascript(javascripts: Path, packages: set[str]) -> list[str]:
    """A sentence for every import of the browser code that no arrow allows; `packages` are those of package.json."""
    scripts = sorted(path for path in javascripts.rglob("*.js") if "built" not in path.relative_to(javascripts).parts)
    return [wrong for path in scripts for wrong in _wrong_in_script(path.relative_to(javascripts), path, packages)]


def _wrong_in_script(inside: Path, path: Path, packages: set[str]) -> Iterator[str]:
    room = inside.parts[0]
    if room not in BROWSER_ARROWS:
        yield f"{inside.as_posix()}: {room} is not a folder of the browser code"
        return
    for target in javascript_imports(path.read_text(encoding="utf-8")):
        other = posixpath.normpath(posixpath.join(inside.parent.as_posix(), target)).split("/")[0]
        if not target.startswith("."):
            if target not in packages:
                yield f"{inside.as_posix()}: imports {target or 'a name made as it runs'}, which package.json does not"
        elif other not in {room} | BROWSER_LEAVES | BROWSER_ARROWS[room]:
            yield f"{inside.as_posix()}: {room} imports {other}"


def javascript_imports(source: str) -> list[str]:
    """What each import names, in order; an empty string for an import whose name is made as it runs."""
    return ["".join(match.groups("")) for match in _JAVASCRIPT_IMPORT.finditer(_COMMENT.sub("", source))]
