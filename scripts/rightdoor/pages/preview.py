"""`mkdocs serve` under our policy: it writes a script into each page, which the policy would stop."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from typing import Any

_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_Start = Callable[..., Any]
_Application = Callable[[dict[str, Any], _Start], Iterable[bytes]]


def allowing_reload(serve: _Application) -> _Application:
    """The preview server, with the reloading script named in the policy of each page it sends."""

    def application(environ: dict[str, Any], start: _Start) -> Iterable[bytes]:
        begun: list[Any] = []
        body = serve(environ, lambda *args: begun.extend(args))
        status, headers = begun[0], dict(begun[1])
        if headers.get("Content-Type", "").startswith("text/html"):
            content = allowed(b"".join(body))
            body, headers["Content-Length"] = [content], str(len(content))
        start(status, list(headers.items()))
        return body

    return application


def allowed(page: bytes) -> bytes:
    """The page with the inline scripts of the preview named in its policy by their hashes."""
    hashes = (base64.b64encode(hashlib.sha256(script).digest()) for script in _SCRIPT.findall(page))
    named = b"".join(b" 'sha256-%b'" % each for each in hashes)
    return page.replace(b"script-src 'self'", b"script-src 'self'" + named, 1)
