"""A web address is not one that can be followed safely.

Addresses begin with https:// or http:// and name a public host. Those that run a program (javascript:), carry a user
name or password, hold spaces, or lead into somebody's own network are refused.

Why this matters: a page that people trust sends them there, perhaps while a patient watches the screen.

What to type: the address as it stands in the browser's address bar.

    contact:
      website: https://example.org/talking-therapies
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "url-not-safe"
LEVEL = Level.ERROR
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}\Z")
_BARE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s]*)?\Z", re.I)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Addresses that are refused, with the reason."""
    for path, address in record.texts("url", "website", "webchat", "source"):
        if path[-1] == "webchat" and address == "yes" or path[-1] == "source" and not _SCHEME.match(address):
            continue
        if fault := fault_of(address):
            message, tip = fault
            yield problem(record, path, CODE, LEVEL, message, tip)


@lru_cache(maxsize=65536)
def fault_of(address: str) -> tuple[str, str] | None:
    """What is wrong with an address, and what to type; None when nothing is."""
    copy = "Copy it again from the browser's address bar."
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return f"The address {address} cannot be read.", copy
    if parts.scheme not in ("https", "http") or not parts.netloc:
        return f"The address {address} does not begin with https:// or http://.", _with_scheme(address)
    if "@" in parts.netloc:
        return "The address holds a user name or password before an @.", "Type it without that part."
    if not address.isprintable() or any(character in address for character in ' \\<>"{}|^`'):
        return f"The address {address} holds a space or another sign that addresses do not have.", copy
    if port not in (None, 80, 443):
        return f"The address {address} leads to port {port}, which pages for the public do not use.", copy
    if not _HOST.match(host):
        return f"The address {address} does not name a public web site ({host or 'nothing'} is not one).", copy
    return None


def _with_scheme(address: str) -> str:
    return f"Type: https://{address}" if _BARE.match(address) else "Type an address that begins with https://"
