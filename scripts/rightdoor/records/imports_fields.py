"""Which fields of an entry to take from its source: what is here, what was last taken over, and what is there now.

A field that nobody here has touched follows the source. One that somebody here has edited stays, and where the source
now says something new of it, that is said. An entry that somebody here has confirmed stays whole.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from rightdoor.records.imported import FieldChange
from rightdoor.records.imports_record import digest

GROUPS = frozenset({"criteria", "contact", "referral", "languages", "identifiers"})
"""Groups whose fields are compared one by one; any other field is compared whole."""
NOT_COMPARED = frozenset({"checked", "evidence", "fictional", "aliases"})
COPIED = frozenset({"never", "other-directory"})


def flat(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are compared, by name: `name`, `contact.phone`, `criteria.age`."""
    found: dict[str, Any] = {}
    for name, value in data.items():
        if name in GROUPS and isinstance(value, Mapping):
            found |= {f"{name}.{inner}": each for inner, each in value.items()}
        elif name not in NOT_COMPARED:
            found[name] = value
    return found


def put(data: Mapping[str, Any], changes: tuple[FieldChange, ...]) -> dict[str, Any]:
    """The data with what the source says of these fields; a group that is left empty goes."""
    after: dict[str, Any] = deepcopy(dict(data))
    for each in changes:
        group, _, inner = each.field.partition(".")
        holder = after.setdefault(group, {}) if inner else after
        name = inner or group
        if each.there is None:
            holder.pop(name, None)
        else:
            holder[name] = each.there
        if inner and not holder:
            del after[group]
    return after


def confirmed_here(data: Mapping[str, Any]) -> bool:
    """Whether somebody here has confirmed any of it: then nothing is copied over what they confirmed."""
    checked = data.get("checked", {})
    inner = (each.get("how") for each in checked.values() if isinstance(each, Mapping))
    return not {checked.get("how", "never"), *inner} <= COPIED


def compared(
    here: Mapping[str, Any], last: Mapping[str, str], there: Mapping[str, Any]
) -> tuple[tuple[FieldChange, ...], tuple[FieldChange, ...], dict[str, str]]:
    """What to take over, what to keep though the source says something new, and the digests to remember."""
    ours, theirs, stays = flat(here), flat(there), confirmed_here(here)
    taken, kept, remembered = [], [], dict(last)
    for name in sorted(ours.keys() | theirs.keys() | last.keys()):
        mine, its, before = digest(ours.get(name)), digest(theirs.get(name)), last.get(name, "")
        if mine == its:
            remembered[name] = its
        elif its != before:
            change = FieldChange(name, ours.get(name), theirs.get(name))
            if mine == before and not stays:
                taken.append(change)
                remembered[name] = its
            else:
                kept.append(change)
    return tuple(taken), tuple(kept), remembered
