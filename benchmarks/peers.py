"""The peers that Rightdoor is measured beside: each does the part of the work that it can do.

A peer that is not installed raises PeerMissing, and its row says so.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from as_markdown import as_markdown
from measure import CommandFailed, Run

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


def yaml_events(project: Path) -> Run:
    """PyYAML's C parser reading the same files, its events thrown away."""
    return Run([sys.executable, "-c", EVENTS, str(project / "directory")], project)


def check_jsonschema(project: Path, schema: Path) -> Run:
    """The check-jsonschema command on the same service files with the same schema, nothing else checked."""
    files = [str(path) for path in sorted((project / "directory" / "services").rglob("*.yaml"))]
    return Run([find("check-jsonschema"), "--schemafile", str(schema), *files], project, accepts=(0, 1))


def articles(site: Path) -> dict[str, str]:
    """For each service page of a built site, its article."""
    found = {}
    for page in sorted((site / "services").glob("*/index.html")):
        text = page.read_text("utf-8")
        found[page.parent.name] = text[text.index("<article") : text.rindex("</article>")]
    return found


def pages_by_depth(site: Path) -> dict[int, dict[str, str]]:
    """Every page of a built site, by its address, and those by how deep they lie: each depth has a theme of its own."""
    found: dict[int, dict[str, str]] = {}
    for page in sorted(site.rglob("*.html")):
        address = page.relative_to(site).as_posix().removesuffix("index.html")
        found.setdefault(address.count("/"), {})[f"/{address}"] = page.read_text("utf-8")
    return found


def around(pages: Sequence[str]) -> tuple[str, str]:
    """The lines that all pages begin with, and those that all end with: a Hugo layout may not be cut within a tag."""
    start = os.path.commonprefix(pages)
    start = start[: start.rfind("\n") + 1]
    end = os.path.commonprefix([page[len(start) :][::-1] for page in pages])[::-1]
    return start, end[end.find("\n") :]


def hugo_sources(site: Path, folder: Path) -> None:
    """A Hugo project that gives every page of the site again: a layout for each depth, and the rest as its content."""
    layouts, content = folder / "layouts" / "_default", folder / "content"
    for each in (layouts, content):
        each.mkdir(parents=True, exist_ok=True)
    kinds = ["taxonomy", "term", "RSS", "sitemap", "section", "home", "404", "robotsTXT"]
    (folder / "hugo.toml").write_text(f"disableKinds = {json.dumps(kinds)}\n", "utf-8")
    number = 0
    for depth, pages in pages_by_depth(site).items():
        start, end = around(list(pages.values()))
        layout = "{{ .Content }}".join(part.replace("{{", "{{ `{{` }}") for part in (start, end))
        (layouts / f"depth{depth}.html").write_text(layout, "utf-8")
        for address, page in pages.items():
            own = page[len(start) : len(page) - len(end)].replace("{{", "&#123;{")  # else Hugo reads a command there
            number += 1
            head = json.dumps({"title": address, "url": address, "layout": f"depth{depth}"})
            (content / f"page{number}.html").write_text(f"{head}\n{own}", "utf-8")


def hugo(site: Path, folder: Path) -> Run:
    """Hugo giving the same number of pages of the same bytes, from contents that need nothing but their theme."""
    program, public = find("hugo"), folder / "public"
    _write_apart("hugo_sources", site, folder)
    command = [program, "--quiet", "--config", "hugo.toml", "--destination", str(public)]
    return Run(command, folder, before=lambda: shutil.rmtree(public, ignore_errors=True))


def prove_alike(site: Path, folder: Path) -> None:
    """CommandFailed unless Hugo made as many pages, of as many bytes within a hundredth."""
    ours, theirs = weight(site), weight(folder / "public")
    if ours[0] != theirs[0] or abs(ours[1] - theirs[1]) > ours[1] // 100:
        raise CommandFailed(f"Hugo made {theirs} pages and bytes where Rightdoor made {ours}.")


def weight(site: Path) -> tuple[int, int]:
    """How many pages a site has, and their bytes together."""
    pages = list(site.rglob("*.html"))
    return len(pages), sum(page.stat().st_size for page in pages)


def stock_material(site: Path, folder: Path) -> Run:
    """Stock MkDocs and Material building one Markdown page for each service, none of them in the navigation."""
    _write_apart("material_sources", site, folder)
    return Run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", "mkdocs.yml"], folder)


def material_sources(site: Path, folder: Path) -> None:
    """An MkDocs project whose pages hold our service pages as Markdown: the same headings, lists, tables and links."""
    content = folder / "docs" / "services"
    content.mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text("# Services\n", "utf-8")
    settings = (
        "site_name: Peer\ntheme: {name: material, font: false}\nplugins: [search]\nnav: [index.md]\n"
        "markdown_extensions: [def_list, tables, attr_list, toc]\nvalidation: {omitted_files: ignore}\n"
    )
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    for name, article in articles(site).items():
        (content / f"{name}.md").write_text(as_markdown(article), "utf-8")


def _write_apart(what: str, site: Path, folder: Path) -> None:
    """Writes a peer's sources in another process: the memory of this one would be counted as its children's."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, __file__, what, str(site), str(folder)], check=True)


if __name__ == "__main__":
    {"hugo_sources": hugo_sources, "material_sources": material_sources}[sys.argv[1]](*map(Path, sys.argv[2:4]))
