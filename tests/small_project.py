"""A small made-up project that is sound: one area, one organization, one crisis line. Tests break it in their ways."""

from pathlib import Path

AREA = "directory/areas/valeland.yaml"
ORGANIZATION = "directory/organizations/valeland-trust.yaml"
SERVICE = "directory/services/national/valeland-line.yaml"

FILES = {
    AREA: """\
name: Valeland
kind: nation
fictional: true
story_date: 2026-11-23
crisis_routes: [valeland-line]
""",
    ORGANIZATION: """\
name: Valeland Trust
kind: nhs
fictional: true
""",
    SERVICE: """\
name: Valeland Line
organization: valeland-trust
type: crisis-line
status: active
intake: open
summary: A made-up crisis line for everybody in Valeland.
fictional: true
needs: [suicidal-thoughts]
criteria:
  age: any
  area: {basis: national, areas: [valeland]}
  does_not_take: none stated
referral:
  routes:
    - {who: [self], how: phone, phone: "01632 960 111"}
contact: {phone: "01632 960 111"}
checked: {how: provider-phone, on: 2026-11-01, by: volunteer}
""",
}


def small_project(folder: Path, **changes: str) -> Path:
    """The project in `folder`; `changes` name a file by its id, with underscores, and give its whole text."""
    for file, text in FILES.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changes.pop(path.stem.replace("-", "_"), text))
    for name, text in changes.items():
        (folder / "directory/services/national" / f"{name.replace('_', '-')}.yaml").write_text(text)
    return folder


def service(**fields: str) -> str:
    """The text of the crisis line with some fields set to other YAML."""
    lines = [each for each in FILES[SERVICE].splitlines() if each.partition(":")[0] not in fields]
    return "\n".join((*lines, *(f"{name}: {value}" for name, value in fields.items()))) + "\n"
