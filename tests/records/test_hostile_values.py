"""Files that are sound YAML and mean harm in their values: a problem with a place, soon, and never a traceback."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightdoor.model.problem import Level
from rightdoor.records.load import load
from rightdoor.records.report import FORMATS, Findings
from small_project import FILES, SERVICE, service, small_project

TODAY = date(2026, 11, 23)


def listed(rows: int, row: str) -> str:
    return f"[{','.join(row.format(n) for n in range(rows))}]"


HOSTILE = {
    "thousands of unknown fields": service() + "".join(f"zz{n}: x\n" for n in range(5_000)),
    "thousands of unknown words": service(needs=listed(4_000, "depressiom{}")),
    "thousands of names": service(also_known_as=listed(9_000, "x{}")),
    "thousands of references": service(related=listed(8_000, "a{}")),
    "thousands of areas": service(by_area="{" + ",".join(f"a{n}: {{}}" for n in range(3_000)) + "}"),
    "hours without end": service(hours=f'"{"Mo-Fr 09:00-17:00," * 3_000}"'),
    "hours that open and never close": service(hours=f'"{"(" * 60}"'),
    "a phone number of zeros": service(contact=f'{{phone: "{"0" * 60_000}"}}'),
    "an address with many signs": service(contact=f'{{email: "{"a@" * 30_000}"}}'),
    "a web address that is no host": service(contact='{website: "https://[::1"}'),
    "a web address that runs script": service(contact='{website: "javascript:alert(1)"}'),
    "the same word again and again": service(description=f'"{"suffering from " * 200}"'),
    "an id out of the tree": service(organization="../../etc/passwd"),
    "an age beyond counting": service().replace("age: any", "age: {from: 99999999999999y}"),
    "a day that is not": service(checked="{how: provider-phone, on: 2026-02-30, by: volunteer}"),
    "a day without a year": service(checked="{how: provider-phone, on: 0000-01-01, by: volunteer}"),
    "numbers for words": service(name="12", summary="1.5", needs="[1, 2]", type="true"),
    "lists for groups": service().replace("  age: any", "  - a"),
    "nothing for everything": "".join(f"{line.partition(':')[0]}:\n" for line in FILES[SERVICE].splitlines()),
    "names that programs use": service() + "__proto__: {a: b}\nconstructor: x\n__class__: y\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_value_ends_in_problems_with_a_file_and_a_line(tmp_path: Path, name: str):
    small_project(tmp_path, valeland_line=HOSTILE[name])
    began = time.perf_counter()
    loaded = load(tmp_path, TODAY, cache=False)
    assert time.perf_counter() - began < 5
    own = [each for each in loaded.problems if each.file == SERVICE]
    assert any(each.level is Level.ERROR for each in own)
    assert len(own) <= 60
    assert all(each.line >= 1 and len(each.message) < 1_000 for each in own)
    for form in FORMATS.values():
        assert len(form(Findings(loaded.problems, 3))) < 200_000


FIELDS = [line.partition(":")[0] for line in FILES[SERVICE].splitlines() if line[0] != " "]
MORE = [
    "description",
    "also_known_as",
    "hours",
    "locations",
    "waits",
    "evidence",
    "by_area",
    "languages",
    "cost",
    "note",
]
WORDS = st.sampled_from(
    [
        "any",
        "none stated",
        "yes",
        "12",
        "1.5",
        "true",
        "''",
        "x",
        "a-b",
        "18y",
        "2026-02-30",
        "4w",
        "valeland",
        "[]",
        "{}",
    ]
)
VALUES = st.recursive(
    WORDS | st.text("ab:/@.é%<>&", max_size=12).map(lambda text: f'"{text}"'),
    lambda inside: (
        st.lists(inside, max_size=3).map(lambda found: f"[{', '.join(found)}]")
        | st.dictionaries(
            st.sampled_from(
                ["from", "to", "under", "reason", "areas", "basis", "words", "on", "how", "phone", "who", "routes"]
            ),
            inside,
            max_size=3,
        ).map(lambda found: "{" + ", ".join(f"{name}: {value}" for name, value in found.items()) + "}")
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*FIELDS, *MORE]), VALUES, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_value_anywhere_brings_the_check_down(tmp_path: Path, fields: dict[str, str]):
    small_project(tmp_path, valeland_line=service(**fields))
    loaded = load(tmp_path, TODAY, cache=False)
    assert all(each.line >= 1 for each in loaded.problems)
