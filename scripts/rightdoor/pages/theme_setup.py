"""What MkDocs is told before it renders: our templates and styles, the shells, and which files are ours to copy."""

import os
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from rightdoor.model.problem import Problem
from rightdoor.pages import extras, head, stylesheet, theme
from rightdoor.pages.config import SiteOptions
from rightdoor.pages.shell import DEPTHS, Site, contents
from rightdoor.resources import assets_folder, theme_folder

STYLESHEET = "assets/javascripts/built/site.css"

SOURCES = "assets/javascripts/"
"""Where the sources of our browser code lie in a checkout: they are served as one built file each."""

ICON = "assets/images/rightdoor.svg"
ICON_OF_THEME = "assets/images/favicon.png"
TOUCH_ICON = "assets/images/rightdoor-180.png"
PICTURE = "assets/images/social.png"
NAME = "Rightdoor"
"""The name that stands in our own picture for shared links: a site of another name shows it only if it says so."""

PROSE_NEEDS = ("admonition", "attr_list", "md_in_html", "tables")
"""What our own hand-written pages are written in; a site made from the installed package may not name them."""

HEADER = (("Areas", "areas/"), ("Needs", "needs/"), ("A to Z", "a-z/"), ("Help in a crisis", "crisis/"))
LONDON = ZoneInfo("Europe/London")
_SHELL = "---\nrightdoor_shell: true\n---\n# Shell\n"


def set_up(config: MkDocsConfig, options: SiteOptions) -> None:
    """Puts our templates before the theme's own and after those of the site; adds our styles."""
    folder = str(theme_folder())
    dirs = config.theme.dirs
    if folder not in dirs:
        dirs.insert(1 if config.theme.custom_dir else 0, folder)
    config.theme.static_templates.discard("sitemap.xml")
    config.markdown_extensions += [each for each in PROSE_NEEDS if each not in config.markdown_extensions]
    config.extra_css = [STYLESHEET, *(each for each in config.extra_css if each != STYLESHEET)]
    if config.theme["favicon"] == ICON_OF_THEME and not Path(config.docs_dir, ICON_OF_THEME).is_file():
        config.theme["favicon"] = ICON
    config.extra["rightdoor"] = {
        "stylesheet": _stylesheet_of_theme(dirs),
        "header": HEADER,
        "fonts": _fonts(),
        "touch_icon": TOUCH_ICON if config.theme["favicon"] == ICON else "",
        "picture": picture_of(config, options),
        "window_title": head.window_title,
        "shared": head.shared,
        "contents": contents,
    }


def picture_of(config: MkDocsConfig, options: SiteOptions) -> str:
    """The whole address of the picture that a shared link shows; "" where nobody has said where the site will lie."""
    place = options.picture or (PICTURE if config.site_name == NAME else "")
    return config.site_url + place if config.site_url and place else ""


def _fonts() -> list[str]:
    """Where in the site the typeface lies, so that a page can ask for it before it has read the styles."""
    found = sorted((assets_folder() / "javascripts" / "built").glob("*-latin-[47]00-normal-*.woff2"))
    return [f"assets/javascripts/built/{path.name}" for path in found]


def _stylesheet_of_theme(dirs: list[str]) -> str:
    """The theme's own stylesheet, whose name changes with each release."""
    for folder in dirs:
        found = sorted(Path(folder, "assets/stylesheets").glob("main.*.min.css"))
        if found:
            return found[0].relative_to(folder).as_posix()
    raise PluginError("The theme has no main stylesheet. Type in mkdocs.yml: theme: {name: material}")


def choose_files(files: Files, config: MkDocsConfig) -> Files:
    """The site's own pages, the shells, and of the theme's files only the stylesheet and the icon.

    Our styles and scripts are copied by us, from the checkout or the wheel, also where a copy of them lies in `docs/`.
    """
    wanted = {config.extra["rightdoor"]["stylesheet"], config.theme["favicon"]}
    own, ours = Path(config.docs_dir).resolve(), set(extras.assets())
    for file in list(files):
        from_theme = own not in Path(file.abs_src_path or own / file.src_uri).resolve().parents
        if from_theme and file.src_uri not in wanted or file.src_uri in ours or file.src_uri.startswith(SOURCES):
            files.remove(file)
    for depth in DEPTHS:
        files.append(_shell(depth, config))
    return files


def _shell(depth: int, config: MkDocsConfig) -> File:
    """The empty page of a depth; it lies as deep as the pages made from it, since its links are relative."""
    place = theme.shell_file(depth)
    file = File.generated(config, place.replace(".html", ".md"), content=_SHELL, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = file.url = place
    return file


def finish(config: MkDocsConfig, options: SiteOptions) -> None:
    """Cuts the stylesheet down; writes down what the theme says of the site, beside the rendered pages."""
    folder = Path(config.site_dir)
    place = folder / config.extra["rightdoor"]["stylesheet"]
    if not options.whole_stylesheet:
        stylesheet.cut_file(place, folder)
    stylesheet.put_below(place)
    picture = config.extra["rightdoor"]["picture"]
    site = Site(
        config.site_name, config.site_url or "", options.repository, options.edit_folder, options.email, picture
    )
    theme.note_theme(folder, site, options.home_area, components=options.components)


def today(stated: str) -> date:
    """The day to build for: the one stated, or else that of SOURCE_DATE_EPOCH, or else today in London."""
    if stated:
        try:
            return date.fromisoformat(stated)
        except ValueError as error:
            raise PluginError(f"`today: {stated}` in mkdocs.yml is not a day. Type it as 2026-11-23.") from error
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), LONDON).date()
    return datetime.now(LONDON).date()


def said(problem: Problem) -> str:
    """A problem as one entry of MkDocs' log."""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place}  {problem.code}\n  {problem.message}" + (f"\n  {problem.tip}" if problem.tip else "")
