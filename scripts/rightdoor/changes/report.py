"""Changes as people and programs read them: text, Markdown, JSON.

Values of entries come from strangers and may stand in the words, so each form escapes for its own place.

JSON is stable: `{version: 1, before, after, not_compared: [{file, side}], changes: [{kind, id, name, group, field,
code, words, before, after}]}`. `kind`, `group`, `field` and `code` are words for programs; the rest is for people.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from rightdoor.changes.change import Change, Kind
from rightdoor.changes.compare import by_record

LONGEST = 250_000
"""GitHub refuses a job summary of more than 1 MiB; this counts characters, of at most four bytes each."""

_MARKUP = re.compile(r"[\\`*_{}\[\]()<>#+!|~&$^-]|:(?=/)|(?<=www)\.|^[0-9]+[.)]", re.IGNORECASE)
"""What Markdown would read as markup, as the beginning of a list, or as an address to make a link of."""
_KINDS = {
    Kind.ORGANIZATION: "organisation",
    Kind.AREA: "area",
    Kind.STORY: "story",
    Kind.TOMBSTONE: "not listed",
    Kind.NUMBER: "number",
    Kind.FIGURES: "figures",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared: the names of the two sides, what differs, and files that could not be read on one side."""

    before: str
    after: str
    changes: Sequence[Change]
    unread: Sequence[tuple[str, str]] = ()


def as_text(compared: Compared) -> str:
    """Each record with a line for each change, and the count last."""
    blocks = [
        "\n".join((_line(name), *(f"  {_line(each.words)}" for each in found))) for name, found in _named(compared)
    ]
    left_out = [f"Not compared, since it cannot be read in {side}: {_line(file)}" for file, side in compared.unread]
    return "\n\n".join((*blocks, *(["\n".join(left_out)] if left_out else []), counted(compared)))


def as_markdown(compared: Compared) -> str:
    """A list for a pull request or the page of a workflow run; nothing in it is markup but ours."""
    lines = [f"## What changes, in words\n\n{counted(compared)}\n"]
    for name, found in _named(compared):
        lines += [f"- **{escaped(name)}**", *(f"  - {escaped(each.words)}" for each in found)]
    lines += [
        f"- Not compared, since it cannot be read in {escaped(side)}: {escaped(file)}" for file, side in compared.unread
    ]
    return _cut(lines)


def as_json(compared: Compared) -> str:
    """The stable shape that the module's docstring describes."""
    rows = [{name: value for name, value in asdict(each).items() if name != "short"} for each in compared.changes]
    whole = {
        "version": 1,
        "before": compared.before,
        "after": compared.after,
        "not_compared": [{"file": file, "side": side} for file, side in compared.unread],
        "changes": rows,
    }
    return json.dumps(whole, indent=2, ensure_ascii=True, allow_nan=False)


FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


def counted(compared: Compared) -> str:
    """How much differs: "3 changes in 2 records between main and the working folder"."""
    records, number = len(by_record(compared.changes)), len(compared.changes)
    between = f"between {_line(compared.before)} and {_line(compared.after)}"
    if not number:
        return f"Nothing that an entry says has changed {between}."
    return f"{number:,} change{'s' * (number != 1)} in {records:,} record{'s' * (records != 1)} {between}."


def escaped(text: str) -> str:
    """A text that Markdown shows as it is: no link, no image, no markup, nobody mentioned."""
    return _MARKUP.sub(_literal, _line(text)).replace("@", "&#64;")


def _literal(found: re.Match[str]) -> str:
    mark = found[0]
    return {"<": "&lt;", "&": "&amp;"}.get(mark[-1], f"{mark[:-1]}\\{mark[-1]}")


def _named(compared: Compared) -> Iterator[tuple[str, list[Change]]]:
    """The records by name; what is no service says what it is."""
    for (kind, _), found in by_record(compared.changes).items():
        yield f"{found[0].name} ({_KINDS[kind]})" if kind in _KINDS else found[0].name, found


def _line(text: str) -> str:
    """A text on one line with nothing that a terminal obeys or a reader cannot see."""
    line = " ".join(text.split())
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)


def _cut(lines: Iterable[str]) -> str:
    text = "\n".join(lines) + "\n"
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(chr(10))[0]}\n\nThe rest is left out: it is too long for this page.\n"
