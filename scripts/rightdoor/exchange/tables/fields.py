"""What a column can hold, as code: where it goes in a record, and what kind of value it is.

The words for each stand in the vocabulary `table_columns`. A `*` in a path is one row of a list: columns of one number
("Does not take 2", "Does not take, in its own words 2") make one row of it.
"""

from typing import NamedTuple

from rightdoor.model.loss import Loss

PLACES, ROUTES = "locations.*", "referral.routes.*"


class Field(NamedTuple):
    """A path in a record, the kind of its value, and the vocabulary or the most letters that it may have."""

    path: str
    kind: str
    words: str = ""
    most: int = 400


FIELDS = {
    "name": Field("name", "line", most=120),
    "also-known-as": Field("also_known_as", "lines", most=120),
    "type": Field("type", "term", "service_types"),
    "summary": Field("summary", "line", most=160),
    "description": Field("description", "prose", most=4000),
    "status": Field("status", "term", "status"),
    "intake": Field("intake", "term", "intake"),
    "needs": Field("needs", "terms", "needs"),
    "therapies": Field("therapies", "terms", "therapies"),
    "delivery": Field("delivery", "terms", "delivery"),
    "age-from": Field("criteria.age.from", "age"),
    "age-to": Field("criteria.age.to", "years"),
    "age-under": Field("criteria.age.under", "age"),
    "ages": Field("criteria.age", "ages"),
    "age-words": Field("criteria.age.words", "line"),
    "severity-from": Field("criteria.severity.from", "term", "severity_bands"),
    "severity-to": Field("criteria.severity.to", "term", "severity_bands"),
    "severity-words": Field("criteria.severity.words", "line"),
    "only": Field("criteria.only.*.reason", "term", "groups"),
    "only-words": Field("criteria.only.*.words", "line"),
    "does-not-take": Field("criteria.does_not_take.*.reason", "term", "reasons"),
    "does-not-take-words": Field("criteria.does_not_take.*.words", "line"),
    "does-not-take-within": Field("criteria.does_not_take.*.within", "span"),
    "check-first": Field("criteria.check_first.*.reason", "term", "reasons"),
    "check-first-words": Field("criteria.check_first.*.words", "line"),
    "check-first-how": Field("criteria.check_first.*.how", "line", most=200),
    "takes-despite": Field("criteria.takes_despite.*.reason", "term", "reasons"),
    "holds-risk": Field("criteria.holds_risk", "term", "risk_levels"),
    "event-from": Field("criteria.time_since_event.from", "span"),
    "event-to": Field("criteria.time_since_event.to", "span"),
    "area-basis": Field("criteria.area.basis", "term", "area_basis"),
    "area-words": Field("criteria.area.words", "line"),
    "route-who": Field(f"{ROUTES}.who", "terms", "referral_who"),
    "route-how": Field(f"{ROUTES}.how", "term", "referral_how"),
    "route-phone": Field(f"{ROUTES}.phone", "phone"),
    "route-email": Field(f"{ROUTES}.email", "email"),
    "route-url": Field(f"{ROUTES}.url", "url"),
    "route-hours": Field(f"{ROUTES}.hours", "hours"),
    "route-note": Field(f"{ROUTES}.note", "line"),
    "wait-assessment": Field("wait-assessment", "whole"),
    "wait-treatment": Field("wait-treatment", "whole"),
    "wait-date": Field("wait-date", "date"),
    "cost": Field("cost.kind", "term", "cost_kinds"),
    "cost-words": Field("cost.words", "line"),
    "phone": Field("contact.phone", "phone"),
    "phone-note": Field("contact.phone_note", "line", most=120),
    "text": Field("contact.text", "text-number"),
    "email": Field("contact.email", "email"),
    "website": Field("contact.website", "url"),
    "webchat": Field("contact.webchat", "url"),
    "hours": Field("hours", "hours"),
    "languages": Field("languages.spoken", "terms", "languages"),
    "interpreters": Field("languages.interpreters", "term", "yes_no_unknown"),
    "access": Field("access", "terms", "access"),
    "place-name": Field(f"{PLACES}.name", "line", most=120),
    "address": Field(f"{PLACES}.address", "address", most=200),
    "postcode": Field(f"{PLACES}.postcode", "postcode"),
    "latitude": Field(f"{PLACES}.latitude", "degrees", most=90),
    "longitude": Field(f"{PLACES}.longitude", "degrees", most=180),
    "confidential": Field(f"{PLACES}.confidential", "yes"),
    "note": Field("note", "line", most=1000),
    "source": Field("source", "url"),
    "organization": Field("organization", "line", most=120),
    "organization-kind": Field("organization-kind", "term", "organization_kinds"),
    "charity-number": Field("charity", "code", most=10),
    "company-number": Field("company", "code", most=8),
    "ods-code": Field("ods", "code", most=8),
    "entry-id": Field("entry-id", "line", most=120),
    "who-for": Field("who-for", "prose", most=4000),
    "how-in": Field("how-in", "prose", most=4000),
    "row-is": Field("row-is", "line"),
}

SEVERAL = frozenset({"address", "description", "who-for", "how-in", "also-known-as"})
"""Fields that several columns may fill together; all of a list may too."""

OF_A_LIST = frozenset(code for code, each in FIELDS.items() if each.kind == "terms" or "*" in each.path) | SEVERAL

LOSSES = (
    Loss("by_area", "one set of rules for each row of the table"),
    Loss("criteria.age.refer_to"),
    Loss("criteria.severity.refer_to"),
    Loss("criteria.area.refer_to"),
    Loss("criteria.only.refer_to"),
    Loss("criteria.does_not_take.refer_to"),
    Loss("criteria.does_not_take.except_via"),
    Loss("criteria.check_first.refer_to"),
    Loss("criteria.takes_despite.words"),
    Loss("criteria.time_since_event.words"),
    Loss("criteria.time_since_event.refer_to"),
    Loss("criteria.area.areas", "the area that the command names"),
    Loss("referral.via"),
    Loss("referral.advice"),
    Loss("referral.if_declined"),
    Loss("referral.routes.text"),
    Loss("referral.routes.response"),
    Loss("referral.routes.send_with"),
    Loss("referral.routes.patient_must_opt_in"),
    Loss("related"),
    Loss("sessions"),
    Loss("waits", "the weeks from referral to assessment and from assessment to treatment, without their source"),
    Loss("contact.text_note"),
    Loss("contact.text_relay"),
    Loss("evidence", "one page for each row"),
    Loss("checked", "copied from another directory, on the day of the import"),
    Loss("aliases"),
    Loss("fictional"),
)
"""What a table does not bring, even our own template. Another's table may bring less: its mapping says what."""
