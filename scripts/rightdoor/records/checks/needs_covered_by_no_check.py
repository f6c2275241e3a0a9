"""The needs of a service are said to have been read somewhere, but no page is named.

The entry lists needs, and says that it was checked on a published page or in another directory. Yet no row of
`evidence` covers the criteria or the rest of the entry, so nobody can look it up again. Entries checked with the
service itself need no page, and entries never checked say so already.

Why this matters: needs decide whether the service is offered at all. A need that came from nowhere sends patients to
a service that never said it helps with it.

What to type: the page on which the needs were read.

    evidence:
      - {covers: [criteria, other], url: "https://example.org/for-gps", title: For GPs, seen: 2026-08-14}
"""

from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem

CODE = "needs-covered-by-no-check"
LEVEL = Level.WARNING
READ_SOMEWHERE = frozenset({"published-page", "other-directory"})
GROUPS = frozenset({"criteria", "other"})


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Needs of an entry that was read somewhere, without saying where."""
    if record.kind != "service" or not record.data.get("needs"):
        return
    checked = record.data["checked"]
    how = checked.get("criteria", checked).get("how")
    covered = any(GROUPS.intersection(each.get("covers", ())) for each in record.data.get("evidence", ()))
    if how in READ_SOMEWHERE and not covered:
        message = f"The needs were checked by {how}, but no evidence covers criteria or other."
        tip = "Type the page they were read on: evidence: [{covers: [criteria], url: …, title: …, seen: …}]"
        yield problem(record, ("needs",), CODE, LEVEL, message, tip)
