"""What the page of a service says to search engines as data (JSON-LD), and on which pages it says nothing.

Discreet services have none: a search engine shows such data in its own words beside the link, where others may see it
(docs/decisions/0202-schema-org.md). Nor have services that closed for good. A made-up one says so in its very name.
"""

from rightdoor.exchange.schema_org.parts import script
from rightdoor.exchange.schema_org.service import Said, service_node
from rightdoor.matching.hours import hours_words
from rightdoor.matching.phrases import fill
from rightdoor.model.service import Service
from rightdoor.pages.view import View


def structured(view: View, service: Service, discreet: bool, address: str) -> str:
    """The element that the page of a service carries in its head; "" where it carries none."""
    if discreet or service.status == "defunct":
        return ""
    site = view.settings.site_url
    said = Said(
        " ".join((*_before(view, service), service.summary)),
        hours_words(service.hours) if service.hours else (),
        site + address if site else "",
    )
    return script(service_node(service, view.directory, said))


def _before(view: View, service: Service) -> list[str]:
    """What stands before the summary: what does not grow old, since copies of a page do."""
    grammar, said = view.directory.grammar, view.directory.grammar.flags
    found = [said["fictional"]] if service.fictional else []
    if service.status != "active":
        found.append(fill(said["status"], status=grammar["status"].label(service.status)))
    if gate := view.directory.services.get(service.referral.via or ""):
        found.append(fill(said["via"], service=gate.name))
    return found
