"""A table as Parquet, for programs that work with columns. `pyarrow` writes it; it is large, so it need not be there.

Every column has its type, whether or not any row has a value: texts, lists of texts, whole and decimal numbers, days.
What is not known is null. The form, edition, day and licence stand in the metadata of the file.
"""

import io
from typing import Any

from rightdoor.exchange.whole.chosen import Chosen
from rightdoor.exchange.whole.fields import Form
from rightdoor.exchange.whole.tables import FORMS
from rightdoor.model.table import For, Table


class NotInstalled(Exception):
    """`pyarrow` is not there; the message says how to get it."""


def parquet_of(table: Table, whole: Chosen) -> bytes:
    """One table as a Parquet file. NotInstalled without `pyarrow`."""
    arrow, write = _arrow()
    types = _types(arrow)
    told = table.only(For.PROGRAMS)
    said = {name: value if isinstance(value, str) else _flat(value) for name, value in whole.head.items()}
    schema = arrow.schema([(each.key, types[FORMS[table.name][each.key]]) for each in told.columns], metadata=said)
    by_column = zip(*told.rows, strict=True) if told.rows else [()] * len(told.columns)
    arrays = [
        arrow.array([list(each) if isinstance(each, tuple) else each for each in values], type=field.type)
        for values, field in zip(by_column, schema, strict=True)
    ]
    out = io.BytesIO()
    write(arrow.Table.from_arrays(arrays, schema=schema), out)
    return out.getvalue()


def _flat(value: dict[str, Any]) -> str:
    """A fact with parts as one text: `name: …; url: …`."""
    return "; ".join(f"{name}: {each}" for name, each in value.items())


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow.parquet import write_table
    except ImportError:
        raise NotInstalled(
            "Parquet needs the package pyarrow, which is not installed. "
            "Install it with: pip install 'rightdoor[parquet]'"
        ) from None
    return pyarrow, write_table


def _types(arrow: Any) -> dict[Form, Any]:
    return {
        Form.TEXT: arrow.string(),
        Form.TEXTS: arrow.list_(arrow.string()),
        Form.WHOLE: arrow.int64(),
        Form.DECIMAL: arrow.float64(),
        Form.DAY: arrow.date32(),
    }
