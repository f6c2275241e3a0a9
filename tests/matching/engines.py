"""Both engines side by side: the Python one asked directly, the browser's asked through one long-running Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from needs import require_node
from rightdoor.matching.explain import explain
from rightdoor.matching.match import FIRST_SEEN, Match, match, match_all, where_asked
from rightdoor.matching.report import as_data
from rightdoor.matching.resolved import criteria_data, own_words, sort_key, ties_of
from rightdoor.matching.resolved_grammar import grammar_data
from rightdoor.model.answers import Answers
from rightdoor.model.directory import Directory
from rightdoor.model.measure import Span
from rightdoor.model.service import Check, Service
from rightdoor.pages import browser_data
from rightdoor.pages.view import Settings, View

NAMES = {"does_not_take": "not", "check_first": "first", "takes_despite": "despite", "time_since_event": "time"}
"""What the browser's records call the criteria, where it is something shorter."""

BATCH = 500
"""So many questions at once: one line each way."""

Asked = tuple[str | None, Answers]
"""A question: one service, or (None) the whole list."""


class Browser:
    """The browser's engine, run by Node. Files are given to it once and then asked about by name."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("engine.mjs")
        self._node = subprocess.Popen(
            [require_node(), str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def knows(self, name: str, files: Mapping[str, Any]) -> None:
        """Gives it a set of data files."""
        self.ask({"files": {"name": name, **files}})

    def says(self, name: str, asked: Iterable[Asked]) -> list[Any]:
        """What it says to each question, in order."""
        self._asks(name, asked)
        return list(self._read())

    def agrees(self, name: str, directory: Directory, asked: Sequence[Asked], today: date) -> None:
        """Fails with the first question at which the two engines part; both think at the same time."""
        for at in range(0, len(asked), BATCH):
            questions = asked[at : at + BATCH]
            self._asks(name, questions)
            ours = python_says(directory, questions, today)
            for python, browser, question in zip(ours, self._read(), questions, strict=True):
                if python != browser:
                    raise AssertionError(f"{question}\n{parting(python, browser)}")

    def helps(self, name: str, areas: Mapping[str, str]) -> Any:
        """The front door and the crisis routes where a person is, by id."""
        return self.ask({"name": name, "helps": dict(areas)})

    def reads(self, reader: str, *texts: Any) -> list[Any]:
        """What one of its readers of ages, times and dates makes of each text."""
        return list(self.ask({"words": [[reader, text] for text in texts]}))

    def _asks(self, name: str, asked: Iterable[Asked]) -> None:
        questions = [{"service": service, "answers": plain(answers)} for service, answers in asked]
        self._write({"name": name, "asked": questions})

    def ask(self, told: Mapping[str, Any]) -> Any:
        """One line in, one line out."""
        self._write(told)
        return self._read()

    def _write(self, told: Mapping[str, Any]) -> None:
        assert self._node.stdin
        self._node.stdin.write(f"{json.dumps(told)}\n")
        self._node.stdin.flush()

    def _read(self) -> Any:
        assert self._node.stdout
        line = self._node.stdout.readline()
        assert line, "the browser's engine stopped: its error is above"
        return json.loads(line)

    def close(self) -> None:
        """Ends it."""
        self._node.communicate()


@dataclass(frozen=True)
class Files:
    """The data files of a directory of which only matching is asked: whole and without anything to show."""

    directory: Directory
    today: date

    def whole(self) -> dict[str, Any]:
        """Files in which every service can be found wherever the person is, so that each can be asked about."""
        services = self.directory.services.values()
        return {
            "matching": grammar_data(self.directory.grammar),
            "national": {"services": [self.record(each) for each in services]},
            "areas": {area: self._area(area) for area in self.directory.areas},
            "words": [dict(self._words())],
            "today": self.today.isoformat(),
        }

    def _area(self, area: str) -> dict[str, Any]:
        chain = self.directory.chain(area)
        differing = [each for each in self.directory.services.values() if _place(each, chain)]
        return {"id": area, "chain": list(chain), "services": [self._here(each, chain) for each in differing]}

    def _here(self, service: Service, chain: tuple[str, ...]) -> dict[str, Any]:
        place = _place(service, chain)
        return {**self.record(service.by_area[place]), "place": place, "ties": ties_of(service)}

    def _words(self) -> Iterator[tuple[str, Any]]:
        for service in self.directory.services.values():
            yield service.id, own_words(service.criteria)
            yield from ((f"{service.id}@{area}", own_words(rules.criteria)) for area, rules in service.by_area.items())

    def record(self, service: Service) -> dict[str, Any]:
        """What matching needs of a service."""
        told = self.directory.today_for(service, date.max)
        checked = {group: _check(service.checked.of(group)) for group in ("criteria", "contact")}
        waits = [each.weeks for each in service.waits if each.start == "referral" and each.end in FIRST_SEEN]
        gate = self.directory.services.get(service.referral.via or "")
        record = {
            "id": service.id,
            "name": service.name,
            "sort": sort_key(service.name),
            "needs": list(service.needs),
            "intake": service.intake,
            "status": None if service.status == "active" else service.status,
            "fictional": service.fictional,
            "story_date": None if told == date.max else told.isoformat(),
            "national": service.folder == "national",
            "folder": service.folder if service.criteria.area is None else None,
            "checked": checked["criteria"],
            "contact_checked": None if checked["contact"] == checked["criteria"] else checked["contact"],
            "via": service.referral.via,
            "gate": gate.name if gate else None,
            "declined": list(service.referral.if_declined),
        }
        known = {name: value for name, value in record.items() if value}
        weeks = {"weeks": min(waits)} if waits else {}
        return {**known, **weeks, "criteria": criteria_data(service.criteria, self.directory)}


def shipped(root: Path, directory: Directory, today: date) -> dict[str, Any]:
    """The very files that a site has."""
    view = View(directory, today, Settings(), root / "docs" / ".overrides")
    files = {key: browser_data.packed(view, key) for key in browser_data.keys(view)}
    return {
        "matching": files["matching"],
        "national": files["national"],
        "areas": {area: files[f"area/{area}"] for area in directory.areas},
        "words": [told for key, told in files.items() if key.startswith("words/")],
        "today": today.isoformat(),
    }


def _place(service: Service, chain: Iterable[str]) -> str:
    return next((each for each in chain if each in service.by_area), "")


def _check(check: Check) -> dict[str, str]:
    return {"how": check.how, **({"on": check.on.isoformat()} if check.on else {})}


def parting(python: Any, browser: Any, path: str = "") -> str:
    """Where two answers first part, and what each engine says there."""
    if isinstance(python, dict) and isinstance(browser, dict) and python.keys() == browser.keys():
        return next(
            parting(python[each], browser[each], f"{path}.{each}") for each in python if python[each] != browser[each]
        )
    if isinstance(python, list) and isinstance(browser, list) and len(python) == len(browser):
        at = next(at for at, each in enumerate(python) if each != browser[at])
        return parting(python[at], browser[at], f"{path}[{at}]")
    return f"{path}: Python says {python!r}, the browser says {browser!r}"


def plain(answers: Answers) -> dict[str, Any]:
    """Answers as the browser holds them: what was not asked is absent."""
    told: dict[str, Any] = {
        "age": [answers.age.youngest, answers.age.oldest] if answers.age else None,
        "severity": answers.severity,
        "since_event": answers.since_event.hours if answers.since_event else None,
        "route": answers.route,
    }
    return {
        "needs": list(answers.needs),
        "areas": dict(answers.areas),
        "flags": {code: said.hours if isinstance(said, Span) else said for code, said in answers.flags.items()},
        "people": dict(answers.people),
        **{name: value for name, value in told.items() if value is not None},
    }


def python_says(directory: Directory, asked: Iterable[Asked], today: date) -> list[Any]:
    """What the Python engine says to each question, in the browser's shape."""
    return [_said(directory, service, answers, today) for service, answers in asked]


def _said(directory: Directory, service: str | None, answers: Answers, today: date) -> dict[str, Any]:
    if service is None:
        found = match_all(directory, answers, today)
    else:
        found = (match(where_asked(directory.services[service], answers, directory), answers, directory, today),)
    whole = as_data((), answers, directory)
    return {
        "crisis": whole["crisis_first"],
        "ask_first": whole["ask_first"],
        "matches": [_told(each, answers, directory) for each in found],
    }


def _told(found: Match, answers: Answers, directory: Directory) -> dict[str, Any]:
    said = explain(found, directory, answers)
    return {
        "service": found.service.id,
        "outcome": str(found.outcome),
        "reasons": [
            [each.criterion, str(each.state), each.code, list(each.refer_to), _renamed(each.place)]
            for each in found.reasons
        ],
        "flags": list(found.flags),
        "named": list(found.instead),
        "said": {
            "label": said.label,
            "because": list(said.because),
            "refer_instead": said.refer_instead,
            "instead": list(said.instead),
            "make_sure": list(said.make_sure),
            "also_not_for": said.also_not_for,
            "met": list(said.met),
            "flags": list(said.flags),
        },
    }


def _renamed(place: Sequence[str | int]) -> list[str | int]:
    """A place as the browser has it: the name in its record's criteria and the row; `holds_risk` is `risk` there."""
    names = {**NAMES, "holds_risk": "risk"}
    return [names.get(each, each) if isinstance(each, str) else each for each in place[1:]]
