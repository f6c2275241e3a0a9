"""A table as text: which encoding it is in, and what stands between its cells."""

import csv
import io
from collections import Counter

from rightdoor.exchange.tables.sheet import MOST_ROWS, Sheet, Unreadable, sheet_of

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_SAMPLE = 50
_LONGEST_CELL = 1_000_000


def text_table(content: bytes, name: str) -> Sheet:
    """The table of a text file. Unreadable where it is not text, or no delimiter makes columns of it."""
    text, encoding = _decoded(content, name)
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:15].casefold().startswith(("<!doctype", "<html", "<?xml")):
        raise Unreadable(f"{name} is a web page or XML, not a table.")
    said, _, rest = text.partition("\n")
    told = said.strip().removeprefix("sep=") if said.startswith("sep=") else ""
    delimiter = told if told in DELIMITERS else _delimiter(text)
    lines = _lines(rest if told else text, delimiter, name)
    if told:
        lines.insert(0, [])
    return sheet_of(name, "", lines, f"text with {DELIMITERS[delimiter]} between cells, {encoding}")


def _decoded(content: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), encoding.upper()
    zeros = content[:4000].count(0)
    if zeros > len(content[:4000]) // 4:
        encoding = "utf-16-le" if content[1:4000:2].count(0) > content[0:4000:2].count(0) else "utf-16-be"
        return content.decode(encoding, "replace"), encoding.upper()
    if zeros:
        raise Unreadable(f"{name} is not text: it is neither CSV, Excel nor OpenDocument.")
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), "Windows-1252"


def _delimiter(text: str) -> str:
    """What parts the first lines into the most columns that most lines agree on; a comma where nothing does."""
    best, found = (0, 0), ","
    for each in DELIMITERS:
        rows = _sampled(text, each)
        counts = Counter(len(row) for row in rows if len(row) > 1)
        wide, times = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
        if (times, wide) > best:
            best, found = (times, wide), each
    return found


def _sampled(text: str, delimiter: str) -> list[list[str]]:
    found: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter):
            found.append(row)
            if len(found) == _SAMPLE:
                break
    except csv.Error:
        return found
    return found


def _lines(text: str, delimiter: str, name: str) -> list[list[str]]:
    """The rows; one that goes over several lines is one row."""
    found: list[list[str]] = []
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        for row in csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter):
            found.append(row)
            if len(found) > MOST_ROWS + 50:
                break
    except csv.Error as fault:
        raise Unreadable(f"{name} cannot be read after row {len(found)}: {fault}.") from None
    finally:
        csv.field_size_limit(before)
    return found
