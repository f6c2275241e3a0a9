"""What is refused inside a file that YAML itself would allow: each as a code, a message and a tip."""

from typing import Any, NamedTuple

from rightdoor.records.scalars import MAX_DECIMAL_DIGITS, MAX_WHOLE_DIGITS

_LONGEST_SHOWN = 60


class Said(NamedTuple):
    """A problem without its place: the code of its page, what was found, and what to do."""

    code: str
    message: str
    tip: str


def shown(value: str) -> str:
    """A value as messages show it: on one line, visible, and cut short."""
    line = " ".join(value.split())
    visible = "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in line[:_LONGEST_SHOWN])
    return visible + ("…" if len(line) > _LONGEST_SHOWN else "")


EMPTY = Said("empty-file", "This file is empty.", "Write the record in it, or delete the file.")
SECOND_DOCUMENT = Said(
    "yaml-feature",
    "A second document begins here.",
    "Write one record in each file: move what follows into a file of its own, or delete the line ---.",
)
DIRECTIVE = Said("yaml-feature", "A line that begins with % is an instruction to YAML.", "Delete this line.")
MERGE = Said("yaml-feature", "The merge sign << is used, which is not read here.", "Write the fields out in full.")
TOO_DEEP = Said(
    "file-limits", "Lists and groups of fields lie more than 20 deep inside each other.", "Look for stray [ or {."
)
TOO_MANY = Said("file-limits", "This file holds more than 10,000 values.", "Split it into several records.")
NOT_FIELDS_TIP = "Begin with a field and its value, for example: name: Northvale Talking Therapies"


def alias(name: str) -> Said:
    """A value that begins with *."""
    return Said(
        "yaml-feature",
        f"The value *{shown(name)} points at another value, which is not read here.",
        f'Write the value out; if it is text, put it in quotes: "*{shown(name)} …"',
    )


def decorated(event: Any) -> Said:
    """A value that begins with & or !."""
    if event.anchor is not None:
        return Said(
            "yaml-feature",
            f"The value begins with &{shown(event.anchor)}, which YAML reads as a label.",
            f'Delete the label; if it is text, put the value in quotes: "&{shown(event.anchor)} …"',
        )
    tag = event.tag.replace("tag:yaml.org,2002:", "!!")
    return Said(
        "yaml-feature",
        f"The value begins with {shown(tag)}, which YAML reads as an instruction.",
        "Delete it; if it is text, put the whole value in quotes.",
    )


def repeated(name: str, first_line: int) -> Said:
    """A field that is written twice in one group."""
    return Said(
        "duplicate-field",
        f"The field {shown(name)} is here a second time; the first is on line {first_line}.",
        "Keep one of the two, or put both values together.",
    )


def long_number(typed: str) -> Said:
    """A number that cannot be kept exactly."""
    return Said(
        "number-too-long",
        f"The number {shown(typed)} has more digits than can be kept exactly "
        f"(at most {MAX_WHOLE_DIGITS}, and {MAX_DECIMAL_DIGITS} after the point).",
        f'If it is not an amount, put it in quotes: "{shown(typed)}"',
    )


def bad_name(value: Any) -> Said:
    """A field name that is not text."""
    if value is None or value == "":
        return Said("field-name", "A field has no name before its colon.", "Write the name of the field.")
    if isinstance(value, dict | list):
        return Said(
            "field-name",
            "The name of a field is a list or a group, not a word.",
            'If this line is text, put it in quotes, for example: "[note] see below"',
        )
    kind, typed = ("yes-or-no word", str(value).lower()) if isinstance(value, bool) else ("number", str(value))
    return Said(
        "field-name",
        f"The field name {shown(typed)} is a {kind}, not text.",
        f'Field names are words. If it must be so, put it in quotes: "{shown(typed)}":',
    )


def not_fields(value: Any) -> Said:
    """A file whose outermost value is a list or a single text."""
    if isinstance(value, list):
        return Said("not-fields", "This file holds a list, not the fields of a record.", NOT_FIELDS_TIP)
    if isinstance(value, str) and ":" in value.split(" ")[0]:
        name, _, rest = value.partition(":")
        return Said(
            "yaml-syntax",
            f"There is no space after the colon of {shown(name)}.",
            f"Type: {shown(name)}: {shown(rest.split(chr(10))[0])}",
        )
    return Said("not-fields", f"This file holds the text “{shown(str(value))}”, not fields.", NOT_FIELDS_TIP)
