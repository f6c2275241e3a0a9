"""Records that tell which of them a page reads."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

V = TypeVar("V")


class Noted(dict[str, V]):
    """Records by id that tells which of them were read; reading them all is noted as `*`."""

    def __init__(self, name: str, records: Mapping[str, V], note: Callable[[str, str], None]) -> None:
        super().__init__(records)
        self._name, self._note = name, note

    def __getitem__(self, key: str) -> V:
        self._note(self._name, key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self._note(self._name, str(key))
        return super().__contains__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """The record, or `default`."""
        self._note(self._name, key)
        return super().get(key, default)

    def __iter__(self) -> Iterator[str]:
        self._note(self._name, "*")
        return super().__iter__()

    def __len__(self) -> int:
        self._note(self._name, "*")
        return super().__len__()

    def keys(self) -> Any:
        """All ids."""
        self._note(self._name, "*")
        return super().keys()

    def values(self) -> Any:
        """All records."""
        self._note(self._name, "*")
        return super().values()

    def items(self) -> Any:
        """All ids and records."""
        self._note(self._name, "*")
        return super().items()
