"""Holds a draft that says it is a whole record against the grammar, before anything looks into it."""

from itertools import islice

from rightdoor.model.draft import Draft
from rightdoor.model.problem import Level
from rightdoor.records.grammar import judge_source
from rightdoor.records.read import Unreadable, read_source
from rightdoor.records.report import one_line
from rightdoor.records.write import written

_FILLED = {
    "service": {"organization": "stands-in", "checked": {"how": "never"}},
    "organization": {},
}
_LONGEST = 300


def why_unsound(draft: Draft) -> str:
    """Why the data of a draft is no record, in sentences; "" where it is one.

    Who runs a service and when it was checked is for the import to say, so something stands in for it.
    """
    try:
        text = written({**draft.data, **_FILLED[draft.kind]}, draft.kind)
        source = read_source(text.encode("utf-8"), f"{draft.kind}.yaml")
        broken = judge_source(source, draft.kind)
    except Unreadable as fault:
        broken = list(fault.problems)
    except (TypeError, ValueError, AttributeError):
        return "Its own record cannot be written as an entry."
    said = dict.fromkeys(each.message for each in broken if each.level is Level.ERROR)
    return one_line(" ".join(islice(said, 3)))[:_LONGEST]
