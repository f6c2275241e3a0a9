"""`rightdoor links`: asks the web addresses that stand in the records, and remembers which do not answer."""

import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rightdoor import __version__
from rightdoor.cli.options import root_option, today_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rightdoor.model.directory import Directory
    from rightdoor.records.asking_all import Ask
    from rightdoor.records.link_state import Answer, State


@click.command()
@click.option("--area", default=None, metavar="FOLDER", help="Only addresses of this area, or of: national.")
@click.option(
    "--state",
    default=None,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where to remember what failed. Without it: .rightdoor/links.json in the project, which the build reads.",
)
@click.option(
    "--timeout", default=10.0, type=click.FloatRange(0.1, 120), metavar="SECONDS", help="How long to wait: 10."
)
@click.option("--allow-loopback", is_flag=True, help="Also ask this very computer, for tests.")
@today_option
@root_option
def links(area: str | None, state: Path | None, timeout: float, allow_loopback: bool, today: date, root: Path) -> None:
    """Ask the web addresses that stand in the records whether a page is there; nothing else ever uses the network.

    A link is broken when it failed on two days a week or more apart and answered on none between: run this every week.
    The next build lists broken links under what needs doing. Broken links stop nothing: this command ends well.
    What is learned is noted as it comes. What is left of a host that takes too long has its turn another day.
    """
    from rightdoor.records.asking import Asker
    from rightdoor.records.asking_all import anybody_answers, nobody_answers
    from rightdoor.records.link_report import as_left, as_text
    from rightdoor.records.link_state import STATE, Answer, State, noted, read_state
    from rightdoor.records.links import addresses
    from rightdoor.records.load import load

    loaded = load(root, today, keep_going=True)
    directory = loaded.directory
    _refuse_unknown(area, directory)
    wanted, file = addresses(directory, area), state or root / STATE
    before = read_state(file)
    if before is None and file.exists():
        click.echo(f"{file} cannot be read as what was noted before, so this begins anew.", err=True)
    asker, answers = Asker(agent(root), timeout, allow_loopback), dict[str, Answer]()
    with click.progressbar(length=len(wanted.places), label="Asking", file=sys.stderr) as bar:

        def tell(number: int) -> None:
            """Notes what was learned so far, since whoever runs this may end it at any time."""
            bar.update(number)
            if number and anybody_answers(answers):
                _write(file, noted(before or State(), answers, today, whole=False))

        finished, left = _ask(_shuffled(wanted.places, today), asker.ask, answers, tell)
    if nobody_answers(answers):
        click.echo("Nobody answers at all, so nothing is noted. Is this computer connected to the internet?")
        return
    whole = finished and not left and area is None and not loaded.errors
    after = noted(before or State(), answers, today, whole=whole)
    _write(file, after)
    click.echo(as_text(answers, after, wanted, directory.grammar))
    if left:
        click.echo(as_left(left))


def _write(file: Path, state: "State") -> None:
    from rightdoor.records.link_state import write_state

    try:
        write_state(file, state)
    except OSError as fault:
        raise click.ClickException(f"{file} cannot be written: {fault.strerror}.") from None


def _shuffled(addresses: "Iterable[str]", today: date) -> list[str]:
    """The addresses in an order that is another each day, so that what is left once has its turn next time."""
    return sorted(addresses, key=lambda each: sha256(f"{today} {each}".encode()).digest())


def _ask(
    addresses: "Iterable[str]", ask: "Ask", found: "dict[str, Answer]", tell: "Callable[[int], None]"
) -> "tuple[bool, Sequence[str]]":
    """Asks the addresses; whether nobody stopped this, and what was left: what was learned before is kept."""
    from rightdoor.records.asking_all import ask_all

    try:
        return True, ask_all(addresses, ask, found, tell)
    except KeyboardInterrupt:
        click.echo("Stopped. What was asked so far is noted.", err=True)
        return False, ()


def agent(root: Path) -> str:
    """Who is asking, for whoever reads the log of a server: the program, and the project's repository where known."""
    from rightdoor.pages.project import repository_of

    where = repository_of(root)
    return f"Rightdoor/{__version__} (checks that links in a directory still work{f'; +{where}' if where else ''})"


def _refuse_unknown(area: str | None, directory: "Directory") -> None:
    from rightdoor.records.nearest import nearest_word

    folders = {*directory.areas, *(each.folder for each in directory.services.values())}
    if area is not None and area not in folders:
        meant = nearest_word(area, folders)
        tip = f"Did you mean {meant}?" if meant else f"Type one of: {', '.join(sorted(folders))}."
        raise click.UsageError(f"There is no area {area}. {tip}")
