"""What a story is still held to while the file of a service is broken."""

from datetime import date
from pathlib import Path

from rightdoor.records.load import load
from small_project import service, small_project

TODAY = date(2026, 11, 23)
STORY = """\
name: Somebody with thoughts of suicide
answers: {area: valeland, needs: [suicidal-thoughts]}
expect:
  never_fits: {services: [valeland-line]}
  at_least_one: {services: [other-line]}
"""


def failures(folder: Path) -> list[str]:
    found = load(folder, TODAY, cache=False).problems
    return [each.message for each in found if each.code == "vignette-failed"]


def with_the_story(folder: Path) -> Path:
    path = folder / "directory/vignettes/thoughts-of-suicide.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(STORY)
    return folder


def test_a_story_that_expects_a_broken_service_is_no_second_problem(tmp_path: Path) -> None:
    project = with_the_story(small_project(tmp_path, other_line=service(name="Other Line", status="actve")))
    assert [each for each in failures(project) if "Other Line" in each or "other-line" in each] == []


def test_a_story_fails_when_no_file_is_broken_and_the_service_it_expects_does_not_take_the_person(
    tmp_path: Path,
) -> None:
    project = with_the_story(small_project(tmp_path, other_line=service(name="Other Line", needs="[debt]")))
    assert any("Other Line" in each for each in failures(project))


def test_a_story_holds_when_the_service_it_expects_takes_the_person(tmp_path: Path) -> None:
    project = with_the_story(small_project(tmp_path, other_line=service(name="Other Line")))
    assert not any("Other Line" in each for each in failures(project))


def test_a_service_that_must_never_fit_is_found_out_even_beside_a_broken_file(tmp_path: Path) -> None:
    project = with_the_story(small_project(tmp_path, other_line=service(name="Other Line", status="actve")))
    assert any("Valeland Line" in each for each in failures(project))
