"""Writes `docs/what-is-lost.md` from the losses that each form of the data declares beside its code.

Run it after a change to any of them. `--check` only says whether the page is fresh.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from rightdoor.exchange.lost import page

FILE = Path(__file__).resolve().parent.parent / "docs" / "what-is-lost.md"


def main(arguments: Sequence[str]) -> int:
    """Write the page, or with `--check` say whether it is fresh; 1 when it is not."""
    fresh = FILE.is_file() and FILE.read_text("utf-8") == page()
    if "--check" in arguments:
        if not fresh:
            print("docs/what-is-lost.md is not fresh.")
        return 0 if fresh else 1
    FILE.write_text(page(), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
