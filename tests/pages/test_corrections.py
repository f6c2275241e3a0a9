"""The links below every page: still right, something is wrong, a referral was refused, and the file."""

from pages.street import GRAMMAR
from rightdoor.model.area import Area
from rightdoor.model.directory import Directory
from rightdoor.pages.corrections import contact_at_home, contact_of, corrections, corrections_of_prose
from rightdoor.pages.page import Page
from rightdoor.pages.shell import Site

GITHUB = Site("Valeland", repository="https://github.com/example/valeland", edit_folder="edit/main")
BY_MAIL = Site("Valeland", email="directory@example.org")
NOWHERE = Site("Valeland")
FILE = "directory/services/valeland/harbour.yaml"
VALE = Directory(
    GRAMMAR,
    areas={
        "valeland": Area("valeland", "valeland.yaml", "Valeland", "place", contact={"email": "valeland@example.org"}),
        "harbourside": Area(
            "harbourside",
            "harbourside.yaml",
            "Harbourside",
            "place",
            within="valeland",
            contact={"website": "https://example.org/harbourside"},
        ),
    },
)


def service() -> Page:
    return Page("services/harbour/", "service", "Harbour & Co", "Counselling.", "<h1>Harbour</h1>", source=FILE)


def test_a_service_can_be_confirmed_corrected_reported_and_opened_at_its_host() -> None:
    shown = corrections(service(), GITHUB)
    assert 'href="../../contribute/add/#confirm=harbour"' in shown
    assert 'href="../../contribute/add/#edit=harbour"' in shown
    assert "issues/new?template=correct.yml&amp;service=harbour" in shown
    assert "issues/new?template=refused.yml&amp;service=harbour" in shown
    assert f"https://github.com/example/valeland/edit/main/{FILE}" in shown


def test_without_a_repository_a_reader_writes_an_e_mail_that_does_not_name_the_service() -> None:
    shown = corrections(service(), BY_MAIL)
    assert "mailto:directory@example.org?subject=correct%3A%20services/harbour/" in shown
    assert "mailto:directory@example.org?subject=refused%3A%20services/harbour/" in shown
    assert "Harbour" not in shown and "github" not in shown


def test_without_either_the_area_that_looks_after_an_entry_is_written_to() -> None:
    shown = corrections(service(), NOWHERE, contact_of(service(), VALE, home=""))
    assert "mailto:valeland@example.org?subject=correct%3A%20services/harbour/" in shown
    assert "mailto:valeland@example.org?subject=refused%3A%20services/harbour/" in shown


def test_what_the_site_itself_names_comes_before_its_areas() -> None:
    contact = contact_of(service(), VALE, home="")
    assert "valeland@" not in corrections(service(), BY_MAIL, contact)
    assert "mailto:" not in corrections(service(), GITHUB, contact)


def test_an_area_that_names_nobody_is_looked_after_by_the_one_around_it_or_that_of_the_site() -> None:
    inner = Page("areas/harbourside/", "area", "Harbourside", "Services.", "<h1>H</h1>", area="harbourside")
    about = Page("crisis/", "crisis", "Crisis", "Help.", "<h1>Crisis</h1>")
    assert contact_of(inner, VALE, home="") == {"email": "valeland@example.org"}
    assert contact_of(about, VALE, home="harbourside") == {"email": "valeland@example.org"}
    assert contact_of(about, VALE, home="") == {}


def test_where_nobody_would_read_it_nothing_is_offered_as_if_somebody_did() -> None:
    shown = corrections(service(), NOWHERE)
    assert "Something is wrong" not in shown and "A referral was refused" not in shown
    assert "Its file" not in shown
    assert "#confirm=harbour" in shown and "#edit=harbour" in shown


def test_an_area_with_a_website_only_is_told_there_what_is_wrong_and_nothing_of_a_refusal() -> None:
    shown = corrections(service(), NOWHERE, {"website": "https://example.org/vale?a=1&b=2", "phone": "01632 960 001"})
    assert '<a href="https://example.org/vale?a=1&amp;b=2">Something is wrong</a>' in shown
    assert "A referral was refused" not in shown
    assert "javascript" not in corrections(service(), NOWHERE, {"website": "javascript:alert(1)"})


def test_a_page_that_is_no_service_has_a_way_to_say_that_something_is_wrong() -> None:
    file = "directory/areas/valeland.yaml"
    area = Page("areas/valeland/", "area", "Valeland", "Services.", "<h1>Valeland</h1>", source=file)
    shown = corrections(area, GITHUB)
    assert "template=correct.yml&amp;page=areas/valeland/" in shown.replace("%2F", "/")
    assert "#confirm" not in shown and "refused.yml" not in shown
    assert "Its file" in shown


def test_so_has_a_hand_written_page() -> None:
    assert "mailto:valeland@example.org" in corrections_of_prose("about/", NOWHERE, contact_at_home(VALE, "valeland"))
    assert "page=about" in corrections_of_prose("about/", GITHUB)


def test_a_hand_written_page_without_anybody_to_tell_has_no_links_at_all() -> None:
    assert corrections_of_prose("404.html", NOWHERE) == ""
