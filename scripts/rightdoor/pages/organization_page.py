"""The page of an organization: what it is, what it runs, who pays it and whom it pays."""

from collections.abc import Iterable

from rightdoor.pages import in_search, lists
from rightdoor.pages.card import cards
from rightdoor.pages.links import is_discreet, organization_link, service_links
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.prose import prose, safe_href
from rightdoor.pages.view import View

CARDS_AT_MOST = 40
NAMED_AT_MOST = 500
IDENTIFIERS = {"ods": "NHS organisation code", "charity": "Charity number", "company": "Company number"}


def keys(view: View) -> Iterable[str]:
    """Every organization."""
    return view.whole.organizations


def page(view: View, key: str) -> Page:
    """The page of one organization."""
    organization = view.directory.organizations[key]
    address = f"organizations/{key}/"
    ids = view.listing(lists.by_organization, key)
    # An organization all of whose services are discreet would give a reader away as surely as they do.
    discreet = bool(ids) and all(is_discreet(view, view.directory.services[each]) for each in ids[:NAMED_AT_MOST])
    body = view.render(
        "organization.html",
        address,
        organization=organization,
        discreet=discreet,
        kind=view.directory.grammar["organization_kinds"].label(organization.kind),
        description=prose(organization.description) if organization.description else "",
        website=safe_href(organization.website or "") or "",
        identifiers=tuple(
            (IDENTIFIERS.get(each, each), number) for each, number in sorted(organization.identifiers.items())
        ),
        payers=tuple(organization_link(view, each) for each in organization.commissioned_by),
        paid=tuple(organization_link(view, each) for each in view.listing(lists.by_commissioner, key)),
        cards=cards(view, address, ids[:CARDS_AT_MOST]),
        others=service_links(view, ids[CARDS_AT_MOST:NAMED_AT_MOST]),
        more=max(0, len(ids) - NAMED_AT_MOST),
    )
    return Page(
        address=address,
        kind="organization",
        title=in_search.organization_title(organization),
        description=in_search.organization_description(view, organization, ids),
        body=body,
        crumbs=(("Organisations by kind", "organizations/"),),
        source=organization.file,
        discreet=discreet,
    )


PAGES = (Kind("organization", keys, page),)
