"""The theme's stylesheet holds what the pages of a site can use, and no more."""

import re
from pathlib import Path

import pytest

from pages.sites import build, project
from rightdoor.pages.stylesheet import cut, named_by
from rightdoor.pages.theme_setup import ICON

CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
CLASSES = re.compile(r"""class(?:Name)?(?:=|: ?|", )["'`]([^"'`]*)["'`]""")


def styles_of(root: Path) -> str:
    (found,) = (root / "site/assets/stylesheets").glob("main.*.css")
    return found.read_text("utf-8")


def classes(css: str) -> set[str]:
    return set(CLASS.findall(re.sub(r"url\([^)]*\)", "", css)))


def whole_stylesheet() -> str:
    import material

    folder = Path(material.__file__).parent / "templates/assets/stylesheets"
    return next(folder.glob("main.*.min.css")).read_text("utf-8")


def configured(root: Path, more: str) -> Path:
    settings = project(root) / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + more, encoding="utf-8")
    return root


def test_a_rule_is_kept_for_each_selector_whose_classes_are_named():
    css = ".a,.b .c{top:0}.b{left:0}"
    assert cut(css, {"a"}) == ".a{top:0;}"
    assert cut(css, {"b", "c"}) == ".b .c{top:0;}.b{left:0;}"


def test_elements_ids_states_and_what_is_negated_count_as_possible():
    css = "h1 #x:hover:not(.gone)[type=checkbox]{top:0;}"
    assert cut(css, set()) == css


def test_a_direction_and_the_attributes_of_the_theme_must_be_named():
    css = "[dir=rtl] p,[data-md-color-scheme=slate] p{top:0;}"
    assert cut(css, set()) == ""
    assert cut(css, {"dir"}) == "[dir=rtl] p{top:0;}"


def test_a_list_with_a_name_that_a_browser_may_not_know_stays_whole():
    """A browser that does not know it drops the whole rule, and would not drop a shorter one."""
    css = ".a::-moz-thing,.b{top:0;}"
    assert cut(css, {"b"}) == css
    assert cut(css, {"c"}) == ""


def test_rules_for_paper_and_for_widths_are_cut_too_and_empty_groups_go():
    css = "@media print{.a{top:0;}.b{top:0;}}@media screen{.b{top:0;}}@supports (top:0){@media print{.a{top:0;}}}"
    assert cut(css, {"a"}) == "@media print{.a{top:0;}}@supports (top:0){@media print{.a{top:0;}}}"


def test_a_variable_is_kept_if_a_rule_another_variable_or_a_style_of_the_site_reads_it():
    css = ":root{--one:1;--two:var(--one);--three:3;--four:var(--three);--five:5;}p{top:var(--two);}"
    assert cut(css, {"--five"}) == ":root{--one:1;--two:var(--one);--five:5;}p{top:var(--two);}"


def test_an_animation_is_kept_if_something_runs_it():
    css = "@keyframes pulse{to{top:0}}.a{animation:2s pulse infinite;}"
    assert cut(css, {"a"}) == css
    assert cut(css, set()) == ""


def test_pages_name_by_their_tags_alone_and_styles_their_variables_alone():
    named = named_by({"x.html": '<p class="a b" title="1 > 0">tip</p>', "x.css": ".note{top:var(--c)}", "x.js": '"d"'})
    assert {"a", "b", "--c", "d"} <= named
    assert not {"tip", "note"} & named


def test_each_rule_for_the_classes_of_our_templates_and_scripts_is_kept(root: Path, tmp_path: Path):
    build(project(tmp_path))
    kept, folders = classes(styles_of(tmp_path)), ("docs/.overrides", "docs/assets/javascripts", "scripts/rightdoor")
    files = [
        path for folder in folders for path in (root / folder).rglob("*") if path.suffix in {".html", ".js", ".py"}
    ]
    sources = [path for path in files if "built" not in path.parts]
    used = {word for path in sources for said in CLASSES.findall(path.read_text("utf-8")) for word in said.split()}
    assert {"md-typeset"} <= classes(cut(whole_stylesheet(), used)) <= kept


def test_a_site_is_served_a_quarter_of_the_stylesheet(tmp_path: Path):
    build(project(tmp_path))
    assert len(styles_of(tmp_path)) < len(whole_stylesheet()) / 4


@pytest.mark.parametrize(
    ("words", "extension", "styled"),
    [
        ("    :::python\n    x = 1", "codehilite: {css_class: highlight}", "highlight"),
        ('=== "One"\n\n    1', "pymdownx.tabbed: {alternate_style: true}", "tabbed-set"),
        ("[Go](#){ .md-button }", "attr_list", "md-button"),
        ('<div class="grid cards"></div>', "attr_list", "grid"),
    ],
)
def test_what_a_page_of_the_site_says_is_styled(tmp_path: Path, words: str, extension: str, styled: str):
    listed = f"{{{extension}}}" if ":" in extension else extension
    root = configured(tmp_path, f"markdown_extensions: [{listed}]\n")
    (root / "docs").mkdir(exist_ok=True)
    build(root)
    assert styled not in classes(styles_of(root))
    before = (root / "site/index.html").read_text("utf-8")
    (root / "docs/about.md").write_text(f"# About\n\n{words}\n", encoding="utf-8")
    build(root)
    assert styled in classes(styles_of(root))
    address = re.compile(r"main\.\w+\.min\.css\?v=\w+")
    assert address.search(before)[0] != address.search((root / "site/index.html").read_text("utf-8"))[0]  # type: ignore[index]


def test_what_a_script_or_a_template_of_the_site_uses_is_styled(tmp_path: Path):
    root = configured(tmp_path, "extra_javascript: [more.js]\n")
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/more.js").write_text('document.body.classList.add("md-tooltip");', encoding="utf-8")
    build(root)
    assert "md-tooltip" in classes(styles_of(root))


def test_what_stands_out_in_a_page_of_the_site_is_drawn_by_our_notice_and_not_by_the_theme(tmp_path: Path, root: Path):
    site = configured(tmp_path, "markdown_extensions: [admonition]\n")
    (site / "docs").mkdir(exist_ok=True)
    (site / "docs/about.md").write_text("# About\n\n!!! danger\n    No.\n", encoding="utf-8")
    build(site)
    assert 'class="admonition danger"' in (site / "site/about/index.html").read_text("utf-8")
    assert not {"admonition", "danger"} & classes(styles_of(site))
    assert ".admonition" in (root / "docs/.overrides/components/notice/notice.css").read_text("utf-8")


def test_a_site_may_ask_for_the_whole_stylesheet(tmp_path: Path):
    settings = project(tmp_path) / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("{today:", "{whole_stylesheet: true, today:")
    settings.write_text(text, encoding="utf-8")
    build(tmp_path)
    assert styles_of(tmp_path) == "@layer theme{" + whole_stylesheet().removeprefix('@charset "UTF-8";') + "}"


def test_the_themes_rules_stand_in_a_layer_below_ours(tmp_path: Path):
    build(project(tmp_path))
    assert styles_of(tmp_path).startswith("@layer theme{") and styles_of(tmp_path).endswith("}")
    assert "@charset" not in styles_of(tmp_path)


def test_the_icon_is_ours_unless_the_site_has_its_own(tmp_path: Path):
    build(project(tmp_path))
    assert f'<link rel="icon" href="{ICON}">' in (tmp_path / "site/index.html").read_text("utf-8")
    own = tmp_path / "docs/assets/images/favicon.png"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"x")
    build(tmp_path)
    assert 'href="assets/images/favicon.png"' in (tmp_path / "site/index.html").read_text("utf-8")
