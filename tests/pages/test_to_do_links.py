"""What needs doing about links: the broken ones, where they stand, and what a build reads of the asking."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pages.sites import build, contents, project
from pages.street import TODAY, section, street, text_of, view_of
from rightdoor.pages import due_page
from rightdoor.pages.verify import verify
from rightdoor.pages.view import Settings, View
from rightdoor.records.link_state import Failure, write_state
from rightdoor.records.link_state import State as Noted
from rightdoor.records.links import Asked, asked
from rightdoor.resources import theme_folder
from small_project import ORGANIZATION

PAGE = "https://charity.org.uk/page"


def folder(made: View, key: str = "northvale") -> str:
    return str(due_page.folder_page(made, key).body)


def with_links(services: Mapping[str, Any], repository: str = "", **more: Any) -> View:
    """A view after all links were asked, and `PAGE` failed twice."""
    directory = street(services, **more)
    state = Noted(TODAY, {PAGE: Failure(date(2026, 11, 1), TODAY, "not-found", 404)})
    settings = Settings(repository=repository, edit_folder="edit/main")
    return View(directory, TODAY, settings, theme_folder(), asked=asked(state, directory))


def test_a_broken_link_is_named_with_where_it_stands_what_happened_and_since_when() -> None:
    made = with_links({"this": {"name": "This", "contact": {"website": PAGE}}})
    words = section(folder(made), "links")
    assert "This Website charity.org.uk/page The page is not there (404)" in words
    assert "Since 1 November 2026, last asked on 23 November 2026" in words
    assert 'href="../../contribute/add/#edit=this"' in folder(made)
    assert "Links were last asked on 23 November 2026" in text_of(due_page.page(made, "due").body)


def test_where_a_link_stands_is_said_with_the_part_of_the_entry() -> None:
    evidence = [{"covers": ["criteria"], "url": PAGE, "title": "For GPs"}]
    assert "Sources: web address charity.org.uk/page" in section(
        folder(with_links({"this": {"evidence": evidence}})), "links"
    )


def test_links_that_nobody_asked_are_not_called_whole() -> None:
    made = view_of({"this": {}})
    assert "Whether links are broken is not known" in text_of(folder(made))
    assert "nobody has asked them yet" in text_of(due_page.page(made, "due").body)
    some = View(made.whole, TODAY, Settings(), theme_folder(), asked=Asked(None, ()))
    assert "Whether links are broken is not known" in text_of(folder(some))
    assert "Only some links were ever asked." in text_of(due_page.page(some, "due").body)


def test_a_broken_link_of_an_organization_is_mended_in_its_file() -> None:
    trust = {"trust": {"name": "The Trust", "kind": "nhs", "website": PAGE}}
    hosted = with_links({"this": {}}, "https://github.com/example/northvale", organizations=trust)
    address = "https://github.com/example/northvale/edit/main/directory/organizations/trust.yaml"
    assert f'href="{address}"' in folder(hosted)
    unhosted = with_links({"this": {}}, organizations=trust)
    assert "Change the file directory/organizations/trust.yaml" in section(folder(unhosted), "links")


def test_a_fault_that_no_vocabulary_knows_is_said_in_plain_words() -> None:
    directory = street({"this": {"contact": {"website": PAGE}}})
    state = Noted(TODAY, {PAGE: Failure(date(2026, 11, 1), TODAY, "<b>", None)})
    made = View(directory, TODAY, Settings(), theme_folder(), asked=asked(state, directory))
    assert "It does not answer" in section(folder(made), "links")
    assert "<b>" not in folder(made)


def test_the_build_reads_what_links_noted_and_the_same_notes_give_the_same_bytes(tmp_path: Path) -> None:
    project(tmp_path)
    failing = {"https://real.org.uk/": Failure(date(2026, 11, 1), TODAY, "not-found", 404)}
    organization = tmp_path / ORGANIZATION
    organization.write_text("name: Valeland Trust\nkind: nhs\nwebsite: https://real.org.uk/\n")
    assert build(tmp_path).published
    before = contents(tmp_path / "site")
    write_state(tmp_path / ".rightdoor/links.json", Noted(TODAY, failing))
    assert build(tmp_path).published
    after = contents(tmp_path / "site")
    assert "due/national/index.html" not in before, "there was nothing to do"
    assert b"real.org.uk" in after["due/national/index.html"]
    build(tmp_path, "elsewhere")
    assert contents(tmp_path / "elsewhere") == after
    assert verify(tmp_path / "site") == []
    (tmp_path / ".rightdoor/links.json").write_text("{torn")
    build(tmp_path)
    assert contents(tmp_path / "site") == before
