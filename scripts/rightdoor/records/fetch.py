"""Fetches the pages of a source: from the public web, a file, or a folder; within bounds, and never longer than that.

The web is asked through the guarded connections of `records/asking.py`: every hop is looked up first, nothing private
is asked unless that is allowed, and a page that unpacks to more than its bound is not unpacked further.
"""

import socket
import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from time import monotonic
from urllib.parse import SplitResult

from rightdoor.records.asking import (
    MOVED,
    PORTS,
    REDIRECTS,
    Asker,
    Failed,
    connected,
    host_of,
    next_address,
    parts_of,
    port_of,
    request_of,
    seconds_left,
)

MOST_PAGE = 32 * 1024 * 1024
MOST_IN_ALL = 512 * 1024 * 1024
_PART = 64 * 1024
_SAID = {
    "private": "it leads to a computer that is not on the public internet; see --allow-private-addresses.",
    "no-host": "there is no such host.",
    "no-answer": "it does not answer.",
    "too-slow": "it is too slow.",
    "certificate": "its certificate is not valid.",
    "not-web": "it is not an address of the public web.",
    "circle": "it leads on and on.",
    "too-large": "it is larger than is read.",
    "not-packed": "what it sends cannot be unpacked.",
    "broken-off": "it breaks off.",
}


class NotFetched(OSError):
    """An address that gave nothing; the message says why."""


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses one after another; `left` is how many bytes it may still read, `until` when it must end."""

    asker: Asker
    left: int = MOST_IN_ALL
    most: int = MOST_PAGE
    seconds: float = 1800.0
    until: float = field(default=0.0)

    def __post_init__(self) -> None:
        """Begin to count."""
        self.until = monotonic() + self.seconds

    def get(self, address: str) -> bytes:
        """The bytes of an address, redirects followed; NotFetched where there are none."""
        try:
            for _ in range(REDIRECTS + 1):
                status, location, body = self._one(address)
                if status in MOVED and location:
                    address = next_address(address, location)
                elif 200 <= status < 300:
                    return body
                else:
                    raise NotFetched(f"it answers with the status {status}.")
            raise Failed("circle")
        except Failed as failed:
            raise NotFetched(_SAID.get(failed.what, "it cannot be read.")) from None

    def _one(self, address: str) -> tuple[int, str | None, bytes]:
        url = parts_of(address)
        port, host = port_of(url), host_of(url)
        if port not in PORTS and not self.asker.allow_loopback:
            raise Failed("not-web")
        until = min(self.until, monotonic() + self.asker.timeout)
        try:
            with self.asker.turns.of(host), connected(self.asker.numbers(host, port), port, until) as plain:
                if url.scheme != "https":
                    return self._talk(plain, self._request(url, host), until)
                with self.asker.context.wrap_socket(plain, server_hostname=host) as secret:
                    return self._talk(secret, self._request(url, host), until)
        except TimeoutError:
            raise Failed("too-slow") from None
        except ssl.SSLCertVerificationError:
            raise Failed("certificate") from None
        except zlib.error:
            raise Failed("not-packed") from None
        except NotFetched:
            raise
        except (OSError, HTTPException, ValueError):
            raise Failed("no-answer") from None

    def _talk(self, server: socket.socket, request: bytes, until: float) -> tuple[int, str | None, bytes]:
        server.settimeout(seconds_left(until))
        server.sendall(request)
        answer = HTTPResponse(server)
        answer.begin()
        if answer.status in MOVED:
            return answer.status, answer.getheader("Location"), b""
        packed = (answer.getheader("Content-Encoding") or "").lower() in ("gzip", "x-gzip", "deflate")
        unpack = zlib.decompressobj(47) if packed else None
        parts, size = [], 0
        while part := answer.read1(_PART):
            self.left -= len(part)
            server.settimeout(seconds_left(until))
            part = unpack.decompress(part, self.most + 1 - size) if unpack else part
            size += len(part)
            parts.append(part)
            if size > self.most or self.left < 0 or (unpack and unpack.unconsumed_tail):
                raise Failed("too-large")
        if answer.length or (unpack and not unpack.eof):
            raise Failed("broken-off")
        return answer.status, None, b"".join(parts)

    def _request(self, url: SplitResult, host: str) -> bytes:
        return request_of("GET", url, host, self.asker.agent, "Accept: application/json", "Accept-Encoding: gzip")


def from_folder(folder: Path) -> Callable[[str], bytes]:
    """Reads from a folder what the addresses of a feed would give, named as by this site or Open Referral's validator.

    `services/index.json` and `services/<id>/index.json`, or `service_list.json` and `service_full.json`.
    """

    def get(address: str) -> bytes:
        name = address.partition("?")[0].strip("/")
        parts = name.split("/") if name else []
        if any(each in ("..", ".") or "\\" in each or each.startswith("%") for each in parts):
            raise NotFetched("it is not in the folder.")
        names = [folder.joinpath(*parts, "index.json")]
        names += [folder / each for each in _MOCKS.get(min(len(parts), 2), ())]
        for each in names:
            if each.is_file():
                return read_file(each)
        raise NotFetched("it is not in the folder.")

    return get


_MOCKS = {0: ("api_details.json",), 1: ("service_list.json",), 2: ("service_full.json",)}


def read_file(path: Path) -> bytes:
    """A file of a source, at most as large as a page may be."""
    try:
        with path.open("rb") as there:
            raw = there.read(MOST_PAGE + 1)
    except OSError as fault:
        raise NotFetched(f"it cannot be read: {fault.strerror}.") from None
    if len(raw) > MOST_PAGE:
        raise NotFetched(_SAID["too-large"])
    return raw
