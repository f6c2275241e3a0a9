"""One row as the data of a service and of the organization that runs it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rightdoor.exchange.tables import cleaning
from rightdoor.exchange.tables.fields import FIELDS
from rightdoor.exchange.tables.mapping import LEAVE_OUT, Column, Mapping
from rightdoor.exchange.tables.sheet import Row, Sheet
from rightdoor.exchange.tables.values import read_value
from rightdoor.model.draft import Lost
from rightdoor.model.grammar import Grammar

_LONGEST_SUMMARY, _LONGEST_WORDS = 160, 400
_SHORTENED = 200
_OTHER_LIMIT = "Another column says another limit."
_WAITS = (("wait-assessment", "referral", "assessment"), ("wait-treatment", "assessment", "treatment"))
_EVERYWHERE = {"who-for": "Who it is for", "how-in": "How to get in", "ages": "Ages"}
_OF_ROWS = {"criteria.only", "criteria.does_not_take", "criteria.check_first", "criteria.takes_despite"}


class Entry(NamedTuple):
    """What a row says: the fields of a service, those of an organization, the rest by field, and what is lost."""

    row: Row
    data: dict[str, Any]
    others: dict[str, Any]
    lost: tuple[Lost, ...]


def letters(at: int) -> str:
    """The letters over a column, counted from 0: A, B … Z, AA."""
    at, text = at + 1, ""
    while at:
        at, rest = divmod(at - 1, 26)
        text = chr(65 + rest) + text
    return text


def entry_of(sheet: Sheet, row: Row, mapping: Mapping, grammar: Grammar) -> Entry:
    """A row, read as its mapping says."""
    reading = _Reading(sheet, row, grammar)
    for column in mapping.columns:
        if text := cleaning.cleaned(row.cells[sheet.headings.index(column.heading)]):
            reading.take(column, text)
    for code, value in mapping.otherwise.items():
        if not reading.has(code):
            reading.take(Column("", code), value)
    return reading.finished()


class _Reading:
    """A row on its way."""

    def __init__(self, sheet: Sheet, row: Row, grammar: Grammar) -> None:
        self._sheet, self._row, self._grammar = sheet, row, grammar
        self._values: dict[tuple[str, int], Any] = {}
        self._lost: list[Lost] = []
        self._at: dict[str, str] = {}

    def has(self, code: str) -> bool:
        return any(each == code for each, _ in self._values)

    def take(self, column: Column, text: str) -> None:
        where = self._where(column.heading)
        if column.field == LEAVE_OUT:
            self._lose(where, text, "The mapping leaves this column out.")
            return
        read = read_value(column, text, self._grammar)
        for part, why in read.lost:
            self._lose(where, part, why)
        if read.value is not None:
            self._at.setdefault(column.field, where)
            self._put(column.field, column.number, read.value)

    def _where(self, heading: str) -> str:
        if heading not in self._sheet.headings:
            return "the whole table"
        return f"{heading} ({letters(self._sheet.headings.index(heading))}{self._row.number})"

    def _lose(self, where: str, text: str, why: str) -> None:
        line = cleaning.one_line(text)
        self._lost.append(Lost(where, line if len(line) <= _SHORTENED else f"{line[:_SHORTENED]}…", why))

    def _put(self, code: str, number: int, value: Any) -> None:
        field = FIELDS[code]
        key = code, number if "*" in field.path else 0
        had = self._values.get(key)
        if had is None:
            self._values[key] = value
        elif isinstance(had, list) and isinstance(value, list):
            self._values[key] = list(dict.fromkeys([*had, *value]))
        elif field.kind in ("address", "prose"):
            joined = had + (", " if field.kind == "address" else "\n\n") + value
            if value not in had and len(joined) <= field.most:
                self._values[key] = joined
            elif value not in had:
                self._lose(self._at[code], value, f"Together they are longer than {field.most} letters.")
        else:
            self._lose(self._at[code], str(value), "Another column already says it.")

    def finished(self) -> Entry:
        data: dict[str, Any] = {}
        others: dict[str, Any] = {}
        rows: dict[str, dict[int, dict[str, Any]]] = {}
        for (code, number), value in sorted(self._values.items(), key=lambda pair: pair[0][1]):
            path = FIELDS[code].path
            if code == "ages":
                continue
            if "*" in path:
                self._row_part(rows, path, number, value)
            elif "." not in path and path not in _TOP:
                others[path] = value
            else:
                self._set(data, path, value)
        for path, found in rows.items():
            if made := list(self._rows(path, found)):
                self._set(data, path, made)
        self._ages(data)
        self._finish(data, others)
        return Entry(self._row, data, others, tuple(self._lost))

    def _set(self, data: dict[str, Any], path: str, value: Any) -> None:
        *above, last = path.split(".")
        there = data
        for each in above:
            there = there.setdefault(each, {})
        if path == "contact.phone" and isinstance(value, tuple):
            value, extension = value
            if extension:
                there.setdefault("phone_note", f"Extension {extension}")
        if last not in there:
            there[last] = value

    def _ages(self, data: dict[str, Any]) -> None:
        """What the column of ages says, beside what those of single limits say, which go before it."""
        said = self._values.get(("ages", 0))
        limit = data.get("criteria", {}).get("age", {})
        limited = set(limit) - {"words"}
        if isinstance(said, dict) and not limited:
            data.setdefault("criteria", {})["age"] = {**said, **limit}
        elif said == "any" and not limited:
            if limit:
                self._say(data, [f"{_EVERYWHERE['ages']}: {limit['words']}"])
            data.setdefault("criteria", {})["age"] = "any"
        elif isinstance(said, str) and said != "any":
            self._say(data, [f"{_EVERYWHERE['ages']}: {said}"])
        elif said:
            self._lose(self._at["ages"], str(said), _OTHER_LIMIT)

    def _row_part(self, rows: dict[str, Any], path: str, number: int, value: Any) -> None:
        above, _, last = path.partition(".*.")
        if above in _OF_ROWS and last == "reason":
            if "none stated" in value:
                if value == ["none stated"] and not number:
                    self._values["none-stated", 0] = True
                value = [each for each in value if each != "none stated"]
                self._values["none-stated", 0] = True
            for place, reason in enumerate(value):
                rows.setdefault(above, {}).setdefault(number if not place else number + place * 1000, {})[last] = reason
            return
        if isinstance(value, tuple):
            value, extension = value
            if extension:
                self._lose(self._where(""), f"extension {extension}", "A way in has no place for an extension.")
        rows.setdefault(above, {}).setdefault(number, {})[last] = value

    def _rows(self, path: str, found: dict[int, dict[str, Any]]) -> Iterator[dict[str, Any]]:
        needed = {"referral.routes": ("who", "how"), "locations": ()}.get(path, ("reason",))
        seen: set[Any] = set()
        for row in found.values():
            missing = [each for each in needed if each not in row]
            if path == "locations" and row.get("confidential"):
                row = {key: value for key, value in row.items() if key in ("name", "confidential")}
            if missing:
                said = "; ".join(f"{key}: {value}" for key, value in row.items())
                self._lose(path, said, f"It says nothing of {' and '.join(missing)}, without which it means nothing.")
            elif not (path in _OF_ROWS and row["reason"] in seen):
                seen.add(row.get("reason"))
                yield row

    def _finish(self, data: dict[str, Any], others: dict[str, Any]) -> None:
        criteria = data.get("criteria", {})
        if self._values.get(("none-stated", 0)):
            if "does_not_take" in criteria:
                self._lose("criteria.does_not_take", "None stated", "The same row lists whom it does not take.")
            else:
                data.setdefault("criteria", {})["does_not_take"] = "none stated"
        self._limits(data)
        prose = [(_EVERYWHERE[key], others.pop(key)) for key in ("who-for", "how-in") if key in others]
        self._say(data, [f"{heading}: {text}" for heading, text in prose])
        self._waits(data, others)
        if "kind" not in data.get("cost", {"kind": ""}):
            self._lose(self._at["cost-words"], data.pop("cost")["words"], "It does not say which kind of cost it is.")
        self._places(data)

    def _places(self, data: dict[str, Any]) -> None:
        """Half a point on the map is none, and a place of which nothing is left is none."""
        for place in data.get("locations", ()):
            if ("latitude" in place) != ("longitude" in place):
                self._lose("locations", str(place), "A latitude and a longitude belong together.")
                place.pop("latitude", None)
                place.pop("longitude", None)
        found = data.pop("locations", [])
        places = [each for at, each in enumerate(found) if each and each not in found[:at]]
        if places:
            data["locations"] = places

    def _limits(self, data: dict[str, Any]) -> None:
        """Words without a limit are words, not a criterion; an age is under or to, not both."""
        criteria = data.get("criteria", {})
        for name in ("severity", "time_since_event"):
            limit = criteria.get(name, {})
            if set(limit.values()) == {"any"}:
                criteria[name] = "any"
                continue
            for edge in [each for each, said in limit.items() if said == "any"]:
                self._lose(f"criteria.{name}", limit.pop(edge), "Another column says a limit.")
        for name in ("age", "severity", "area"):
            limit = criteria.get(name)
            if isinstance(limit, dict) and set(limit) == {"words"}:
                heading = {"age": "Ages", "severity": "Severity", "area": "Area"}[name]
                self._say(data, [f"{heading}: {criteria.pop(name)['words']}"])
            elif isinstance(limit, dict) and "to" in limit and "under" in limit:
                self._lose(self._at.get("age-to", "criteria.age"), limit.pop("to"), _OTHER_LIMIT)
        if "criteria" in data and not criteria:
            del data["criteria"]

    def _say(self, data: dict[str, Any], sentences: list[str]) -> None:
        """Words that are shown and mean nothing to a program: paragraphs of the description."""
        whole = "\n\n".join(each for each in (data.get("description", ""), *sentences) if each)
        if len(whole) > FIELDS["description"].most:
            for each in sentences:
                self._lose("description", each, "The description is too long to hold it.")
        elif whole:
            data["description"] = whole

    def _waits(self, data: dict[str, Any], others: dict[str, Any]) -> None:
        day, found = others.pop("wait-date", None), []
        for code, begin, end in _WAITS:
            weeks = others.pop(code, None)
            if weeks is not None and day:
                found.append({"from": begin, "to": end, "weeks": weeks, "as_of": day})
            elif weeks is not None:
                self._lose(self._at[code], f"{weeks} weeks", "No column says on which day the wait was so.")
        if found:
            data["waits"] = found


_TOP = frozenset(
    ("name", "type", "summary", "description", "status", "intake", "needs", "therapies", "delivery", "hours")
) | {"also_known_as", "access", "note"}


def with_summary(data: dict[str, Any]) -> None:
    """A service without a sentence gets the first of its description; where that is too long, its beginning."""
    if "summary" in data or "description" not in data:
        return
    first = data["description"].split("\n\n")[0]
    line = cleaning.one_line(first)
    if len(line) > _LONGEST_SUMMARY:
        whole = line[: _LONGEST_SUMMARY + 1]
        end = max(whole.rfind(". "), whole.rfind("! "), whole.rfind("? "))
        cut = line[: _LONGEST_SUMMARY - 1].rpartition(" ")[0] or line[: _LONGEST_SUMMARY - 1]
        data["summary"] = line[: end + 1] if end > 20 else f"{cut}…"
        return
    data["summary"] = line
    rest = data["description"][len(first) :].strip()
    if rest:
        data["description"] = rest
    else:
        del data["description"]
