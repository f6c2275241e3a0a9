"""Words inside { } that a comma has cut in two: what follows it looks like a field without a value."""

from typing import NamedTuple

from rightdoor.records.findings import Finding
from rightdoor.records.read import Source
from rightdoor.records.refusals import Said, shown


class Cut(NamedTuple):
    """The field whose words were cut, and all of its words; the later pieces of the same words have neither."""

    field: str = ""
    words: str = ""


def cut_words(finding: Finding, source: Source) -> dict[str, Cut]:
    """The pieces among the unknown fields of a group."""
    if finding.rule != "additionalProperties":
        return {}
    group, known = finding.value, finding.node["properties"]
    found: dict[str, Cut] = {}
    field, first = "", ""
    for name, value in group.items():
        if value is not None or name in known or not isinstance(group.get(field), str):
            field, first = name, ""
        elif first:
            found[first], found[name] = Cut(field, f"{found[first].words}, {name}"), Cut()
        elif " " in name or _on_one_line(finding, source, field, name):
            found[name], first = Cut(field, f"{group[field]}, {name}"), name
        else:
            field = name
    return found


def comma_in(cut: Cut) -> Said:
    """The words for a text that its comma has cut."""
    message = f"The text of {cut.field} has a comma in it, which inside {{ }} ends a value."
    words = f"'{cut.words}'" if '"' in cut.words else f'"{cut.words}"'
    return Said("unknown-field", message, f"Put quotes round the words: {cut.field}: {shown(words)}")


def _on_one_line(finding: Finding, source: Source, *fields: str) -> bool:
    return len({source.mark((*finding.path, each), field=True).line for each in fields}) == 1
