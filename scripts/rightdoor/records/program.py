"""Where this program came from, as one line that pip understands, so that another computer gets the very same."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from rightdoor import __version__
from rightdoor.records.git import GitUnable, ask

NAME = "rightdoor"


def requirement() -> str:
    """The line, or "" where the program was installed from a folder that only this computer has.

    What pip wrote down when it installed the program is believed (direct_url.json, PEP 610, read on 23 November 2026).
    """
    try:
        noted = distribution(NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        return ""
    return of_note(json.loads(noted)) if noted else f"{NAME}=={__version__}"


def of_note(noted: dict[str, Any]) -> str:
    """The line for what pip wrote down of an address."""
    address = noted["url"]
    if "vcs_info" in noted:
        told = noted["vcs_info"]
        return _line(f"{told['vcs']}+{address}@{told['commit_id']}") if _is_public(address) else ""
    if address.startswith("file:"):
        return _of_folder(Path(unquote(urlsplit(address).path)))
    return _line(address) if _is_public(address) else ""


def _of_folder(folder: Path) -> str:
    """A folder may be a copy of a repository that others can reach too."""
    try:
        address = ask(folder, "config", "--get", "remote.origin.url").decode("utf-8").strip()
        commit = ask(folder, "rev-parse", "HEAD").decode("ascii").strip()
    except (GitUnable, UnicodeDecodeError):
        return ""
    return _line(f"git+{address}@{commit}") if _is_public(address) else ""


def _is_public(address: str) -> bool:
    """An address that anybody may be given: over https, and without a name or a password in it."""
    parts = urlsplit(address)
    return parts.scheme == "https" and "@" not in parts.netloc and address.isprintable() and " " not in address


def _line(address: str) -> str:
    return f"{NAME} @ {address}"
