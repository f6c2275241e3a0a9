"""What is lost is declared beside the code of each form, listed on a page, and true."""

from pathlib import Path

import pytest

from changes.changing import example, leaves
from exchange.test_one_way_losses import field, is_below
from rightdoor.exchange.lost import FORMATS, page
from rightdoor.exchange.tables.fields import FIELDS, LOSSES


def test_the_page_of_what_is_lost_is_fresh(root: Path) -> None:
    assert (root / "docs/what-is-lost.md").read_text("utf-8") == page(), "Run: python scripts/write_lost.py"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_what_is_lost_are_fields_of_a_service_each_named_once(form) -> None:
    known = [field(path) for path in leaves(example())]
    names = [each.field for each in form.losses]
    plain = [each.removeprefix("by_area.") for each in names]
    assert [each for each in plain if not any(f"{at}.".startswith(f"{each}.") for at in known)] == []
    assert len(names) == len(set(names))


COLUMNS = {each.path.replace(".*", "") for each in FIELDS.values()}


def test_every_field_has_a_column_of_a_table_or_is_declared_lost() -> None:
    undeclared = {field(path) for path in leaves(example()) if not any(is_below(path, each) for each in LOSSES)}
    assert undeclared
    assert undeclared - COLUMNS == set()


def test_what_a_table_is_said_to_lose_for_good_has_no_column() -> None:
    gone = [each.field for each in LOSSES if not each.becomes]
    assert gone
    assert [each for each in gone if any(f"{at}.".startswith(f"{each}.") for at in COLUMNS)] == []
