"""A table out of the bytes of a file, by what the bytes are and not by what the file is called."""

from rightdoor.exchange.tables.sheet import Sheet, Unreadable
from rightdoor.exchange.tables.texts import text_table

MOST_BYTES = 20_000_000
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_table(content: bytes, name: str, sheet: str = "") -> Sheet:
    """The sheet of a CSV, Excel (.xlsx, .xls) or OpenDocument (.ods) file; `name` is what the file is called.

    Without `sheet` it is the first that is not there only to be read. Unreadable where it is none of them, or too
    large.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(f"{name} is larger than {MOST_BYTES // 1_000_000} MB, the most that is read.")
    if not content.strip():
        raise Unreadable(f"{name} is empty.")
    if content.startswith((_ZIP, _OLD)):
        from rightdoor.exchange.tables.workbooks import workbook_sheet

        return workbook_sheet(content, name, sheet)
    if sheet:
        raise Unreadable(f"{name} is a text file, which has no sheets.")
    return text_table(content, name)
