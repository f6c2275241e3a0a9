"""A site is published whole or not at all, and the same records give the same bytes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pages.sites import build, contents, project, second_line, start_build
from rightdoor.pages.publish import BuildRefused
from rightdoor.pages.verify import verify
from small_project import SERVICE, service


def test_a_project_that_holds_only_records_and_mkdocs_yml_becomes_a_whole_site(tmp_path: Path) -> None:
    report = build(project(tmp_path))
    assert report.published and report.services == 1
    assert verify(tmp_path / "site") == []
    assert "Valeland Line" in (tmp_path / "site/services/valeland-line/index.html").read_text()


def test_every_page_shows_the_crisis_line_also_the_one_for_missing_addresses(tmp_path: Path) -> None:
    build(project(tmp_path))
    pages = list((tmp_path / "site").rglob("*.html"))
    assert (tmp_path / "site/404.html") in pages
    for page in pages:
        assert "01632 960 111" in page.read_text().partition("<main")[0], page


def test_two_builds_are_the_same_bytes_whatever_the_umask_time_zone_and_hash_seed(tmp_path: Path) -> None:
    project(tmp_path)
    build(tmp_path)
    mask = os.umask(0o077)
    try:
        other = start_build(tmp_path, TZ="Pacific/Kiritimati", PYTHONHASHSEED="7")
        out = other.communicate()
    finally:
        os.umask(mask)
    assert other.returncode == 0, out
    again = contents(tmp_path / "site")
    build(tmp_path, "elsewhere")
    assert again == contents(tmp_path / "elsewhere")
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*") if path.is_file()}
    folders = {path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*") if path.is_dir()}
    assert (modes, folders) == ({0o644}, {0o755})


def test_mkdocs_build_gives_the_same_bytes(tmp_path: Path) -> None:
    (project(tmp_path) / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("# About\n\nBy hand.\n")
    build(tmp_path)
    command = (sys.executable, "-m", "mkdocs", "build", "-q", "-d", "by-mkdocs")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "by-mkdocs") == contents(tmp_path / "site")
    assert "about/index.html" in contents(tmp_path / "site")


def test_an_error_in_an_entry_refuses_the_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    build(project(tmp_path))
    before = contents(tmp_path / "site")
    (tmp_path / SERVICE).write_text(service(type="nonsense"))
    report = build(tmp_path)
    assert not report.published and [each.code for each in report.problems if each.level == "error"] == ["unknown-word"]
    assert contents(tmp_path / "site") == before


def test_keep_going_leaves_the_broken_entry_out_and_says_so(tmp_path: Path) -> None:
    project(tmp_path, broken_one=service(name="Broken", type="nonsense"))
    report = build(tmp_path, keep_going=True)
    assert report.published and report.services == 1
    said = (tmp_path / "site/coverage/left-out/index.html").read_text()
    assert "directory/services/national/broken-one.yaml" in said and "nonsense" in said
    facts = json.loads((tmp_path / "site/data/build.json").read_text())
    assert facts["left_out"] == ["directory/services/national/broken-one.yaml"]
    for page in (tmp_path / "site").rglob("*.html"):
        assert "1 entry is left out of this site" in page.read_text(), page
    assert verify(tmp_path / "site") == []


def test_a_folder_with_somebodys_files_is_refused(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/thesis.docx").write_text("ten years")
    with pytest.raises(BuildRefused, match="holds files that Rightdoor did not write"):
        build(tmp_path)
    assert (tmp_path / "site/thesis.docx").read_text() == "ten years"


def test_a_link_in_the_place_of_the_site_is_refused(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BuildRefused, match="is not a folder"):
        build(tmp_path)


@pytest.mark.parametrize("out", ["docs/site", "directory", "directory/site"])
def test_a_site_among_the_files_it_is_built_from_is_refused(tmp_path: Path, out: str) -> None:
    with pytest.raises(BuildRefused, match="which the site is built from"):
        build(project(tmp_path), out)


def test_an_empty_folder_is_built_into(tmp_path: Path) -> None:
    (project(tmp_path) / "site").mkdir()
    assert build(tmp_path).published


def test_a_project_without_mkdocs_yml_is_refused_in_words(tmp_path: Path) -> None:
    (project(tmp_path) / "mkdocs.yml").unlink()
    with pytest.raises(BuildRefused, match=r"There is no mkdocs\.yml"):
        build(tmp_path)


def test_a_page_that_somebody_changed_in_the_published_site_is_put_right(tmp_path: Path) -> None:
    build(project(tmp_path))
    build(tmp_path)
    before = contents(tmp_path / "site")
    page = tmp_path / "site/services/valeland-line/index.html"
    page.write_text(page.read_text().replace("01632 960 111", "01632 960 999"))
    (tmp_path / "site/left-behind.txt").write_text("by hand")
    for _ in range(3):
        assert build(tmp_path).published
        assert contents(tmp_path / "site") == before


def test_a_service_that_is_removed_takes_its_page_along(tmp_path: Path) -> None:
    build(project(tmp_path, second_line=second_line()))
    assert (tmp_path / "site/services/second-line").is_dir()
    (tmp_path / "directory/services/national/second-line.yaml").unlink()
    for _ in range(2):
        assert build(tmp_path).published
        assert not (tmp_path / "site/services/second-line").exists()
        assert verify(tmp_path / "site") == []


def test_only_what_an_edit_touches_is_made_again(tmp_path: Path) -> None:
    build(project(tmp_path, second_line=second_line()))
    build(tmp_path)
    pages = {path: path.stat().st_ino for path in (tmp_path / "site").rglob("index.html")}
    second = tmp_path / "directory/services/national/second-line.yaml"
    second.write_text(second.read_text().replace("for everybody in Valeland", "for those who ask"))
    build(tmp_path)
    changed = {path.parent.name for path, inode in pages.items() if path.stat().st_ino != inode}
    assert "second-line" in changed and "valeland-line" not in changed


def test_a_full_disk_is_said_in_words_and_the_old_site_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(project(tmp_path))
    before = contents(tmp_path / "site")
    (tmp_path / SERVICE).write_text(service(name="Valeland Night Line"))

    def full(descriptor: int, content: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rightdoor.pages.folder.os.write", full)
    with pytest.raises(BuildRefused, match="No space left on device"):
        build(tmp_path)
    monkeypatch.undo()
    assert contents(tmp_path / "site") == before
    assert build(tmp_path).published


def test_a_copy_of_our_styles_and_sources_in_docs_is_not_served_twice(tmp_path: Path, root: Path) -> None:
    project(tmp_path)
    shutil.copytree(root / "docs/assets", tmp_path / "docs/assets")
    (tmp_path / "docs/assets/images").mkdir(exist_ok=True)
    (tmp_path / "docs/assets/images/own.svg").write_text("<svg/>")
    build(tmp_path)
    scripts = {name for name in contents(tmp_path / "site") if name.endswith(".js")}
    assert "assets/javascripts/built/search.js" in scripts
    assert {name.rpartition("/")[0] for name in scripts} == {"assets/javascripts/built"}
    assert (tmp_path / "site/assets/images/own.svg").is_file()


def test_a_site_in_a_folder_of_its_host_has_a_sitemap_and_whole_addresses(tmp_path: Path) -> None:
    project(tmp_path)
    with (tmp_path / "mkdocs.yml").open("a") as settings:
        settings.write("site_url: https://example.org/sub/\n")
    build(tmp_path)
    site = tmp_path / "site"
    assert verify(site, "/sub/") == []
    assert 'href="/sub/crisis/"' in (site / "404.html").read_text()
    page = (site / "services/valeland-line/index.html").read_text()
    assert '<link rel="canonical" href="https://example.org/sub/services/valeland-line/">' in page
    listed = (site / "sitemap.xml").read_text()
    assert "<loc>https://example.org/sub/services/valeland-line/</loc>" in listed
    assert "404" not in listed and "rightdoor-shell" not in listed


def test_the_words_of_a_slot_in_a_hand_written_page_do_no_harm(tmp_path: Path) -> None:
    (project(tmp_path) / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("# About\n\nThe slots are %%rightdoor:unheard-of%%.\n")
    assert build(tmp_path).published
    assert "%%rightdoor:unheard-of%%" in (tmp_path / "site/about/index.html").read_text()


def test_two_processes_make_the_same_site_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, second_line=second_line())
    build(tmp_path, "by-one", jobs=1)
    monkeypatch.setattr("rightdoor.pages.making.MANY", 1)
    build(tmp_path, "by-two", jobs=2)
    assert contents(tmp_path / "by-two") == contents(tmp_path / "by-one")
    memories = [(tmp_path / f".{name}.build/memory").read_text() for name in ("by-one", "by-two")]
    assert memories[0].splitlines()[1] == memories[1].splitlines()[1]


def test_two_pages_that_want_the_same_place_are_refused_with_both_named(tmp_path: Path) -> None:
    (project(tmp_path) / "docs/crisis").mkdir(parents=True)
    (tmp_path / "docs/crisis/index.md").write_text("# Crisis\n\nBy hand.\n")
    with pytest.raises(BuildRefused, match=r"Two pages want to be crisis/index\.html"):
        build(tmp_path)


def test_a_site_without_any_crisis_help_is_refused(tmp_path: Path) -> None:
    project(tmp_path)
    shutil.rmtree(tmp_path / "directory/areas")
    shutil.rmtree(tmp_path / "directory/services")
    with pytest.raises(BuildRefused, match="does not show help in a crisis"):
        build(tmp_path, keep_going=True)


def test_a_home_area_that_is_misspelt_is_refused_with_the_area_that_was_meant(tmp_path: Path) -> None:
    site = project(tmp_path) / "mkdocs.yml"
    site.write_text(site.read_text().replace("{today:", "{home_area: valelnd, today:"))
    with pytest.raises(BuildRefused, match="home_area is valelnd, .* Did you mean valeland?"):
        build(tmp_path)


def test_a_home_area_that_is_like_none_is_refused_with_the_areas_there_are(tmp_path: Path) -> None:
    site = project(tmp_path) / "mkdocs.yml"
    site.write_text(site.read_text().replace("{today:", "{home_area: northampton, today:"))
    with pytest.raises(BuildRefused, match="The areas are: valeland"):
        build(tmp_path)
