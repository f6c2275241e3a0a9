"""The pages of a feed: what it says of itself, and lists in the envelope of Open Referral UK 3.0."""

import json
from collections.abc import Sequence

from rightdoor.exchange.open_referral.writing.parts import Json

ROOT: Json = {
    "version": "HSDS-UK-3.0",
    "profile": "https://docs.openreferraluk.org/en/latest/",
    "openapi_url": "https://docs.openreferraluk.org/en/latest/openapi30.json",
}
"""What the root of a feed says (Open Referral UK 3.0, read on 24 November 2026)."""


def page_of(contents: Sequence[Json], number: int = 1, size: int = 0) -> Json:
    """One page of a list; without a size the one page that holds everything, which any static host can serve.

    `number` counts from 1; one past the end is an empty page.
    """
    every, size = len(contents), size or max(len(contents), 1)
    pages = max(-(-every // size), 1)
    shown = list(contents[(number - 1) * size : number * size])
    return {
        "total_items": every,
        "total_pages": pages,
        "page_number": number,
        "size": len(shown),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not shown,
        "contents": shown,
    }


def text_of(value: Json) -> bytes:
    """An object or a page as JSON, the same bytes for the same value."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n").encode()
