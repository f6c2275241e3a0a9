"""Where a reader goes to change something."""

import pytest

from rightdoor.pages.contribute import edit_address, issue_address, new_address
from rightdoor.pages.shell import Site

GITHUB = Site("Valeland", repository="https://github.com/example/valeland/", edit_folder="edit/main")
GITLAB = Site("Valeland", repository="https://gitlab.com/example/valeland", edit_folder="-/edit/main")


def test_the_editor_of_either_host_opens_with_the_file_in_it() -> None:
    file = "directory/services/valeland/harbour.yaml"
    assert edit_address(GITHUB, file) == f"https://github.com/example/valeland/edit/main/{file}"
    assert edit_address(GITLAB, file) == f"https://gitlab.com/example/valeland/-/edit/main/{file}"


def test_a_new_file_has_its_own_page_at_either_host() -> None:
    assert new_address(GITHUB) == "https://github.com/example/valeland/new/main"
    assert new_address(GITLAB) == "https://gitlab.com/example/valeland/-/new/main"


def test_what_is_filled_into_an_issue_form_cannot_add_to_its_address() -> None:
    address = issue_address(GITHUB, "correct.yml", service="a b&labels=x#y")
    assert address.endswith("issues/new?template=correct.yml&service=a%20b%26labels%3Dx%23y")


@pytest.mark.parametrize("repository", ["", "javascript:alert(1)", "github.com/example/valeland"])
def test_a_site_without_a_repository_sends_nobody_anywhere(repository: str) -> None:
    host = Site("Valeland", repository=repository, edit_folder="edit/main")
    assert not edit_address(host, "x.yaml") and not new_address(host) and not issue_address(host, "add.yml")
