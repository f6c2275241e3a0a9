"""Whether an entry says anything at all about a group of facts: what nobody has said cannot be fresh, nor overdue."""

from collections.abc import Iterable, Mapping
from functools import cache

from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Service

_SILENT = Service("", "", "", "", "", "", "", "")


def covered(grammar: Grammar) -> Mapping[str, tuple[str, ...]]:
    """The fields of a service that each group of facts covers; a group without any is about the entry as a whole."""
    return {term.code: tuple(term.more.get("covers", ())) for term in grammar["fact_groups"]}


def says(service: Service, fields: Iterable[str]) -> bool:
    """Whether a service, or its rules in one of its areas, says anything in one of these fields; none: as a whole."""
    names = tuple(fields)
    return not names or any(_is_said(each, name) for each in (service, *service.by_area.values()) for name in names)


def _is_said(service: Service, field: str) -> bool:
    value = getattr(service, field)
    return bool(value) and value != _silent(field)


@cache
def _silent(field: str) -> object:
    return getattr(_SILENT, field)
