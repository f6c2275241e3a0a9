"""The exact records as JSON, and as NDJSON: one record a line.

Nothing is lost. A record is its YAML entry as plain data, with its id, and for a service the folder it lies in. What
nobody has said is left out. Equal records give equal bytes.
"""

from rightdoor.exchange.whole.chosen import KINDS, Chosen, text_of


def json_of(whole: Chosen) -> bytes:
    """One JSON object: what the file is, and then the records by kind, one a line."""
    parts = [f"{text_of(name)}: {text_of(value)}" for name, value in whole.head.items()]
    for kind, found in whole.lines.items():
        lines = ",\n".join(found)
        parts.append(f"{text_of(kind)}: [\n{lines}\n]" if lines else f"{text_of(kind)}: []")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def ndjson_of(whole: Chosen) -> bytes:
    """A line that says what the file is, and then a line for each record; `record` says of what kind it is."""
    lines = [text_of({"record": "edition", **whole.head})]
    for kind, found in whole.lines.items():
        lines += [f'{{"record": {text_of(KINDS[kind])}, {each[1:]}' for each in found]
    return "".join(f"{each}\n" for each in lines).encode()
