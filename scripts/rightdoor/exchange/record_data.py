"""A record as plain data, in the form and the order of its YAML file: the exact inverse of what reads it.

Pure. What nobody has said is left out. `records.assemble_service.service_of(file, data_of(service))` is the same
service again, and so for organizations, areas and tombstones; only spellings that mean the same are lost, such as
`to: 25y` for `under: 26y`, or one code for a list of one.
"""

from typing import Any, TypeAlias

from rightdoor.exchange.criteria_data import age_text, criteria_data, filled
from rightdoor.model.area import Area, KnownGap
from rightdoor.model.directory import Tombstone
from rightdoor.model.organization import Organization
from rightdoor.model.service import Advice, Check, Checked, Evidence, Location, Referral, Route, SendWith, Service, Wait

Data: TypeAlias = dict[str, Any]

_SAME = "intake"
"""What rules for an area repeat where they differ in nothing, for there must be something."""

_UNSAID = (_SAME, "unknown")

_A_NUMBER = "year"

_NOTHING_SAID: Data = {"languages": {"interpreters": "unknown"}}
"""How rules for an area say that nothing is known there of what is known elsewhere."""


def data_of(service: Service) -> Data:
    """A service as plain data, valid by schema/service.schema.json when it was read from a valid file."""
    data = {name: value for name, value in _service(service).items() if (name, value) != _UNSAID}
    there = {area: _difference(service, each) for area, each in service.by_area.items()}
    at = list(data).index("checked") + 1
    items = list(data.items())
    return dict([*items[:at], ("by_area", there), *items[at:]]) if there else data


def organization_data(organization: Organization) -> Data:
    """An organization as plain data, in the form of schema/organization.schema.json."""
    return filled(
        name=organization.name,
        kind=organization.kind,
        also_known_as=organization.also_known_as,
        identifiers=dict(organization.identifiers),
        website=organization.website,
        description=organization.description,
        commissioned_by=organization.commissioned_by,
        contract_ends=_day(organization.contract_ends),
        fictional=organization.fictional or None,
    )


def area_data(area: Area) -> Data:
    """An area as plain data, in the form of schema/area.schema.json; its boundary's rings are a file of their own."""
    return filled(
        name=area.name,
        kind=area.kind,
        within=area.within,
        codes={name: int(code) if name == _A_NUMBER else code for name, code in area.codes.items()},
        postcode_districts=area.postcode_districts,
        practices=[filled(name=each.name, ods_code=each.ods_code, postcode=each.postcode) for each in area.practices],
        population=_population(area),
        front_door=area.front_door,
        crisis_routes=area.crisis_routes,
        crisis_note=area.crisis_note,
        known_gaps=[_known_gap(each) for each in area.known_gaps],
        contact=dict(area.contact),
        fictional=area.fictional if area.fictional or area.story_date else None,
        story_date=_day(area.story_date),
        boundary=area.boundary and {"file": area.boundary.file, "source": area.boundary.source},
        tile=area.tile and {"column": area.tile.column, "row": area.tile.row},
    )


def tombstone_data(tombstone: Tombstone) -> Data:
    """A closed or unlisted service as plain data: a row of schema/tombstones.schema.json."""
    return filled(
        id=tombstone.id,
        name=tombstone.name,
        why=tombstone.why,
        since=_day(tombstone.since),
        use_instead=tombstone.use_instead,
    )


def _service(service: Service) -> Data:
    return filled(
        name=service.name,
        also_known_as=service.also_known_as,
        organization=service.organization,
        type=service.type,
        status=service.status,
        intake=service.intake,
        summary=service.summary,
        description=service.description,
        needs=service.needs,
        therapies=service.therapies,
        delivery=service.delivery,
        criteria=criteria_data(service.criteria),
        referral=_referral(service.referral),
        related=service.related,
        waits=[_wait(each) for each in service.waits],
        sessions=_sessions(service),
        cost=service.cost and filled(kind=service.cost.kind, words=service.cost.words),
        contact=_fields(service.contact),
        hours=service.hours,
        languages=_languages(service),
        access=service.access,
        locations=[_location(each) for each in service.locations],
        evidence=[_evidence(each) for each in service.evidence],
        checked=_checked(service.checked),
        aliases=service.aliases,
        note=service.note,
        fictional=service.fictional or None,
    )


def _difference(usual: Service, there: Service) -> Data:
    """The fields whose rules differ in an area; of the criteria, only those that do."""
    before, after = _service(usual), _service(there)
    found = {name: value for name, value in after.items() if before.get(name) != value}
    found |= {name: value for name, value in _NOTHING_SAID.items() if name in before and name not in after}
    if "criteria" in found:
        known = before.get("criteria", {})
        found["criteria"] = {name: each for name, each in found["criteria"].items() if known.get(name) != each}
    return found or {_SAME: after[_SAME]}


def _fields(value: Any) -> Data:
    return filled(**{name: getattr(value, name) for name in value.__slots__})


def _referral(referral: Referral) -> Data:
    return filled(
        via=referral.via,
        routes=[_route(each) for each in referral.routes],
        advice=referral.advice and _advice(referral.advice),
        if_declined=referral.if_declined,
    )


def _route(route: Route) -> Data:
    opt_in, response = route.patient_must_opt_in, route.response
    return filled(
        who=route.who,
        how=route.how,
        phone=route.phone,
        email=route.email,
        url=route.url,
        text=route.text,
        hours=route.hours,
        response=response and filled(to=response.to, within=response.within.text, word=response.word),
        send_with=[_send_with(each) for each in route.send_with],
        patient_must_opt_in=opt_in and {"within": opt_in.text},
        note=route.note,
    )


def _send_with(each: SendWith) -> str | Data:
    return {"what": each.what, "max_age": each.max_age.text} if each.max_age else each.what


def _advice(advice: Advice) -> Data:
    return filled(who=advice.who, phone=advice.phone, email=advice.email, hours=advice.hours)


def _wait(wait: Wait) -> Data:
    return {
        "from": wait.start,
        "to": wait.end,
        "weeks": wait.weeks,
        "as_of": wait.as_of.isoformat(),
        **filled(source=wait.source),
    }


def _sessions(service: Service) -> Data | None:
    said = service.sessions
    if said is None:
        return None
    return filled(**{"policy": said.policy, "from": said.at_least, "to": said.at_most, "then": said.then})


def _languages(service: Service) -> Data:
    said = service.languages
    return filled(spoken=said.spoken, interpreters=None if said.interpreters == "unknown" else said.interpreters)


def _location(location: Location) -> Data:
    return {name: value for name, value in _fields(location).items() if value is not False}


def _evidence(evidence: Evidence) -> Data:
    return filled(
        covers=evidence.covers,
        url=evidence.url,
        title=evidence.title,
        seen=_day(evidence.seen),
        dated=evidence.dated,
        note=evidence.note,
    )


def _checked(checked: Checked) -> Data:
    return {**_check(checked.overall), **{group: _check(each) for group, each in checked.groups.items()}}


def _check(check: Check) -> Data:
    return filled(on=_day(check.on), how=check.how, by=check.by)


def _population(area: Area) -> Data | None:
    said = area.population
    if said is None:
        return None
    bands = [filled(**{"from": each.youngest, "to": each.oldest, "people": each.people}) for each in said.bands]
    return {"source": said.source, "year": said.year, "bands": bands}


def _known_gap(gap: KnownGap) -> Data:
    limit = gap.limit
    ages = limit and filled(**{"from": age_text(limit.at_least), "under": age_text(limit.below)})
    return filled(need=gap.need, ages=ages, severity=gap.severity, checked=_day(gap.checked), note=gap.note)


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
