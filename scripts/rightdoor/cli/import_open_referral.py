"""`rightdoor import open-referral`: services of a feed of Open Referral, as entries of this directory."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from rightdoor.cli.importing import bring_in, merging_options, origin_of


@click.command("open-referral")
@click.argument("feed", metavar="SOURCE")
@click.option("--allow-private-addresses", is_flag=True, help="Also ask this very computer, for tests.")
@merging_options
def open_referral(
    feed: str,
    allow_private_addresses: bool,
    area: str,
    source: str | None,
    basis: str | None,
    organization_kind: str | None,
    allow_vanished: bool,
    write: bool,
    output: str,
    today: date,
    root: Path,
) -> None:
    """Take services in from a feed of Open Referral: an address, a file, or a folder of files.

    Versions 1.0, 3.0 and 3.1 are read. Whom a service takes is prose there and stays prose. Without --write nothing is
    changed: the report says what would be.
    """
    from rightdoor.exchange.ids import of
    from rightdoor.exchange.open_referral.facts import Knowing
    from rightdoor.exchange.open_referral.reading import read_feed
    from rightdoor.records.judge import grammar
    from rightdoor.records.load import load

    origin = origin_of(root, feed, source, area, basis, "")
    get, start = _way(feed, private=allow_private_addresses)
    words = grammar()
    delivery = read_feed(get, start, knowing=Knowing(words["languages"], words["access"], today))
    if not delivery.drafts:
        said = [*delivery.notes, *(f"{each.name} ({each.place}): {each.why}" for each in delivery.refused[:20])]
        raise click.ClickException("\n".join(("Nothing is taken in: the source gives no service.", *said)))
    ours = {str(of("service", id)): id for id in load(root, today, keep_going=True).directory.services}
    bring_in(
        root,
        delivery,
        origin,
        today,
        write=write,
        allow_vanished=allow_vanished,
        output=output,
        known=ours,
        organization_kind=organization_kind,
    )


def _way(feed: str, *, private: bool) -> tuple[Callable[[str], bytes], str]:
    """How to read a source, and where it begins."""
    from rightdoor import __version__
    from rightdoor.records.asking import Asker
    from rightdoor.records.fetch import Fetcher, from_folder, read_file

    if feed.startswith(("https://", "http://")):
        return Fetcher(Asker(f"rightdoor/{__version__}", timeout=60.0, allow_loopback=private)).get, feed
    place = Path(feed)
    if place.is_dir():
        return from_folder(place), ""
    if not place.exists():
        raise click.BadParameter(f"there is no file {feed[:200]}; an address begins with https://", param_hint="SOURCE")

    def get(address: str) -> bytes:
        if address != feed:
            raise OSError("a file has no other pages.")
        return read_file(place)

    return get, feed
