"""The browser's side of an entry, started once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from entry.desk import Desk


@pytest.fixture(scope="session")
def desk(root: Path) -> Iterator[Desk]:
    """The browser's judge, reader and writer; where there is no Node.js, the tests are skipped."""
    started = Desk(root)
    yield started
    started.close()
