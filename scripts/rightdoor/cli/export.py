"""`rightdoor export`: the directory in the formats that other programs read."""

import click


@click.group()
def export() -> None:
    """Write the directory in a format that other programs read."""
