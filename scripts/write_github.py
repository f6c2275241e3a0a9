"""Writes what of `.github/` is made from something else: from `starter/`, the schema, and the folders of services.

Run it after a change to any of these. `--check` only says what is not fresh.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from rightdoor.records.codeowners import FILE as CODEOWNERS
from rightdoor.records.codeowners import codeowners
from rightdoor.records.starter import shared_files

ROOT = Path(__file__).resolve().parent.parent


def files(root: Path) -> Mapping[str, str]:
    """The text of each file by its path."""
    folders = [each.name for each in (root / "directory" / "services").iterdir() if each.is_dir()]
    return {**shared_files(), CODEOWNERS: codeowners(folders)}


def main(arguments: Sequence[str]) -> int:
    """Write the files that are not fresh, or with `--check` name them; 1 when one is not."""
    stale = {path: text for path, text in files(ROOT).items() if _read(ROOT / path) != text}
    for path, text in stale.items():
        if "--check" not in arguments:
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(text, "utf-8", newline="\n")
        print(f"{path} is not fresh." if "--check" in arguments else path)
    return 1 if stale and "--check" in arguments else 0


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
