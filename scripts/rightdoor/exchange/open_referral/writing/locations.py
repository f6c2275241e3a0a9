"""Places as objects of a feed; a confidential one never has an address, a name of a street or a point on the map."""

from rightdoor.exchange.open_referral.writing.parts import Json, id_of, known
from rightdoor.model.service import Location, Service


def service_at_location(service: Service, place: Location, listed_in: str, confidential: str) -> Json:
    """That a service is given at a place. `listed_in` names the area in whose list it stands."""
    key = _key(service, place)
    return {
        "id": id_of("service_at_location", *key),
        "service_id": id_of("service", service.id),
        "location_id": id_of("location", *key),
        "location": _location(key, place, listed_in, confidential),
    }


def _key(service: Service, place: Location) -> tuple[str, ...]:
    """What a place is known by: what is said of it, so that another order of places changes nothing."""
    said = (place.name, "confidential") if place.confidential else (place.name, place.address, place.postcode)
    return (service.id, *(each or "" for each in said))


def _location(key: tuple[str, ...], place: Location, listed_in: str, confidential: str) -> Json:
    head: Json = {"id": id_of("location", *key), "location_type": "physical", **known(name=place.name)}
    if place.confidential:
        return {**head, "description": confidential}
    addresses = [_address(key, place, listed_in)] if place.address and place.postcode else []
    words = "" if addresses else ", ".join(each for each in (place.address, place.postcode) if each)
    point = {} if place.latitude is None or place.longitude is None else _point(place)
    return {**head, **known(description=words), **point, **known(addresses=addresses)}


def _point(place: Location) -> Json:
    return {"latitude": place.latitude, "longitude": place.longitude}


def _address(key: tuple[str, ...], place: Location, listed_in: str) -> Json:
    """An address. The profile wants a town and a county: where the address names no town, the area stands for it."""
    street, _, town = (place.address or "").rpartition(", ")
    return {
        "id": id_of("address", *key),
        "location_id": id_of("location", *key),
        "address_1": street or town,
        "city": town if street else listed_in,
        "state_province": listed_in,
        "postal_code": place.postcode,
        "country": "GB",
        "address_type": "physical",
    }
