"""Each operator in each state it can come to, with the missing on either side; nought and nothing are not the same."""

import pytest

from rightdoor.matching.operators import State, at_least, between, is_, none_of, one_of

MET, NOT_MET, CHECK = State.MET, State.NOT_MET, State.CHECK
UNKNOWN, NOT_ASKED = State.UNKNOWN_SERVICE, State.NOT_ASKED


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (between((204, 215), (204, 216)), MET),
        (between((204, 215), (205, None)), CHECK),
        (between((204, 215), (None, 215)), CHECK),
        (between((204, 215), (216, None)), NOT_MET),
        (between((204, 215), (None, 204)), NOT_MET),
        (between((0, 0), (None, 216)), MET),
        (between((0, 0), (0, 1)), MET),
        (between((204, 204), (None, None)), MET),
        (between(None, (None, None)), MET),
        (between(None, (None, 216)), NOT_ASKED),
        (between((0, 0), None), UNKNOWN),
        (between(None, None), NOT_ASKED),
        (at_least(4, 4), MET),
        (at_least(3, 4), NOT_MET),
        (at_least(0, 0), MET),
        (at_least(0, 1), NOT_MET),
        (at_least(None, 0), NOT_ASKED),
        (at_least(0, None), UNKNOWN),
        (at_least(None, None), NOT_ASKED),
        (one_of(("mill-road", "northvale"), ("northvale",)), MET),
        (one_of(("valeland", "england"), ("northvale",), ("valeland",)), CHECK),
        (one_of(("eastvale", "valeland"), ("northvale",), ("valeland",)), NOT_MET),
        (one_of(("",), ("northvale",)), NOT_MET),
        (one_of(("northvale",), ()), NOT_MET),
        (one_of(None, ("northvale",)), NOT_ASKED),
        (one_of(("northvale",), None), UNKNOWN),
        (one_of(None, None), NOT_ASKED),
        (none_of("no", ("yes",)), MET),
        (none_of("yes", ("yes",)), NOT_MET),
        (none_of("yes", ()), MET),
        (none_of(None, ("yes",)), NOT_ASKED),
        (none_of("yes", None), UNKNOWN),
        (none_of(None, None), NOT_ASKED),
        (is_(True, True), MET),
        (is_(False, True), NOT_MET),
        (is_(False, False), MET),
        (is_(None, True), NOT_ASKED),
        (is_(None, False), NOT_ASKED),
        (is_(False, None), UNKNOWN),
        (is_(None, None), NOT_ASKED),
    ],
)
def test_an_operator_comes_to(state: State, expected: State) -> None:
    assert state is expected
