"""The page on which volunteers add, correct or confirm an entry, and the data that it reads."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from rightdoor.pages.browser_data import as_text
from rightdoor.pages.contribute import FORM, hosted, issue_address, new_address
from rightdoor.pages.entry_facts import entry_facts
from rightdoor.pages.form_parts import Field, Part
from rightdoor.pages.form_plan import Plan, layout, plan_of
from rightdoor.pages.page import DataFile, Kind, Page
from rightdoor.pages.view import Settings, View
from rightdoor.resources import schema_folder

TITLE = "Add a service: a form for volunteers"
DESCRIPTION = "Write or correct an entry, without programming: whom a service takes, how to refer, how you know."
NATIONAL = ("national", "A whole nation")
TEMPLATE = "data/template.yaml"


def keys(view: View) -> Iterable[str]:
    """One page."""
    return ("form",)


def page(view: View, key: str) -> Page:
    """The form, unseen until browser code shows it; without that, what to do instead."""
    plan = plan_of(view.directory.grammar)
    body = view.render(
        "form.html",
        FORM,
        steps=plan.steps(),
        organization=tuple(_of_organization(plan)),
        file_only=plan.file_only,
        answers=plan.layout["answers"],
        folders=(*_areas(view), NATIONAL),
        template=TEMPLATE,
        issue=issue_address(view.settings, "add.yml"),
    )
    return Page(
        address=FORM,
        kind="form",
        title=TITLE,
        description=DESCRIPTION,
        body=body,
        crumbs=(("What needs doing", "due/"),),
        scripts=("search", "add-service"),
        styles=("add-service",),
    )


def _areas(view: View) -> Iterator[tuple[str, str]]:
    for area in sorted(view.directory.areas.values(), key=lambda each: each.name.casefold()):
        yield area.id, f"{area.name} (made up)" if area.fictional else area.name


def _of_organization(plan: Plan) -> Iterator[Part]:
    """The few fields that an organization needs that is not in the directory yet."""
    schema = json.loads((schema_folder() / "organization.schema.json").read_text("utf-8"))
    whole = Plan(schema, plan.layout["organization"] | {"file_only": {}, "names": {}}, plan.grammar)
    for part in whole.parts(plan.layout["organization"]["asked"]):
        assert isinstance(part, Field)
        yield replace(part, name=f"new.{part.name}")


def data_keys(view: View) -> Iterable[str]:
    """What browser code reads, and the template for whoever has none."""
    return ("form", "template")


def data(view: View, key: str) -> DataFile:
    """A file that the form reads."""
    if key == "template":
        return DataFile(TEMPLATE, (schema_folder() / "templates" / "service.yaml").read_bytes())
    return DataFile("data/form.json", f"{as_text(world(view))}\n".encode())


def world(view: View) -> Mapping[str, Any]:
    """What the form knows of the directory: which records there are, and where an entry is sent."""
    whole = view.directory
    return {
        "areas": [
            _left(id=each.id, name=each.name, within=each.within, fictional=each.fictional, contact=dict(each.contact))
            for each in whole.areas.values()
        ],
        "organizations": [{"id": key, "name": whole.organizations[key].name} for key in view.whole.organizations],
        "services": [_service(view, key) for key in view.whole.services],
        "facts": list(_facts(view)),
        "repository": _repository(view.settings),
        "email": view.settings.email,
        **entry_facts(whole),
    }


def _facts(view: View) -> Iterator[Mapping[str, Any]]:
    """The groups of facts that are confirmed together, of which the form asks how one knows them when they change."""
    words = layout()["changed"]
    for term in view.directory.grammar["fact_groups"]:
        if term.code in words:
            yield {"code": term.code, "words": words[term.code], "covers": list(term.more["covers"])}


def _service(view: View, key: str) -> Mapping[str, Any]:
    service = view.directory.services[key]
    return {"id": key, "name": service.name, "folder": service.file.split("/")[-2]}


def _left(**values: Any) -> Mapping[str, Any]:
    """What is said; what is empty is left out."""
    return {name: value for name, value in values.items() if value}


def _repository(settings: Settings) -> Mapping[str, str] | None:
    if not hosted(settings):
        return None
    base = settings.repository.rstrip("/")
    return {
        "new": new_address(settings),
        "edit": f"{base}/{settings.edit_folder.strip('/')}",
    }


PAGES = (Kind("form", keys, page),)
DATA = (Kind("form-data", data_keys, data),)
