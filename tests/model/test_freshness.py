"""How far a fact is believed, worked out alike in Python and in the browser."""

import json
import subprocess
from datetime import date, timedelta
from pathlib import Path

from needs import require_node
from rightdoor.model.freshness import Standing, freshness
from rightdoor.model.service import Check

TODAY = date(2026, 11, 23)
LIMITS = (30, 60, 90, 180, 365)
SCRIPT = """
import { standing } from "./docs/assets/javascripts/common/freshness.js";
import { readFileSync } from "node:fs";
const cases = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(cases.map(([check, limit, today]) => standing(check, limit, today))));
"""


def standing(days_ago: int, limit: int) -> Standing:
    return freshness(Check("provider-phone", TODAY - timedelta(days=days_ago)), limit, TODAY).standing


def test_a_fact_is_current_until_its_limit() -> None:
    assert standing(179, 180) is Standing.CURRENT
    assert standing(180, 180) is Standing.DUE


def test_a_fact_is_due_for_a_quarter_of_its_limit_and_then_overdue() -> None:
    assert standing(225, 180) is Standing.DUE
    assert standing(226, 180) is Standing.OVERDUE


def test_a_fact_is_not_relied_on_from_twice_its_limit() -> None:
    assert standing(359, 180) is Standing.OVERDUE
    found = freshness(Check("provider-phone", TODAY - timedelta(days=360)), 180, TODAY)
    assert found.standing is Standing.NOT_CONFIRMED
    assert not found.relied_on


def test_a_fact_nobody_confirmed_is_never_relied_on_and_never_overdue() -> None:
    found = freshness(Check("never"), 180, TODAY)
    assert (found.standing, found.due_on, found.relied_on) == (Standing.NEVER, None, False)


def test_a_day_beside_never_and_a_way_of_checking_without_a_day_make_nothing_fresh() -> None:
    for check in (Check("never", TODAY), Check("provider-phone")):
        found = freshness(check, 180, TODAY)
        assert (found.standing, found.due_on, found.relied_on) == (Standing.NEVER, None, False)


def test_a_fact_copied_from_another_directory_today_is_not_confirmed_and_keeps_its_day() -> None:
    found = freshness(Check("other-directory", TODAY), 180, TODAY)
    assert (found.standing, found.relied_on) == (Standing.NOT_CONFIRMED, False)
    assert (found.on, found.due_on) == (TODAY, TODAY + timedelta(days=180))


def test_a_fact_copied_from_another_directory_on_no_day_was_never_confirmed() -> None:
    assert freshness(Check("other-directory"), 180, TODAY).standing is Standing.NEVER


def test_a_check_says_when_the_next_is_due() -> None:
    assert freshness(Check("provider-phone", date(2026, 10, 2)), 60, TODAY).due_on == date(2026, 12, 1)


def test_the_browser_works_out_the_same_standing_on_every_day_around_every_limit(root: Path) -> None:
    spans = [days for limit in LIMITS for days in range(2 * limit + 3)]
    cases = [
        ({"how": how, "on": (TODAY - timedelta(days=days)).isoformat()}, limit, TODAY.isoformat())
        for how in ("provider-phone", "other-directory")
        for limit in LIMITS
        for days in spans
    ]
    wanted = [
        freshness(Check(check["how"], date.fromisoformat(check["on"])), limit, TODAY).standing.value
        for check, limit, _ in cases
    ]
    done = subprocess.run(
        [require_node(), "--input-type=module", "-e", SCRIPT],
        input=json.dumps([*cases, ({"how": "never"}, 30, TODAY.isoformat())]),
        capture_output=True, text=True, check=True, cwd=root,
    )  # fmt: skip
    assert json.loads(done.stdout) == [*wanted, "never"]
