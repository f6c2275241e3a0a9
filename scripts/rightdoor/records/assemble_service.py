"""Makes a `Service` of the plain data of a record that the grammar has accepted."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from rightdoor.model.service import (
    Advice,
    Check,
    Checked,
    Contact,
    Cost,
    Evidence,
    Languages,
    Location,
    Referral,
    Response,
    Route,
    SendWith,
    Service,
    Sessions,
    Wait,
)
from rightdoor.records.assemble_criteria import Data, as_tuple, criteria_of, span

_day = lru_cache(maxsize=4096)(date.fromisoformat)


def day(text: str | None) -> date | None:
    """A date, or None where none is written."""
    return None if text is None else _day(text)


def service_of(file: str, data: Data) -> Service:
    """The service of a file, with the service as it stands in each area where its rules differ."""
    service = _service(file, data)
    if "by_area" not in data:
        return service
    there = {area: _service(file, merged(data, each)) for area, each in data["by_area"].items()}
    return replace(service, by_area=there)


def merged(data: Data, difference: Data) -> Data:
    """A record as it stands in one area: each field named there replaces the usual one, criteria one by one."""
    whole = {**data, **difference}
    if "criteria" in data and "criteria" in difference:
        whole["criteria"] = {**data["criteria"], **difference["criteria"]}
    return whole


def _service(file: str, data: Data) -> Service:
    *_, folder, name = file.split("/")
    return Service(
        id=name.removesuffix(".yaml"),
        file=file,
        name=data["name"],
        organization=data["organization"],
        type=data["type"],
        status=data["status"],
        summary=data["summary"],
        folder=folder,
        intake=data.get("intake", "unknown"),
        also_known_as=as_tuple(data.get("also_known_as")),
        description=data.get("description"),
        needs=as_tuple(data.get("needs")),
        therapies=as_tuple(data.get("therapies")),
        delivery=as_tuple(data.get("delivery")),
        criteria=criteria_of(data.get("criteria", {})),
        referral=_referral(data.get("referral", {})),
        related=as_tuple(data.get("related")),
        waits=tuple(map(_wait, data.get("waits", ()))),
        sessions=_sessions(data.get("sessions")),
        cost=Cost(**data["cost"]) if "cost" in data else None,
        contact=Contact(**data.get("contact", {})),
        hours=data.get("hours"),
        languages=_languages(data.get("languages", {})),
        access=as_tuple(data.get("access")),
        locations=tuple(Location(**each) for each in data.get("locations", ())),
        evidence=tuple(map(_evidence, data.get("evidence", ()))),
        checked=_checked(data["checked"]),
        aliases=as_tuple(data.get("aliases")),
        note=data.get("note"),
        fictional=data.get("fictional", False),
    )


def _referral(data: Data) -> Referral:
    advice = data.get("advice")
    return Referral(
        via=data.get("via"),
        routes=tuple(map(_route, data.get("routes", ()))),
        advice=Advice(**{**advice, "who": tuple(advice["who"])}) if advice else None,
        if_declined=as_tuple(data.get("if_declined")),
    )


def _route(data: Data) -> Route:
    response = data.get("response")
    return Route(
        who=tuple(data["who"]),
        how=data["how"],
        phone=data.get("phone"),
        email=data.get("email"),
        url=data.get("url"),
        text=data.get("text"),
        hours=data.get("hours"),
        response=_response(response) if response else None,
        send_with=tuple(map(_send_with, data.get("send_with", ()))),
        patient_must_opt_in=span(data.get("patient_must_opt_in", {}).get("within")),
        note=data.get("note"),
    )


def _response(data: Data) -> Response | None:
    within = span(data["within"])
    return Response(data["to"], within, data.get("word")) if within else None


def _send_with(data: Any) -> SendWith:
    return SendWith(data) if isinstance(data, str) else SendWith(data["what"], span(data.get("max_age")))


def _wait(data: Data) -> Wait:
    return Wait(data["from"], data["to"], data["weeks"], _day(data["as_of"]), data.get("source"))


def _sessions(data: Data | None) -> Sessions | None:
    return data and Sessions(data["policy"], data.get("from"), data.get("to"), data.get("then")) or None


def _languages(data: Data) -> Languages:
    return Languages(as_tuple(data.get("spoken")), data.get("interpreters", "unknown"))


def _evidence(data: Data) -> Evidence:
    covers, seen = tuple(data["covers"]), day(data.get("seen"))
    return Evidence(covers, data["url"], data["title"], seen, data.get("dated"), data.get("note"))


def _check(data: Data) -> Check:
    return Check(data["how"], day(data.get("on")), data.get("by"))


def _checked(data: Data) -> Checked:
    groups = {name: _check(each) for name, each in data.items() if isinstance(each, dict)}
    return Checked(_check(data), groups)
