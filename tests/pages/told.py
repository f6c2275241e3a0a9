"""A project with a past: a line that took everybody, was paused, takes grown-ups only, and has lost a neighbour."""

from pathlib import Path
from xml.etree import ElementTree

from histories import begin, commit, day
from pages.sites import project
from small_project import SERVICE, service

ATOM = "{http://www.w3.org/2005/Atom}"
PAGE = "services/valeland-line/index.html"
FEED = "areas/valeland/changes.xml"
HELPLINE = "directory/services/national/help-line.yaml"


def line(age: str = "any", **fields: str) -> str:
    return service(**fields).replace("age: any", f"age: {age}").replace("960 111", "960 773")


def write(root: Path, text: str, file: str = SERVICE) -> None:
    (root / file).write_text(text)


def tell(folder: Path) -> Path:
    """A project whose line has taken no children since October, was paused in September, and has lost a neighbour."""
    root = project(begin(folder / "valeland"))
    settings = root / "mkdocs.yml"
    settings.write_text(f"site_url: https://valeland.example.org/\n{settings.read_text()}")
    (root / ".gitignore").write_text("site\n.*.build\n.rightdoor\n.fresh.build\nfresh\n")
    helpline = service(name="Help & <Line>", type="helpline", needs="[anxiety]").replace("960 111", "960 772")
    write(root, helpline, HELPLINE)
    write(root, line().replace("960 773", "960 771"))
    commit(root, day(8, 1))
    write(root, line(intake="paused"))
    commit(root, day(9, 2))
    write(root, line("{from: 18y, words: 'Grown up people.'}"))
    commit(root, day(10, 3))
    (root / HELPLINE).unlink()
    stones = "tombstones:\n- {id: help-line, name: Help & <Line>, why: It <closed>., use_instead: [valeland-line]}\n"
    write(root, stones, "directory/tombstones.yaml")
    commit(root, day(11, 4))
    return root


def page_of(root: Path, name: str = PAGE) -> str:
    return (root / "site" / name).read_text()


def entries(root: Path, feed: str = FEED) -> list[ElementTree.Element]:
    return ElementTree.fromstring((root / "site" / feed).read_bytes()).findall(f"{ATOM}entry")


def words(entry: ElementTree.Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""
