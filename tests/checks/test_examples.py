"""Every check finds what its bad examples hold, and nothing in its good ones."""

from pathlib import Path

import pytest

from checks import examples
from rightdoor.records.checks import DIRECTORY, OTHERS, RECORD

ALL = [(code, example) for code in examples.codes() for example in examples.examples(code, "bad")]
FINE = [(code, example) for code in examples.codes() for example in examples.examples(code, "good")]


def name(value: object) -> str:
    return value.name if isinstance(value, Path) else str(value)


def found(code: str, example: Path, workshop: Path) -> str:
    if example.is_dir():
        return examples.as_text(examples.found_in_folder(code, example, workshop))
    return examples.as_text(examples.found_in_file(code, example))


@pytest.mark.parametrize(("code", "example"), ALL, ids=name)
def test_a_bad_example_is_told_what_is_wrong_with_it(code: str, example: Path, tmp_path: Path):
    assert found(code, example, tmp_path) == examples.expected(example).read_text("utf-8")


@pytest.mark.parametrize(("code", "example"), FINE, ids=name)
def test_a_good_example_is_left_alone(code: str, example: Path, tmp_path: Path):
    assert found(code, example, tmp_path) == ""


@pytest.mark.parametrize("code", examples.codes())
def test_every_check_has_a_good_and_a_bad_example(code: str):
    assert examples.examples(code, "bad"), f"{code} has no bad example: nobody knows whether it finds anything"
    assert examples.examples(code, "good"), f"{code} has no good example: nobody knows whether it finds too much"


@pytest.mark.parametrize(("code", "example"), ALL, ids=name)
def test_every_bad_example_is_refused_for_the_check_it_stands_for(code: str, example: Path):
    assert f" {code}\n" in examples.expected(example).read_text("utf-8")


def test_no_folder_of_examples_is_left_behind_by_a_check_that_is_gone():
    folders = {each.name for each in examples.FOLDER.iterdir() if each.is_dir() and not each.name.startswith("__")}
    assert folders - {examples.GROUND.name} == set(examples.codes())


def test_a_module_is_named_for_its_code():
    assert [each.replace("_", "-") for each in (*RECORD, *DIRECTORY, *OTHERS)] == examples.codes()


def test_the_ground_that_examples_are_laid_over_has_nothing_wrong_with_it(tmp_path: Path):
    empty = tmp_path / "nothing"
    empty.mkdir()
    for code in examples.codes():
        assert found(code, empty, tmp_path / code) == ""
