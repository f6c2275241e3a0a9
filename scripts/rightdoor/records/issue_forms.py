"""The issue forms of a repository, made from `schema/issue_forms.yaml`, the schema of services and the vocabularies.

What may be chosen in a form is what an entry may hold, because both come from the same lists. GitHub's rules are those
of "Syntax for GitHub's form schema" and "Common validation errors when creating issue forms" (read 23 November 2026).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from rightdoor.model.grammar import Grammar
from rightdoor.records.vocabularies import load_grammar

FILE = "issue_forms.yaml"
FOLDER = ".github/ISSUE_TEMPLATE"
NOTE = "# Written by Rightdoor from schema/issue_forms.yaml and the vocabularies; a change made here is lost."

_TYPES = {"line": "input", "text": "textarea", "choice": "dropdown", "several": "dropdown"}


@dataclass(frozen=True, slots=True)
class FormField:
    """One question: `options` maps each label that may be chosen to its code, and is empty where one types."""

    id: str
    kind: str
    label: str
    description: str
    placeholder: str
    needed: bool
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class IssueForm:
    """A form: `id` is the name of its file without the ending; `title` begins the title of the issue."""

    id: str
    name: str
    description: str
    title: str
    fields: tuple[FormField, ...]


def issue_forms(schema: Path) -> Mapping[str, IssueForm]:
    """Every form by its id; `schema` is the folder of the grammar."""
    grammar, service = load_grammar(schema), json.loads((schema / "service.schema.json").read_bytes())["properties"]
    return {
        each["id"]: IssueForm(
            id=each["id"],
            name=each["name"],
            description=each["description"],
            title=each["title"],
            fields=tuple(_field(raw, service, grammar) for raw in each["fields"]),
        )
        for each in _words(schema)["forms"]
    }


def issue_form_files(schema: Path) -> Mapping[str, str]:
    """GitHub's files by their path in the repository."""
    words = _words(schema)
    files = {f"{FOLDER}/{name}.yml": _text(_form(form, words)) for name, form in issue_forms(schema).items()}
    chooser = {"blank_issues_enabled": False, "contact_links": words["elsewhere"]}
    return {**files, f"{FOLDER}/config.yml": _text(chooser)}


def _words(schema: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((schema / FILE).read_bytes())
    return read


def _field(raw: dict[str, Any], service: dict[str, Any], grammar: Grammar) -> FormField:
    known = service[raw["from"]] if "from" in raw else {}
    example = known.get("examples", [""])[0]
    return FormField(
        id=raw["id"],
        kind=raw["kind"],
        label=raw.get("label") or known["title"],
        description=raw.get("description", known.get("description", "")),
        placeholder=raw.get("placeholder", example if isinstance(example, str) and raw["kind"] == "line" else ""),
        needed=raw.get("needed", False),
        options=_options(raw, grammar),
    )


def _options(raw: dict[str, Any], grammar: Grammar) -> Mapping[str, str]:
    if "vocabulary" not in raw:
        return {}
    terms = grammar[raw["vocabulary"]].terms.values()
    return {each.label: each.code for each in terms if each.code not in raw.get("without", ())}


def _form(form: IssueForm, words: dict[str, Any]) -> dict[str, Any]:
    intro = {"type": "markdown", "attributes": {"value": words["warning"]}}
    head = {"name": form.name, "description": form.description}
    title = {"title": form.title} if form.title else {}
    return {
        **head,
        **title,
        "labels": [form.id],
        "body": [intro, *(_element(each) for each in form.fields), _consent(words)],
    }


def _element(field: FormField) -> dict[str, Any]:
    return {
        "type": _TYPES[field.kind],
        "id": field.id,
        "attributes": dict(_attributes(field)),
        "validations": {"required": field.needed},
    }


def _attributes(field: FormField) -> Iterator[tuple[str, Any]]:
    yield "label", field.label
    if field.description:
        yield "description", field.description
    if field.options:
        yield "multiple", field.kind == "several"
        yield "options", list(field.options)
    elif field.placeholder:
        yield "placeholder", field.placeholder


def _consent(words: dict[str, Any]) -> dict[str, Any]:
    consent = words["consent"]
    options = [{"label": each, "required": True} for each in consent["options"]]
    attributes = {"label": consent["label"], "options": options}
    return {"type": "checkboxes", "id": consent["id"], "attributes": attributes}


class _Dumper(yaml.SafeDumper):
    """Puts what begins like a number in quotes: programs that read YAML differ in what they take for a day."""


def _represent(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, '"' if text[:1].isdigit() else None)


_Dumper.add_representer(str, _represent)


def _text(value: Any) -> str:
    return f"{NOTE}\n{yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)}"
