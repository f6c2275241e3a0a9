"""Every kind of page and data file that a site has."""

from rightdoor.pages import (
    area_list_page,
    area_page,
    browser_data,
    compare_page,
    crisis_page,
    due_page,
    fields_page,
    gone_page,
    home_page,
    letters_page,
    organization_page,
    patient_sheet_page,
    refer_sheet_page,
    refused_page,
    service_page,
    term_page,
)

KINDS = (
    *home_page.PAGES,
    *service_page.PAGES,
    *refer_sheet_page.PAGES,
    *patient_sheet_page.PAGES,
    *organization_page.PAGES,
    *area_page.PAGES,
    *area_list_page.PAGES,
    *term_page.PAGES,
    *letters_page.PAGES,
    *crisis_page.PAGES,
    *compare_page.PAGES,
    *refused_page.PAGES,
    *due_page.PAGES,
    *gone_page.PAGES,
    *fields_page.PAGES,
    *browser_data.DATA,
)
