"""Organizations as objects of a feed."""

from rightdoor.exchange.open_referral.ours import PROPERTY
from rightdoor.exchange.open_referral.writing.parts import Json, id_of, known
from rightdoor.exchange.record_data import organization_data
from rightdoor.model.grammar import Grammar
from rightdoor.model.organization import Organization

REGISTERS = {"ods": "GB-NHS", "company": "GB-COH"}
"""The registers whose numbers records keep, by the codes of org-id.guide (read on 24 November 2026)."""


def organization(record: Organization, grammar: Grammar) -> Json:
    """An organization with its registered numbers, and its record as its file holds it."""
    return {
        **short_organization(record, grammar),
        PROPERTY: {"id": record.id, **organization_data(record)},
    }


def short_organization(record: Organization, grammar: Grammar) -> Json:
    """An organization as it stands in a service: without its record."""
    id = id_of("organization", record.id)
    return {
        "id": id,
        "name": record.name,
        **known(alternate_name="; ".join(record.also_known_as)),
        "description": record.description or grammar["organization_kinds"].label(record.kind),
        **known(
            website=record.website,
            organization_identifiers=[
                {
                    "id": id_of("organization_identifier", record.id, kind),
                    "organization_id": id,
                    "identifier_scheme": register(kind, number),
                    "identifier_type": register(kind, number),
                    "identifier": number,
                }
                for kind, number in record.identifiers.items()
            ],
        ),
    }


def register(kind: str, number: str) -> str:
    """The register that a number stands in: charities of Scotland and Northern Ireland have their own."""
    if kind in REGISTERS:
        return REGISTERS[kind]
    return "GB-SC" if number.startswith("SC") else "GB-NIC" if number.startswith("NIC") else "GB-CHC"
