"""The article of a built page as the Markdown that a volunteer would write for stock MkDocs: headings, lists, links."""

import re
from html.parser import HTMLParser

STARTS = {"h1": "\n\n# ", "h2": "\n\n## ", "h3": "\n\n### ", "li": "\n- ", "p": "\n\n", "dt": "\n\n", "dd": "\n:   "}
STARTS |= {"tr": "\n| ", "table": "\n\n", "strong": "**", "em": "*", "code": "`"}
ENDS = {"th": " | ", "td": " | ", "strong": "**", "em": "*", "code": "`", "ul": "\n\n", "dl": "\n\n", "table": "\n\n"}


class _Writer(HTMLParser):
    """Collects Markdown; a table's first row is followed by the line that makes it a table."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._href = ""
        self._columns = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(STARTS.get(tag, ""))
        if tag == "a":
            self._href = dict(attrs).get("href") or ""
            self.parts.append("[")
        self._columns += tag in ("th", "td")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"]({self._href})" if tag == "a" else ENDS.get(tag, ""))
        if tag == "thead":
            self.parts.append("\n|" + "---|" * self._columns)
            self._columns = 0

    def handle_data(self, data: str) -> None:
        self.parts.append(re.sub(r"\s+", " ", data))


def as_markdown(article: str) -> str:
    """Markdown with the same words, headings, lists, tables and links as a piece of HTML."""
    writer = _Writer()
    writer.feed(article)
    return re.sub(r"\n{3,}", "\n\n", "".join(writer.parts)).strip() + "\n"
