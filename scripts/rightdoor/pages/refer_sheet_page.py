"""The sheet for referrers: whom a service takes as a list to tick, what to send and where, and a text to copy."""

from typing import Any

from rightdoor.model.service import Service
from rightdoor.pages import sheets
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.refer_text import refer_text
from rightdoor.pages.refer_values import NOT_TICKED, refer_sheet
from rightdoor.pages.view import View
from rightdoor.pages.wording import date_words


def page(view: View, key: str) -> Page:
    """The sheet of one service."""
    service = view.directory.services[key]
    said = values(view, service)
    title = f"{'Refer to' if said['referred'] else 'Contact'} {service.name}"
    address = sheets.refer_address(key)
    return sheets.sheet_page(view, service, address, title, service.name, "refer_sheet.html", said)


def values(view: View, service: Service) -> dict[str, Any]:
    """Everything the sheet says."""
    sheet = refer_sheet(view, service)
    return {**sheet._asdict(), "not_ticked": NOT_TICKED, "text": refer_text(sheet, source(view, service))}


def source(view: View, service: Service) -> str:
    """Where a text was copied from: the site, the day it was made, and the address of the page where that is known."""
    address = sheets.source_address(view, service)
    made = f"{view.settings.site_name}, as of {date_words(view.today)}"
    return f"{made}, {address}" if address else made


PAGES = (Kind("refer-sheet", sheets.keys, page),)
