"""The peers that Rightdoor is measured beside: each does the part of the work that it can do.

A peer that is not installed raises PeerMissing, and its row says so.
"""

import re
import shutil
import sys
from pathlib import Path

from measure import Cost, measure

EVENTS = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    for _ in yaml.parse(path.read_bytes(), Loader=yaml.CLoader):
        pass
"""


class PeerMissing(Exception):
    """The peer is not installed on this machine."""


def find(program: str) -> str:
    """Where a program is, beside this Python or on the path; PeerMissing when it is nowhere."""
    beside = Path(sys.executable).parent / program
    found = str(beside) if beside.exists() else shutil.which(program)
    if not found:
        raise PeerMissing(f"{program} is not installed")
    return found


def yaml_events(project: Path) -> Cost:
    """PyYAML's C parser reading the same files, its events thrown away."""
    return measure([sys.executable, "-c", EVENTS, str(project / "directory")], project)


def check_jsonschema(project: Path, schema: Path) -> Cost:
    """The check-jsonschema command on the same service files with the same schema, nothing else checked."""
    files = [str(path) for path in sorted((project / "directory" / "services").rglob("*.yaml"))]
    command = [find("check-jsonschema"), "--schemafile", str(schema), *files]
    return measure(command, project, times=1, accepts=(0, 1))


def bodies(site: Path) -> dict[str, tuple[str, str]]:
    """For each service page of a built site: (what stands around its article, the article)."""
    found = {}
    for page in sorted((site / "services").glob("*/index.html")):
        text = page.read_text("utf-8")
        start, end = text.index("<article"), text.rindex("</article>")
        found[page.parent.name] = (text[:start] + "\0" + text[end:], text[start:end])
    return found


def hugo(site: Path, folder: Path) -> Cost:
    """Hugo pouring the same article bytes into the same surroundings, one page for each service."""
    program = find("hugo")
    pages = bodies(site)
    around = next(iter(pages.values()))[0].replace("{{", "{{ `{{` }}").split("\0")
    layouts, content = folder / "layouts" / "_default", folder / "content" / "services"
    for each in (layouts, content):
        each.mkdir(parents=True, exist_ok=True)
    (layouts / "single.html").write_text("{{ .Content }}".join(around), "utf-8")
    (layouts / "list.html").write_text("{{ range .Pages }}{{ .Title }} {{ end }}", "utf-8")
    (folder / "hugo.toml").write_text('disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n', "utf-8")
    for name, (_, article) in pages.items():
        (content / f"{name}.html").write_text(f'---\ntitle: "{name}"\n---\n{article}', "utf-8")
    return measure([program, "--quiet", "--destination", str(folder / "public")], folder,
                   before=lambda: shutil.rmtree(folder / "public", ignore_errors=True))  # fmt: skip


def stock_material(site: Path, folder: Path) -> Cost:
    """Stock MkDocs and Material building one Markdown page for each service, none of them in the navigation."""
    content = folder / "docs" / "services"
    content.mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text("# Services\n", "utf-8")
    settings = (
        "site_name: Peer\ntheme: {name: material, font: false}\nplugins: [search]\nnav: [index.md]\n"
        "validation: {omitted_files: ignore}\n"
    )
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    for name, (_, article) in bodies(site).items():
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", article))
        (content / f"{name}.md").write_text(
            f"# {name}\n\n## About\n\n{text[:3000]}\n\n## More\n\n{text[3000:]}\n", "utf-8"
        )
    return measure([sys.executable, "-m", "mkdocs", "build", "-q", "-f", "mkdocs.yml"], folder, times=1)
