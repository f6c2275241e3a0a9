"""The house rules that a program can read: sizes, names, docstrings, left-overs, and what ruff and mypy say."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import rightdoor

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
VAGUE_NAMES = {"csv", "json", "types", "utils", "util", "helpers"}
# Spelled in pieces, so that this file does not find itself.
LEFT_OVERS = re.compile(r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME")) + r")\b")
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("pythonhosted", "org"),
        ("pypi", "org"),
    )
]


def tracked_files(root: Path) -> list[Path]:
    """Every file of the repository that is text and is kept in git; in a source archive without git, none."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("This copy is not a git checkout, so there is no list of the files that are kept.")
    paths = (root / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file() and path.suffix not in {".png", ".webp", ".jpg", ".ico", ".woff2"}]


def code_files(root: Path) -> list[Path]:
    python = [root / "hatch_build.py", *(root / "scripts").rglob("*.py"), *(root / "tests").rglob("*.py")]
    benchmarks = (root / "benchmarks").rglob("*.py")
    javascript = (root / "docs/assets/javascripts").rglob("*.js")
    return [*python, *benchmarks, *(path for path in javascript if "built" not in path.parts)]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def run_tool(root: Path, *command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def lengths_of_functions(source: str) -> list[tuple[str, int]]:
    """The name and the lines of each function, its docstring not counted."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            has_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            docstring = (first.end_lineno or 0) - first.lineno + 1 if has_docstring else 0
            found.append((node.name, (node.end_lineno or 0) - node.lineno + 1 - docstring))
    return found


def test_ruff_finds_nothing(root: Path):
    run_tool(root, "ruff", "check", "--quiet", ".")


def test_the_code_is_formatted(root: Path):
    run_tool(root, "ruff", "format", "--check", "--quiet", ".")


def test_mypy_finds_nothing(root: Path):
    run_tool(root, "mypy", "--no-error-summary")


def test_no_module_is_too_long(root: Path):
    lengths = {str(path.relative_to(root)): text_of(path).count("\n") for path in code_files(root)}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_no_function_is_too_long(root: Path):
    modules = (path for path in code_files(root) if path.suffix == ".py")
    functions = ((path, *function) for path in modules for function in lengths_of_functions(text_of(path)))
    assert [f"{path.relative_to(root)}: {name}" for path, name, lines in functions if lines > LONGEST_FUNCTION] == []


def test_a_docstring_does_not_count_towards_the_length_of_a_function():
    assert lengths_of_functions('def f():\n    """One.\n\n    Two.\n    """\n    return 1\n') == [("f", 2)]


def test_no_module_has_a_name_that_says_nothing(root: Path):
    assert [str(path.relative_to(root)) for path in code_files(root) if path.stem in VAGUE_NAMES] == []


def test_nothing_is_left_to_be_done_later(root: Path):
    assert [str(path.relative_to(root)) for path in tracked_files(root) if LEFT_OVERS.search(text_of(path))] == []


def test_no_file_names_a_package_registry(root: Path):
    """A lock or a script that does would send somebody's install to one server, whatever their own settings say."""
    wrong = [path for path in tracked_files(root) if any(host in text_of(path) for host in REGISTRIES)]
    assert [str(path.relative_to(root)) for path in wrong] == []


def test_every_file_ends_its_lines_the_same_way(root: Path):
    assert [str(path.relative_to(root)) for path in tracked_files(root) if b"\r\n" in path.read_bytes()] == []


def test_ci_and_the_readme_give_the_same_test_command(root: Path):
    commands = [line for line in text_of(root / "README.md").splitlines() if "bin/pytest" in line]
    assert len(commands) == 1
    assert text_of(root / ".ci" / "run").splitlines()[-1] == commands[0]


def test_the_readme_is_short(root: Path):
    assert text_of(root / "README.md").count("\n") < 100


def test_each_dependency_has_a_line_in_the_decisions(root: Path):
    """The names in pyproject.toml and package.json are those of the table in docs/decisions/0002-dependencies.md."""
    page = text_of(root / "docs" / "decisions" / "0002-dependencies.md")
    named = set(re.findall(r"^\| `([a-z0-9@/.-]+)`", page, re.MULTILINE))
    assert named == dependencies(root)


def dependencies(root: Path) -> set[str]:
    project = tomllib.loads(text_of(root / "pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    browser = json.loads(text_of(root / "package.json"))
    names = {re.split(r"[<>=\[ ]", each)[0].lower() for each in wanted}
    return names | set(browser["dependencies"]) | set(browser["devDependencies"])


def test_the_package_says_the_version_that_is_released(root: Path):
    assert tomllib.loads(text_of(root / "pyproject.toml"))["project"]["version"] == rightdoor.__version__
