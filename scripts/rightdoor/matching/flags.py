"""What stands beside an outcome and never changes it: intake, a gate, facts that are old or were never confirmed."""

from collections.abc import Iterator

from rightdoor.matching.match import Match, takes_referrals
from rightdoor.matching.phrases import fill
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import COPIED
from rightdoor.model.measure import words_for_date

READ = "published-page"
"""The way of checking for which nobody asked the service: its page was read, and the words must say so."""


def flag_words(match: Match, directory: Directory) -> Iterator[str]:
    """A sentence for every flag of a match, in their order; a made-up service says so first."""
    said = directory.grammar.flags
    if match.service.fictional:
        yield said["fictional"]
    for each in match.flags:
        kind, _, code = each.partition(":")
        yield _dated(kind, code, match, directory) if kind in ("stale", "overdue") else _sentence(kind, code, directory)


def _sentence(kind: str, code: str, directory: Directory) -> str:
    grammar, services = directory.grammar, directory.services
    if kind == "via":
        return fill(grammar.flags["via"], service=services[code].name if code in services else code)
    if kind == "status":
        return fill(grammar.flags["status"], status=grammar["status"].label(code))
    form = {None: "intake_unknown", True: "intake_open", False: "intake_closed"}[takes_referrals(code, grammar)]
    return fill(grammar.flags[form], intake=grammar["intake"].label(code))


def _dated(kind: str, group: str, match: Match, directory: Directory) -> str:
    """When a group of facts was last confirmed, read or copied; "never" where nobody did so on a known day."""
    check, grammar = match.service.checked.of(group), directory.grammar
    name = grammar["fact_groups"].label(group)
    if check.on is None or check.how == "never":
        return fill(grammar.flags["never"], group=name)
    form = {COPIED: "copied", READ: f"{kind}_page"}.get(check.how, kind)
    return fill(grammar.flags[form], group=name, date=words_for_date(check.on))
