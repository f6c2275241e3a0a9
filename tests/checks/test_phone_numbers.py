"""How numbers are compared, and which of them are kept for stories."""

import pytest

from rightdoor.records.checks.phone_numbers import digits_of, is_drama, is_mobile, is_valid


@pytest.mark.parametrize(
    "written", ["020 7946 0123", "(020) 7946-0123", "+44 20 7946 0123", "+44 (0)20 7946 0123", "0044 20 7946 0123"]
)
def test_one_number_in_many_forms_is_one_number(written: str):
    assert digits_of(written) == "02079460123"


@pytest.mark.parametrize(
    "number",
    ["01632 960 110", "0113 496 0001", "0121 496 0999", "0161 496 0123", "0191 498 0123", "020 7946 0123"]
    + ["028 9649 6123", "029 2018 0123", "03069 990 123", "07700 900 123", "0808 157 0123", "0909 879 0123"],
)
def test_a_number_that_ofcom_keeps_for_stories_is_known_and_taken(number: str):
    assert is_drama(number)
    assert is_valid(number)


@pytest.mark.parametrize("number", ["01632 961 110", "020 7946 1123", "07700 901 123", "0800 1111", "116 123", "999"])
def test_a_number_just_beside_them_is_not(number: str):
    assert not is_drama(number)


def test_the_relay_prefix_does_not_hide_that_a_number_is_made_up():
    assert is_drama("18001 01632 960 110")


@pytest.mark.parametrize("number", ["0300 123 3393", "0800 1111", "0808 808 1677", "+44 117 496 0123"])
def test_a_real_number_can_be_rung(number: str):
    assert is_valid(number)


@pytest.mark.parametrize(
    "number",
    ["", "help", "0300 123", "0800 FLOWERS", "٠٢٠ ٧٩٤٦ ٠١٢٣", "01632 960 110 ext 4", "+353 1 234 5678", "0" * 300],
)
def test_what_cannot_be_rung_is_refused(number: str):
    assert not is_valid(number)


def test_a_mobile_is_told_from_a_pager_a_personal_number_and_a_landline():
    assert is_mobile("07700 900 123")
    assert not is_mobile("070 1234 5678")
    assert not is_mobile("07600 123 456")
    assert not is_mobile("01632 960 110")
