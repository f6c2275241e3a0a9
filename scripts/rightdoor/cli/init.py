"""`rightdoor init`: the repository of a new area, ready to be filled in and published."""

import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import click

from rightdoor.records.ids import id_of
from rightdoor.records.program import requirement
from rightdoor.records.quoting import scalar
from rightdoor.records.report import counted
from rightdoor.records.starter import NATIONS, REQUIREMENTS, Starter, shared_files, starter_files

_NAME = re.compile(r"[^\W_][\w '’&.,()-]{0,59}\Z")
_OWNERS = re.compile(r"@[A-Za-z0-9-]+(?:/[A-Za-z0-9._-]+)?(?: @[A-Za-z0-9-]+(?:/[A-Za-z0-9._-]+)?)*\Z")


_NOT_KNOWN = """\
Nobody but this computer knows where this Rightdoor came from: it was installed from a folder. To tell others, give
  --program "rightdoor @ git+https://github.com/<who keeps it>/rightdoor@<the 40 letters and digits of a commit>"
Without it everything is written, and you can look at it here, but the workflows cannot run until you say it."""


def _area(_context: click.Context, _parameter: click.Parameter, typed: str | None) -> str | None:
    if typed is not None and not _is_name(typed):
        raise click.BadParameter(f"{typed[:80]} is not the name of an area. Type it like this: Northvale.")
    if typed is not None and id_of(typed) in {"national", *NATIONS}:
        raise click.BadParameter(f"{typed} is there already. Name the area within it, such as a council's.")
    return typed


def _is_name(typed: str) -> bool:
    """Whether a name, and the id it gives, are text wherever they stand in a file: no number, and nothing like null."""
    plain = _NAME.match(typed) is not None and id_of(typed) != ""
    return plain and all(scalar(each) == each for each in (typed, id_of(typed)))


def _repository(_context: click.Context, _parameter: click.Parameter, typed: str) -> str:
    parts = urlsplit(typed)
    if typed and (parts.scheme != "https" or not re.fullmatch(r"[A-Za-z0-9.:/_~-]+", typed)):
        raise click.BadParameter(
            f"{typed[:80]} is not an address. Type it like this: https://github.com/example/directory"
        )
    return typed.rstrip("/").removesuffix(".git")


def _owners(_context: click.Context, _parameter: click.Parameter, typed: str) -> str:
    if typed and not _OWNERS.match(typed):
        raise click.BadParameter(f"{typed[:80]} names nobody. Type people or teams like this: “@anna @example/crisis”.")
    return typed


def _program(_context: click.Context, _parameter: click.Parameter, typed: str) -> str:
    if typed and (not typed.isprintable() or not typed.startswith("rightdoor")):
        raise click.BadParameter("this is not a line for pip. Type: rightdoor @ git+https://… or rightdoor==1.0")
    return typed


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--area", callback=_area, metavar="NAME", help="The name of the area: Northvale.")
@click.option(
    "--nation", type=click.Choice(tuple(NATIONS)), default="england", show_default=True, help="Where it lies."
)
@click.option("--repository", callback=_repository, default="", metavar="URL", help="Where volunteers will edit it.")
@click.option("--owners", callback=_owners, default="", metavar="PEOPLE", help="Who looks at changes: “@anna @ben”.")
@click.option("--program", callback=_program, default="", metavar="LINE", help="What pip is to install as Rightdoor.")
@click.option("--refresh", is_flag=True, help="Write the workflows and issue forms of FOLDER anew, and nothing else.")
def init(
    folder: Path, area: str | None, nation: str, repository: str, owners: str, program: str, refresh: bool
) -> None:
    """Begin the directory of an area in FOLDER, which is new or empty.

    It holds the national services, which are real, one entry to fill in, and everything that GitHub needs to check and
    publish it. Nothing in it is made up.
    """
    if refresh:
        _refresh(folder)
        return
    if area is None and sys.stdin.isatty():
        area = click.prompt("Which area is it for", value_proc=lambda typed: _area(None, None, typed))  # type: ignore[arg-type]
    if area is None:
        raise click.UsageError("Say which area it is for: --area Northvale")
    starter = Starter(area, nation, repository, owners, program or requirement())
    if not starter.program:
        click.echo(_NOT_KNOWN, err=True)
    files = starter_files(starter)
    _place(folder, files)
    click.echo(f"{counted(len(files), 'file')} written to {folder}. What to do next is in {folder / 'README.md'}.")
    if not starter.program:
        click.echo(f"Nobody else can run it yet: say in {folder / REQUIREMENTS} where Rightdoor comes from.", err=True)
        here = f"cd {shlex.quote(str(folder))} && {shlex.quote(_this_program())} serve"
        click.echo(f"To look at it on this computer, type: {here}", err=True)


def _this_program() -> str:
    """How this very program is called from any folder."""
    beside = Path(sys.executable).with_name("rightdoor")
    return str(beside) if beside.is_file() else "rightdoor"


def _refresh(folder: Path) -> None:
    if not (folder / "directory").is_dir():
        raise click.UsageError(f"There is no folder “directory” in {folder}.")
    files = shared_files()
    stale = {path: text for path, text in files.items() if _read(folder / path) != text}
    for path in stale:
        if any((folder / each).is_symlink() for each in (Path(path), *Path(path).parents[:-1])):
            raise click.ClickException(f"{path} is a link to another place, and is not written.")
    _write(folder, stale)
    for path in stale:
        click.echo(f"Written: {path}")
    if not stale:
        click.echo("Everything is as this version of Rightdoor has it.")


def _place(folder: Path, files: Mapping[str, str]) -> None:
    """All files or none: they are written beside the folder and moved into its place."""
    if folder.is_symlink() or (folder.exists() and any(folder.iterdir())):
        raise click.UsageError(f"{folder} is not empty. Name a folder that is not there yet.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.absolute().parent))
        try:
            _write(aside, files)
            aside.chmod(0o755)
            if folder.exists():
                folder.rmdir()
            aside.rename(folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as fault:
        raise click.ClickException(f"Nothing is written: {fault.strerror} ({fault.filename}).") from None


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8", newline="\n")


def _read(path: Path) -> str:
    return path.read_text("utf-8", errors="replace") if path.is_file() else ""
