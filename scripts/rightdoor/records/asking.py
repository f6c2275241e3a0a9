"""Asks web addresses whether a page is there: politely, within bounds, and nowhere but on the public internet.

Entries come from strangers, so an address may try to lead us to a machine behind a wall. Every hop is looked up first,
and the connection is made to the very number that was looked up. At most so many bytes of an answer are read as its
head needs; the page itself is never read, and nothing is ever sent but the address and who is asking.
"""

import ipaddress
import socket
import ssl
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from io import BytesIO
from time import monotonic
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from rightdoor.records.link_state import ANSWERS, UNCLEAR, Answer
from rightdoor.records.public_numbers import is_public
from rightdoor.records.turns import PAUSE, Turns

REDIRECTS = 5
MOST_BYTES = 16 * 1024
"""Of an answer; its head is shorter."""

PORTS = frozenset({80, 443, 8080, 8443})
MOVED = frozenset({301, 302, 303, 307, 308})
WILL_NOT_SAY = frozenset({401, 402, 403, 405, 406, 407, 416, 429, 451, 999})
"""A password is wanted, robots are sent away, or the country is not served: a person may see the page all the same."""

GONE = frozenset({404, 410})
_KEPT = "/%:@!$&'()*+,;=~-._?"


class Failed(Exception):
    """An exchange that came to nothing; `what` is a code of `link_faults`."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, slots=True)
class Asker:
    """How to ask: what to call ourselves, seconds for each exchange, and whether this very computer may be asked."""

    agent: str
    timeout: float = 10.0
    allow_loopback: bool = False
    turns: Turns = field(default_factory=lambda: Turns(PAUSE))
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def ask(self, address: str) -> Answer:
        """What comes of one address, redirects followed."""
        try:
            for _ in range(REDIRECTS + 1):
                status, location = self._status(address)
                if status not in MOVED or not location:
                    return _meaning(status)
                address = next_address(address, location)
            return Answer("circle")
        except Failed as failed:
            return Answer(failed.what)

    def _status(self, address: str) -> tuple[int, str | None]:
        """The status of one hop: by HEAD, and by GET where a server may not know HEAD."""
        try:
            status, location = self._exchange("HEAD", address)
        except Failed as failed:
            if failed.what != "no-answer":
                raise
            status = 0
        return (status, location) if 0 < status < 400 else self._exchange("GET", address)

    def _exchange(self, method: str, address: str) -> tuple[int, str | None]:
        url = parts_of(address)
        port, host = port_of(url), host_of(url)
        if port not in PORTS and not self.allow_loopback:
            raise Failed("not-web")
        with self.turns.of(host):
            return self._talk(method, url, host, port)

    def _talk(self, method: str, url: SplitResult, host: str, port: int) -> tuple[int, str | None]:
        until = monotonic() + self.timeout
        try:
            with connected(self.numbers(host, port), port, until) as plain:
                if url.scheme != "https":
                    return _read(plain, self._request(method, url, host), method, until)
                with self.context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False) as secret:
                    secret.settimeout(seconds_left(until))
                    secret.do_handshake()
                    return _read(secret, self._request(method, url, host), method, until)
        except TimeoutError:
            raise Failed("too-slow") from None
        except ssl.SSLCertVerificationError:
            raise Failed("certificate") from None
        except (OSError, HTTPException, ValueError):
            raise Failed("no-answer") from None

    def _request(self, method: str, url: SplitResult, host: str) -> bytes:
        few = ("Range: bytes=0-1023",) if method == "GET" else ()
        return request_of(method, url, host, self.agent, "Accept: text/html,*/*;q=0.5", *few)

    def numbers(self, host: str, port: int) -> list[str]:
        """The numbers of a host; Failed where there are none, or one of them is not public."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise Failed("no-host") from None
        numbers = list(dict.fromkeys(str(each[4][0]) for each in found))
        if not all(self._may_ask(each) for each in numbers):
            raise Failed("private")
        return numbers

    def _may_ask(self, number: str) -> bool:
        found = ipaddress.ip_address(number.partition("%")[0])
        return is_public(found) or (self.allow_loopback and found.is_loopback)


def request_of(method: str, url: SplitResult, host: str, agent: str, *more: str) -> bytes:
    """The bytes that ask for an address; `more` are further lines of the head."""
    path = quote(url.path or "/", safe=_KEPT) + (f"?{quote(url.query, safe=_KEPT)}" if url.query else "")
    usual = url.port in (None, {"http": 80, "https": 443}[url.scheme])
    named = f"[{host}]" if ":" in host else host
    first = f"{method} {path} HTTP/1.1", f"Host: {named}{'' if usual else f':{url.port}'}", f"User-Agent: {agent}"
    return "\r\n".join((*first, *more, "Connection: close", "", "")).encode("ascii", "replace")


def _meaning(status: int) -> Answer:
    if 200 <= status < 300 or status == 304:
        return Answer(ANSWERS, status)
    if status in GONE:
        return Answer("not-found", status)
    if status in WILL_NOT_SAY or status < 400:
        return Answer(UNCLEAR, status)
    return Answer("server-error" if status >= 500 else "refused", status)


def parts_of(address: str) -> SplitResult:
    """The parts of an address of the web; Failed where it is none, or holds a name or a password."""
    try:
        url = urlsplit(address)
    except ValueError:
        raise Failed("not-web") from None
    if url.scheme not in ("http", "https") or not url.hostname or url.username is not None:
        raise Failed("not-web")
    return url


def port_of(url: SplitResult) -> int:
    """The port of an address; the usual one where it names none."""
    try:
        return url.port or {"http": 80, "https": 443}[url.scheme]
    except ValueError:
        raise Failed("not-web") from None


def host_of(url: SplitResult) -> str:
    """The host of an address in letters that can be looked up; Failed where it holds others."""
    host = url.hostname or ""
    try:
        plain = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise Failed("no-host") from None
    if any(not (each.isalnum() or each in "-._:") for each in plain):
        raise Failed("not-web")
    return plain


def next_address(address: str, location: str) -> str:
    """Where a redirect leads from an address."""
    try:
        return urljoin(address, location)
    except ValueError:
        raise Failed("not-web") from None


def connected(numbers: list[str], port: int, until: float) -> socket.socket:
    """A connection to the first number that takes one."""
    fault: OSError = OSError("nobody to ask")
    for number in numbers:
        try:
            return socket.create_connection((number, port), timeout=seconds_left(until))
        except OSError as failed:
            fault = failed
    raise fault


def seconds_left(until: float) -> float:
    """How many seconds are left; TimeoutError where none is."""
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Told:
    """What was read of an answer, for the library that understands it."""

    def __init__(self, said: bytes) -> None:
        self._said = said

    def makefile(self, *_: Any) -> BytesIO:
        return BytesIO(self._said)


def _read(server: socket.socket, request: bytes, method: str, until: float) -> tuple[int, str | None]:
    """Sends the request and reads the head of the answer: its status, and where it leads."""
    server.settimeout(seconds_left(until))
    server.sendall(request)
    said = b""
    while b"\r\n\r\n" not in said and b"\n\n" not in said and len(said) < MOST_BYTES:
        server.settimeout(seconds_left(until))
        part = server.recv(4096)
        if not part:
            break
        said += part
    response = HTTPResponse(_Told(said), method=method)  # type: ignore[arg-type]
    response.begin()
    return response.status, response.headers.get("Location")
