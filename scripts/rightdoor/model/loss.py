"""What a format cannot hold, declared beside the code that writes or reads it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """A field of a record that does not come through a format, or not whole.

    `field` is its path in a record, such as `criteria.does_not_take.refer_to`; a path stands for all below it.
    `becomes` says in words what is there instead; empty where nothing is.
    """

    field: str
    becomes: str = ""
