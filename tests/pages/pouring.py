"""An area of many services as varied as those of this repository: its records again, with other words and codes."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from typing import Any

Record = dict[str, Any]
LISTS = ("needs", "therapies", "delivery", "access")
ROWS = ("only", "not", "first", "despite")


def poured(records: Sequence[Record], number: int, words: Sequence[str], seed: int = 1) -> list[Record]:
    """The records, and then as many others as are wanted: nobody's, but with as much to say as theirs."""
    chance = random.Random(seed)
    ids = [each["id"] for each in records]
    found = list(records)
    while len(found) < number:
        found.append(_other(chance.choice(records), chance, words, ids))
        ids.append(found[-1]["id"])
    return found


def _other(record: Record, chance: random.Random, words: Sequence[str], ids: Sequence[str]) -> Record:
    told: Record = json.loads(json.dumps(record))

    def renamed(text: str) -> str:
        return " ".join(chance.choice(words).title() if chance.random() < 0.5 else each for each in text.split())

    told["name"] = f"{chance.choice(words).title()} {renamed(told['name'])}"
    told["id"] = _id(record, told, words, chance, ids)
    told |= {name: [renamed(each) for each in told[name]] for name in ("also",) if name in told}
    told |= {name: renamed(told[name]) for name in ("organization",) if name in told}
    told |= {name: _numbered(told[name], chance) for name in ("refer", "wait") if name in told}
    for name in LISTS:
        if name in told:
            told[name] = chance.sample(told[name], len(told[name]))
    for name in told:
        if name.endswith("checked") and "on" in told[name]:
            told[name]["on"] = f"2026-{chance.randint(4, 11):02}-{chance.randint(1, 28):02}"
    for row in _rows(told):
        row |= {"to": [chance.choice(ids) for _ in row["to"]]} if "to" in row else {}
    return told


def _id(record: Record, told: Record, words: Sequence[str], chance: random.Random, ids: Sequence[str]) -> str:
    """An id as long as the record's, with as many of its name's words in it: people shorten names, and add a place."""
    new = dict(zip(map(_slug, record["name"].split()), map(_slug, told["name"].split()[1:]), strict=True))
    other = {part: chance.choice((part, chance.choice(words).lower())) for part in record["id"].split("-")}
    found = "-".join(new.get(part) or other[part] for part in record["id"].split("-"))
    return f"{_slug(told['name'].split()[0])}-{found}" if found in ids else found


def _slug(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", word.lower())


def _numbered(text: str, chance: random.Random) -> str:
    """The text with other digits, as another number of a phone or of weeks has; the years of dates stay."""
    return re.sub(r"\b20[0-9]{2}\b|[0-9]", lambda it: it[0] if len(it[0]) > 1 else str(chance.randint(0, 9)), text)


def _rows(record: Record) -> list[Record]:
    criteria = record["criteria"]
    limits = [criteria[name] for name in ("age", "severity", "area", "time") if name in criteria]
    return [*limits, *(row for name in ROWS for row in criteria.get(name, ()))]
