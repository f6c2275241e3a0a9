"""The Markdown of entries: what may be read, and what never becomes anything but text."""

import pytest

from pages.street import tags_of, text_of
from rightdoor.pages.prose import prose, safe_href

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#x0A;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](//evil.example)",
    "[x](/services/other/)",
    "[x](https://user:pass@evil.example)",
    "[x](https://evil.example/\"onmouseover=alert(1))",
    "<javascript:alert(1)>",
    "![x](https://evil.example/pixel.png)",
    "[x]: javascript:alert(1)\n\n[x]",
    "[x]: https://evil.example \"title\"\n\n[x]",
    "<a href='https://evil.example' onclick='x()'>x</a>",
    "<svg><script>alert(1)</script></svg>",
    "x {: onclick=alert(1)}",
    "# A heading that would be ours",
    "A heading\n=========",
    "`<script>`",
    "    <script>indented</script>",
    "```\n<script>fenced</script>\n```",
    "[x](mailto:a@b.example?body=<script>)",
    "- - - - - - - - - - -" * 50,
    "> " * 200 + "deep",
    "[" * 3000,
    "*" * 3000,
]  # fmt: skip
ALLOWED = {"p", "ul", "ol", "li", "strong", "em", "a", "br", "code", "blockquote"}


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_nothing_a_stranger_writes_becomes_more_than_text_and_plain_links(payload: str) -> None:
    for tag, attributes in tags_of(prose(payload)):
        assert tag in ALLOWED
        assert set(attributes) <= ({"href", "rel"} if tag == "a" else set())
        assert safe_href(attributes.get("href") or "https://example.org/") is not None


def test_ordinary_markdown_is_kept() -> None:
    html = prose("**Bold** and [a page](https://example.org/a?b=c&d=e).\n\n- one\n- two")
    assert "<strong>Bold</strong>" in html
    assert '<a href="https://example.org/a?b=c&amp;d=e" rel="noopener noreferrer">a page</a>' in html
    assert html.count("<li>") == 2


@pytest.mark.parametrize(
    "text", ["Plain & simple.", "Two\n\nparagraphs", "A “quotation” – and a dash", "Fish 'n' chips > pies"]
)
def test_text_without_marks_reads_the_same_by_the_short_way(text: str) -> None:
    assert text_of(prose(text)) == " ".join(text.split())


@pytest.mark.parametrize(
    "address", ["https://example.org", "http://example.org/x#y", "mailto:help@example.org", "tel:01632 960 111"]
)
def test_an_address_that_a_reader_may_follow_is_kept(address: str) -> None:
    assert safe_href(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "//x.example",
        "/x",
        "https://a@b.example",
        "https://x.example\nfoo",
        "ftp://x.example",
        "",
    ],
)
def test_an_address_that_a_reader_may_not_follow_is_none(address: str) -> None:
    assert safe_href(address) is None
