"""The repository of a new area: what `rightdoor init` writes, and what of it every repository of a directory shares.

It begins with what is real everywhere (nations, national services, disproved numbers) and with one entry of the area
that is true of every place in the United Kingdom: somebody must assess carers there. Nothing in it is made up.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from rightdoor.records.codeowners import FILE as CODEOWNERS
from rightdoor.records.codeowners import codeowners
from rightdoor.records.ids import id_of
from rightdoor.records.issue_forms import issue_form_files
from rightdoor.records.read import read_source
from rightdoor.records.style import in_style
from rightdoor.records.write import written
from rightdoor.resources import real_folder, real_records, schema_folder, starter_folder


class Duty(NamedTuple):
    """Who must look at what help a carer needs, what that is called, and where a person must belong, if it is known."""

    body: str
    kind: str
    of: str
    type: str
    basis: str = ""


# Care Act 2014, section 10; Carers (Scotland) Act 2016, section 6; Social Services and Well-being (Wales) Act 2014,
# section 24; Carers and Direct Payments Act (Northern Ireland) 2002, section 1.
NATIONS = {
    "england": Duty(
        "council", "local-authority", "Carers' assessments", "local-authority-assessment", "cared-for-address"
    ),
    "scotland": Duty("council", "local-authority", "Adult carer support plans", "local-authority-assessment"),
    "wales": Duty("council", "local-authority", "Carers' assessments", "local-authority-assessment"),
    "northern-ireland": Duty("health and social care trust", "nhs", "Carers' assessments", "carers-service"),
}
REQUIREMENTS = ".github/requirements.txt"
SHARED = (
    ".github/workflows/check.yml",
    ".github/workflows/publish.yml",
    ".github/workflows/due.yml",
    ".github/pull_request_template.md",
)
"""The files that are the same in every repository, this program's own among them."""

_WORDS = "the list in fields/service/ of the site."
_ELSEWHERE = {
    "schema/templates/organization.yaml": "directory/organizations/northvale-carers-assessor.yaml",
    "schema/vocabularies/service_types.yaml. The editor offers them as you type.": _WORDS,
    "schema/vocabularies/needs.yaml.": _WORDS,
}
"""What the templates name that only a checkout of this program has, and where it is found instead."""

_SERVICE_ID = "{}-carers-assessment"
_BODY_ID = "{}-carers-assessor"
_TOMBSTONES = "tombstones.yaml"
_MADE_UP = "(fictional)"


@dataclass(frozen=True, slots=True)
class Starter:
    """A new area: its name, its nation's id, where its repository is, who looks at changes, what pip installs.

    `repository`, `owners` and `program` may be "" where they are not known.
    """

    area: str
    nation: str = "england"
    repository: str = ""
    owners: str = ""
    program: str = ""

    @property
    def id(self) -> str:
        """The id of the area."""
        return id_of(self.area)[:40].strip("-")

    @property
    def service_file(self) -> str:
        """Where its first entry lies."""
        return f"directory/services/{self.id}/{_SERVICE_ID.format(self.id)}.yaml"

    @property
    def area_file(self) -> str:
        """Where its own facts lie."""
        return f"directory/areas/{self.id}.yaml"


def shared_files() -> Mapping[str, str]:
    """What every repository of a directory has, word for word, by path: workflows and issue forms."""
    workflows = {path: (starter_folder() / path).read_text("utf-8") for path in SHARED}
    return {**workflows, **issue_form_files(schema_folder())}


def starter_files(starter: Starter) -> Mapping[str, str]:
    """Every file of a new repository, by path."""
    folders = ("national", starter.id)
    return {
        **shared_files(),
        **dict(_filled(starter)),
        **dict(_real()),
        **dict(_own(starter)),
        REQUIREMENTS: _requirements(starter.program),
        CODEOWNERS: codeowners(folders, starter.owners),
    }


def site_address(repository: str) -> str:
    """Where GitHub Pages shows a repository of GitHub; "" for one that lies elsewhere."""
    parts = urlsplit(repository)
    owner, _, name = parts.path.strip("/").removesuffix(".git").partition("/")
    if parts.hostname != "github.com" or not name or "/" in name:
        return ""
    own = name.lower() == f"{owner}.github.io".lower()
    return f"https://{owner.lower()}.github.io/" + ("" if own else f"{name}/")


def _filled(starter: Starter) -> Iterator[tuple[str, str]]:
    address = site_address(starter.repository)
    named, without = f"repository: {starter.repository}", "# repository: https://github.com/example/directory"
    words = {
        "AREA_ID": starter.id,
        "AREA_FILE": starter.area_file,
        "SERVICE_FILE": starter.service_file,
        "REPOSITORY": named if starter.repository else f"{without}     # gives every page links to correct it",
        "SITE_URL": f"site_url: {address}" if address else "# site_url: https://example.org/     # where it will lie",
        "PROGRAM": "" if starter.program else f"{_TELL_PROGRAM}\n",
    }
    for path, name in (("README.md", starter.area), ("mkdocs.yml", "")):
        title = f"Right door: {starter.area}"
        told = {**words, "SITE_NAME": title if name else json.dumps(title, ensure_ascii=False)}
        yield path, _with_words(_given(path), told)
    yield ".gitignore", _given("gitignore")
    yield ".github/dependabot.yml", _given(".github/dependabot.yml")


def _with_words(text: str, words: Mapping[str, str]) -> str:
    for name, value in words.items():
        text = text.replace(f"@{name}@", value)
    return text


def _given(path: str) -> str:
    return (starter_folder() / path).read_text("utf-8")


def _real() -> Iterator[tuple[str, str]]:
    folder = real_folder()
    for path in real_records(folder):
        text = path.read_text("utf-8")
        yield f"directory/{path.relative_to(folder).as_posix()}", text if path.name != _TOMBSTONES else _real_rows(text)


def _real_rows(text: str) -> str:
    """The list of closed services without those of made-up places."""
    data = read_source(text.encode(), _TOMBSTONES).data
    rows = [each for each in data["tombstones"] if _MADE_UP not in each["name"]]
    return written({**data, "tombstones": rows}, "tombstones")


def _own(starter: Starter) -> Iterator[tuple[str, str]]:
    """The area, who assesses carers there, and that as its first entry, each with every field explained."""
    duty, body = NATIONS[starter.nation], _BODY_ID.format(starter.id)
    yield starter.area_file, _from_template(starter, "area", name=starter.area, within=starter.nation)
    named = f"The {duty.body} for {starter.area}"
    yield f"directory/organizations/{body}.yaml", _from_template(starter, "organization", name=named, kind=duty.kind)
    text = _from_template(
        starter,
        "service",
        name=f"{duty.of} in {starter.area}",
        organization=body,
        type=duty.type,
        summary=f"The {duty.body} looks at what help a carer needs. How to ask for it has yet to be filled in.",
    )
    yield starter.service_file, _belonging(text, duty.basis, starter.id) if duty.basis else text


def _belonging(text: str, basis: str, area: str) -> str:
    """The entry with its area stated, so that it stands in the lists of the area."""
    text = text.replace("\n# criteria:\n", "\ncriteria:\n")
    return re.sub(r"\n# +area: .*", f"\n  area: {{basis: {basis}, areas: [{area}]}}", text, count=1)


def _from_template(starter: Starter, kind: str, /, **fields: str) -> str:
    """A template with these fields set, the made-up place in its examples named like the new one, in the one style."""
    text = (schema_folder() / "templates" / f"{kind}.yaml").read_text("utf-8")
    for there, here in _ELSEWHERE.items():
        text = text.replace(there, here)
    text = text.replace("northvale", starter.id).replace("Northvale", starter.area)
    for name, value in fields.items():
        before, after = re.split(rf"^(?:# )?{name}: .*\n", text, maxsplit=1, flags=re.MULTILINE)
        text = before + written({name: value}, kind) + after
    return in_style(read_source(text.encode(), f"{kind}.yaml"), kind).decode()


def _requirements(program: str) -> str:
    return (
        f"# Where Rightdoor comes from, for all workflows: this is the only place that says so.\n{program or _WHERE}\n"
    )


_WHERE = """\
# It was installed from a folder of this computer, so nobody could write down where others get it. Put one line here:
# rightdoor @ git+https://github.com/<who keeps it>/rightdoor@<the 40 letters and digits of a commit>"""
_TELL_PROGRAM = """\
   First say in `.github/requirements.txt` where Rightdoor comes from: it was installed from a folder of this computer,
   and until then neither this command nor any workflow can run. The computer that made this folder can
   show it all the same, with the `rightdoor` that is there: type its whole path and `serve`, such as
   `../rightdoor/.venv/bin/rightdoor serve`."""
