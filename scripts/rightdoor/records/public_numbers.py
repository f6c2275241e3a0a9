"""Which numbers of machines are of the public internet: no entry may lead us to one behind a wall."""

import ipaddress

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Numbers that stand for IPv4 ones (RFC 6052)."""

_OF_A_CLOUD = frozenset({ipaddress.ip_address("168.63.129.16")})
"""Public by the tables, but what answers is the cloud (Azure's) that a machine, such as a workflow's, runs in."""


def is_public(number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether a number is one of the public internet, and holds none that is not."""
    if isinstance(number, ipaddress.IPv6Address):
        if number in _TRANSLATED:
            return is_public(ipaddress.IPv4Address(int(number) & 0xFFFFFFFF))
        inner = (number.ipv4_mapped, number.sixtofour, *(number.teredo or ()))
        if any(each is not None and not is_public(each) for each in inner):
            return False
    return number.is_global and number not in _OF_A_CLOUD and not number.is_multicast and not number.is_reserved
