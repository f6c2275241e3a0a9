"""Broader terms, ranks and labels."""

import pytest

from rightdoor.model.vocabulary import Term, Vocabulary

NEEDS = Vocabulary(
    "needs",
    {
        "general-counselling": Term("general-counselling", "Counselling"),
        "bereavement": Term("bereavement", "Bereavement", within=("general-counselling",)),
        "bereavement-by-suicide": Term("bereavement-by-suicide", "Bereavement by suicide", within=("bereavement",)),
    },
)


def test_a_need_lies_within_every_broader_one_nearest_first() -> None:
    assert NEEDS.with_broader("bereavement-by-suicide") == (
        "bereavement-by-suicide",
        "bereavement",
        "general-counselling",
    )


def test_a_broad_need_lies_within_none_of_its_narrower_ones() -> None:
    assert NEEDS.with_broader("general-counselling") == ("general-counselling",)


def test_terms_that_name_each_other_end_somewhere() -> None:
    circle = Vocabulary("x", {"a": Term("a", "A", within=("b",)), "b": Term("b", "B", within=("a",))})
    assert circle.with_broader("a") == ("a", "b")


def test_a_term_ranks_by_its_place_in_the_list() -> None:
    assert [NEEDS.rank(each.code) for each in NEEDS] == [0, 1, 2]


def test_a_foreign_code_has_no_rank_and_is_its_own_label() -> None:
    with pytest.raises(ValueError):
        NEEDS.rank("nothing-here")
    assert NEEDS.label("nothing-here") == "nothing-here"
