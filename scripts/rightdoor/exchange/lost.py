"""What is lost each way: the losses that every format declares beside its code, and the page that lists them."""

from collections.abc import Sequence
from typing import NamedTuple

from rightdoor.exchange.fhir import losses as of_fhir
from rightdoor.exchange.open_referral import losses as of_open_referral
from rightdoor.exchange.schema_org import losses as of_schema_org
from rightdoor.exchange.tables import fields as of_tables
from rightdoor.exchange.whole import losses as of_whole
from rightdoor.model.loss import Loss


class Format(NamedTuple):
    """A form in which entries leave or come back: its name, how it is read or written, and what it does not hold."""

    name: str
    how: str
    losses: tuple[Loss, ...]


FORMATS = (
    Format("JSON and NDJSON, written", "`rightdoor export json` and `rightdoor export ndjson` write them.", ()),
    Format(
        "Open Referral, our own feed read again",
        "`rightdoor export open-referral` writes it, and `rightdoor import open-referral` reads it. Programs of others "
        "get sentences and words of our lists; beside them stands the whole record, which this software takes as it "
        "is.",
        of_open_referral.LOSSES,
    ),
    Format(
        "Open Referral, feeds of others read",
        "`rightdoor import open-referral` reads them, and its report names each fact that it could not take.",
        of_open_referral.LOSSES_OF_OTHERS,
    ),
    Format(
        "CSV, Excel and Parquet, written",
        "`rightdoor export csv`, `rightdoor export xlsx` and `rightdoor export parquet` write them. Nothing comes back "
        "from them.",
        of_whole.LOSSES,
    ),
    Format(
        "Spreadsheet template, read",
        "`rightdoor export template` writes it empty, and `rightdoor import table` reads it filled in.",
        of_tables.LOSSES,
    ),
    Format("FHIR, written", "`rightdoor export fhir` writes it. Nothing comes back from it.", of_fhir.LOSSES),
    Format(
        "schema.org, written",
        "Pages of services carry it for search engines. Nothing comes back from it.",
        of_schema_org.LOSSES,
    ),
)

_INTRO = (
    "---",
    'window_title: "What is lost: what each form of the data does not hold"',
    'description: "What each form in which other programs read or write this directory does not hold, and what stands '
    'there instead."',
    "---",
    "# What is lost",
    "",
    "<!-- Written by python scripts/write_lost.py: change the losses beside the code of each form instead. -->",
    "",
    "No form of data but our own holds everything that an entry can say. Each row below is a field of an entry that "
    "does not come through a form, or not whole, and what is there instead. A name stands for all below it: "
    "`criteria` for every criterion. What is not in a table comes through as it is.",
    "",
    "Tests prove each row both ways: what is named here is lost, and nothing else is. "
    '<a href="../fields/service/">Every field of a service</a> says what the names mean.',
)


def page() -> str:
    """The page of all losses, as Markdown."""
    return "\n\n".join(["\n".join(_INTRO), *(part for each in FORMATS for part in _section(each))]) + "\n"


def _section(form: Format) -> Sequence[str]:
    heading = f"## {form.name}"
    if not form.losses:
        return heading, f"{form.how} Nothing is lost."
    rows = [f"| `{each.field}` | {_sentence(each.becomes)} |" for each in form.losses]
    return heading, form.how, "\n".join(["| Field | What is there instead |", "|---|---|", *rows])


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}" if words else "Nothing"
