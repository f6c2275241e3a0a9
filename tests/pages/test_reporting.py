"""A refusal is reported from its answer with the service and the reason, and with nothing about the person."""

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from needs import require_node
from rightdoor.records.issue_forms import issue_forms
from rightdoor.records.vocabularies import load_grammar

CODE = "docs/assets/javascripts/finder/refused"
ISSUE = "https://github.com/example/vale/issues/new?template=refused.yml"
REASON = {"code": "too-complex", "label": "Drugs & alcohol; 100% #1"}
SAYS = """import {{ reportTo }} from "{module}";
const {{ where, service, reason }} = JSON.parse(process.argv[1]);
console.log(JSON.stringify(reportTo(where, service, reason)));"""


def told(root: Path, where: dict[str, str], service: str = "northvale-therapies") -> dict[str, str] | None:
    script = SAYS.format(module=(root / CODE / "report.js").as_uri())
    given = json.dumps({"where": where, "service": service, "reason": REASON})
    run = [require_node(), "--input-type=module", "-e", script, given]
    said: dict[str, str] | None = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    return said


def test_the_form_of_the_repository_has_the_service_and_the_reason_filled_in_and_nothing_else(root: Path) -> None:
    to = told(root, {"issue": ISSUE, "email": "vale@example.org"})
    assert to is not None
    address = urlsplit(to["address"])
    assert parse_qs(address.query) == {
        "template": ["refused.yml"],
        "service": ["northvale-therapies"],
        "reason": [REASON["label"]],
    }
    assert address.fragment == ""


def test_the_names_and_the_choices_are_those_of_the_form(root: Path) -> None:
    fields = {each.id: each for each in issue_forms(root / "schema")["refused"].fields}
    reasons = load_grammar(root / "schema")["refusal_reasons"]
    assert "service" in fields
    assert dict(fields["reason"].options) == {term.label: term.code for term in reasons}


def test_without_a_repository_an_e_mail_holds_the_two_codes(root: Path) -> None:
    to = told(root, {"email": "vale@example.org"})
    assert to is not None
    address = urlsplit(to["address"])
    assert (address.scheme, address.path) == ("mailto", "vale@example.org")
    said = parse_qs(address.query)
    assert said == {"subject": ["refused"], "body": ["service: northvale-therapies\r\nreason: too-complex\r\n"]}


@pytest.mark.parametrize("email", ["vale@example.org?cc=other@example.org", "vale@example.org&body=x"])
def test_no_address_to_write_to_can_say_more_than_an_address(root: Path, email: str) -> None:
    to = told(root, {"email": email})
    assert to is not None
    assert set(parse_qs(urlsplit(to["address"]).query)) == {"subject", "body"}


def test_where_nobody_would_read_it_nothing_is_offered(root: Path) -> None:
    assert told(root, {}) is None


def test_what_makes_the_address_is_never_handed_the_answers(root: Path) -> None:
    answer = (root / CODE / "answer.js").read_text("utf-8")
    assert re.findall(r"\breporting\(([^)]*)\)", answer) == ["where, found.service.id, found.refusal"]
