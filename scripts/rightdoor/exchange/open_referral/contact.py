"""How a service is reached, and where it is: what may be a person's own is not taken in."""

from collections.abc import Iterator, Mapping
from typing import Any

from rightdoor.exchange.open_referral.plain import line_of, rows_of, short, text_of
from rightdoor.exchange.tables import cleaning
from rightdoor.model.draft import Lost

_TEXT = frozenset({"sms", "text"})
_NOT_FOR_VOICE = frozenset({"fax", "pager", "textphone", "tty", "video"})
_NO_PLACE = "Entries have no field for it."
_WEST_TO_EAST, _SOUTH_TO_NORTH = (-9.0, 2.5), (49.0, 61.0)


def contact_of(value: Mapping[str, Any], lost: list[Lost]) -> dict[str, str]:
    """The first number of the United Kingdom, one for text messages, the address of email and the website."""
    contact: dict[str, str] = {}
    for each in _phones(value, lost):
        _phone(each, contact, lost)
    for name, field, clean in (("email", "email", cleaning.email), ("url", "website", cleaning.web_address)):
        if said := text_of(value.get(name)):
            if found := clean(said):
                contact[field] = found
            else:
                lost.append(Lost(name, said[:80], "It is not an address that can be used."))
    return contact


def _phones(value: Mapping[str, Any], lost: list[Lost]) -> Iterator[Mapping[str, Any]]:
    """Numbers of the service, then of its contacts, then of its places and of whoever is reached there."""
    yield from rows_of(value.get("phones"))
    contacts = rows_of(value.get("contacts"))
    for there in places_of(value):
        contacts += rows_of(there.get("contacts"))
    for each in contacts:
        yield from rows_of(each.get("phones"))
        if text_of(each.get("name")) or text_of(each.get("email")):
            role = text_of(each.get("title")) or text_of(each.get("department")) or "a person"
            lost.append(Lost("contacts", role[:80], "Names and addresses of people are not taken in."))
    for there in places_of(value):
        yield from rows_of(there.get("phones"))


def _phone(row: Mapping[str, Any], contact: dict[str, str], lost: list[Lost]) -> None:
    said = text_of(row.get("number"))
    kind = text_of(row.get("type")).casefold()
    number = cleaning.phone(said) if said else None
    if not said or (number and number[0] in contact.values()):
        return
    why = ""
    if kind in _NOT_FOR_VOICE:
        why = _NO_PLACE
    elif not number:
        why = "It is not a phone number of the United Kingdom."
    elif cleaning.is_mobile(number[0]):
        why = "A mobile may be a person's own."
    elif ("text" if kind in _TEXT else "phone") in contact:
        why = "It is not the first number."
    if why or not number:
        lost.append(Lost("phones", said[:80], why))
        return
    contact["text" if kind in _TEXT else "phone"] = number[0]
    extension = number[1] or text_of(str(row.get("extension") or ""))
    if extension.isdigit() and len(extension) <= 6 and kind not in _TEXT:
        contact["phone_note"] = f"extension {extension}"
    if words := text_of(row.get("description")):
        lost.append(Lost("phones.description", words[:80], _NO_PLACE))


def places_of(value: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The service at each of its places, and the places themselves."""
    for each in rows_of(value.get("service_at_locations")):
        yield each
        if isinstance(each.get("location"), dict):
            yield each["location"]
    yield from rows_of(value.get("locations"))


def locations_of(value: Mapping[str, Any], lost: list[Lost]) -> Iterator[dict[str, Any]]:
    """Each place once, with its address and postcode; what is no place that one goes to is said."""
    held = [each.get("location") for each in rows_of(value.get("service_at_locations"))]
    seen: list[dict[str, Any]] = []
    for each in [*rows_of(held), *rows_of(value.get("locations"))]:
        kind = text_of(each.get("location_type")).casefold()
        if kind in ("virtual", "postal"):
            lost.append(Lost("locations", short(each.get("name") or kind), "Nobody can go there, so it is no place."))
            continue
        row = _location(each, lost)
        if row and row not in seen:
            seen.append(row)
            yield row


def _location(each: Mapping[str, Any], lost: list[Lost]) -> dict[str, Any]:
    """One place; its address is the first that is not only for letters."""
    addresses = rows_of(each.get("addresses") or each.get("physical_addresses"))
    to_go_to = [one for one in addresses if text_of(one.get("address_type")).casefold() != "postal"] or addresses
    first: Mapping[str, Any] = to_go_to[0] if to_go_to else {}
    lost += [Lost("addresses", short(one), "A place has one address.") for one in addresses if one is not first]
    lines = (first.get(name) for name in ("address_1", "address_2", "city", "region", "state_province"))
    line = line_of(", ".join(dict.fromkeys(filter(None, map(text_of, lines)))), 200)
    name, post = line_of(each.get("name"), 120), text_of(first.get("postal_code"))
    code = cleaning.postcode(post) if post else None
    if post and not code:
        lost.append(Lost("postal_code", post[:40], "It does not have the form of a postcode."))
    found = {"name": name, "address": line, "postcode": code}
    row: dict[str, Any] = {field: said for field, said in found.items() if said}
    return row | (_point(each, lost) if code else {})


def _point(each: Mapping[str, Any], lost: list[Lost]) -> dict[str, float]:
    """Where on the map, where that lies in the United Kingdom."""
    said = each.get("latitude"), each.get("longitude")
    if said == (None, None):
        return {}
    for value, (least, most) in zip(said, (_SOUTH_TO_NORTH, _WEST_TO_EAST), strict=True):
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            lost.append(Lost("latitude", short(list(said)), "It is no point in the United Kingdom."))
            return {}
    return {"latitude": round(float(said[0] or 0), 6), "longitude": round(float(said[1] or 0), 6)}
