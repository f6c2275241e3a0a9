"""Published figures are read as they are: each layout, what is left out, and files that are not what they say."""

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.records import statistics_rows
from rightdoor.records.statistics_gather import WITHHELD, Figure, Gathered, Wanted, gather
from rightdoor.records.statistics_layouts import LAYOUTS
from rightdoor.records.statistics_rows import LONGEST_LINE, MOST_FLAWS, Reading
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

TODAY = date(2026, 11, 23)
FIGURES = Path(__file__).parent / "figures"
SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "nhs-talking-therapies"
MEASURES = load_grammar(schema_folder())["talking_therapies"].terms
APRIL, QUARTER = ("2026-04", "2026-04"), ("2026-04", "2026-06")
HEADER, *ROWS = (FIGURES / "monthly.csv").read_text("utf-8").splitlines()

with_samples = pytest.mark.skipif(not SAMPLES.exists(), reason="the published sample files are not here")


def read(file: Path, providers: Iterable[str] = ("RZZ",), areas: Iterable[str] = ("9ZZ", "QZZZZ")) -> Gathered:
    return gather(Reading(file), Wanted(MEASURES, frozenset(providers), frozenset(areas) - {"13Q"}), TODAY)


def figure(
    gathered: Gathered, measure: str, provider: str = "", area: str = "", when: tuple[str, str] = APRIL
) -> Figure:
    assert gathered.reading.flaws == []
    return gathered.found[provider, area].figures[when][measure]


def said(gathered: Gathered) -> list[str]:
    return [f"{each.line}: {each.said}" for each in gathered.reading.flaws]


def of(tmp_path: Path, *rows: str, header: str = HEADER) -> Gathered:
    file = tmp_path / "figures.csv"
    file.write_text("\n".join((header, *rows)) + "\n", "utf-8")
    return read(file)


def row(value: str = "200", measure: str = "M001", name: str = "Count_ReferralsReceived", **other: str) -> str:
    cells = {"start": "2026-04-01", "end": "2026-04-30", "group": "Provider", "area": "all", "provider": "RZZ"} | other
    return ",".join(
        (cells["start"], cells["end"], cells["group"], cells["area"], "x", cells["provider"], "y", measure, name, value)
    )


def test_the_monthly_layout_gives_england_a_place_a_provider_and_the_providers_in_the_place():
    found = read(FIGURES / "monthly.csv")
    assert found.reading.layout and found.reading.layout.name == "monthly"
    assert figure(found, "m001") == 1003
    assert figure(found, "m001", area="9ZZ") == 205
    assert figure(found, "m001", "RZZ") == 200
    assert figure(found, "m001", "RZZ", "9ZZ") == 195
    assert figure(found, "m048", "RZZ") == 37.6
    assert set(found.found) == {("", ""), ("", "9ZZ"), ("RZZ", ""), ("RZZ", "9ZZ"), ("RYY", "9ZZ")}


def test_a_star_is_withheld_and_is_never_zero():
    found = read(FIGURES / "monthly.csv")
    assert figure(found, "m126", "RZZ") is WITHHELD
    assert figure(found, "m001", "RYY", "9ZZ") is WITHHELD
    assert found.kept == (5, 2)


def test_the_whole_of_a_place_is_what_was_published_and_never_the_sum_of_its_providers(tmp_path: Path):
    found = of(tmp_path, *(each for each in ROWS if '"SubICB",' not in each))
    assert ("", "9ZZ") not in found.found
    assert ("RZZ", "9ZZ") in found.found


def test_what_is_left_out_is_said_with_why_and_its_first_line():
    left = read(FIGURES / "monthly.csv").left_out
    assert {why: (each.rows, each.line, list(each.named)) for why, each in left.items()} == {
        "not kept, being": (1, 3, ["of the group type “CommissioningRegion”"]),
        "measures that are not kept": (1, 6, []),
        "of NHS codes that no organization or area here has:": (1, 9, ["RYY"]),
        "of a national hub, which is no place:": (1, 12, ["13Q"]),
    }


def test_the_older_layout_is_read_the_same():
    found = read(FIGURES / "older.csv")
    assert found.reading.layout and found.reading.layout.name == "older monthly"
    assert figure(found, "m001", "RZZ", when=("2025-03", "2025-03")) == 200


def test_of_the_quarterly_layout_only_totals_are_kept_and_a_quarter_is_no_month():
    found = read(FIGURES / "quarterly.csv")
    assert figure(found, "m001", when=QUARTER) == 3009
    assert figure(found, "m001", area="QZZZZ", when=QUARTER) == 900
    assert figure(found, "m001", area="9ZZ", when=QUARTER) == 600
    assert figure(found, "m001", "RZZ", when=QUARTER) == 610
    assert figure(found, "m192", area="9ZZ", when=QUARTER) is WITHHELD
    assert all(set(each.figures) == {QUARTER} for each in found.found.values())
    left = found.left_out["parts of a total, by"]
    assert (left.rows, left.line, list(left.named)) == (2, 3, ["Age", "Ethnic Group"])


def test_the_tidied_layout_gives_whole_numbers_and_an_empty_cell_is_withheld():
    found, march = read(FIGURES / "tidy.csv"), ("2026-03", "2026-03")
    assert figure(found, "m001", "RZZ", when=march) == 210
    assert isinstance(figure(found, "m001", "RZZ", when=march), int)
    assert figure(found, "m048", "RZZ", when=march) == 26.5
    assert figure(found, "m126", "RZZ", when=march) is WITHHELD


def test_a_measure_is_known_by_its_number_whatever_it_is_called(tmp_path: Path):
    assert figure(of(tmp_path, row(name="Referrals of this month")), "m001", "RZZ") == 200


def test_a_number_that_now_names_another_kind_of_figure_is_left_out_and_said(tmp_path: Path):
    found = of(tmp_path, row("45", "M192", "Count_Something"))
    assert list(found.left_out) == ["M192, which is a percentage and here is called"]
    assert found.found == {}


def test_a_measure_that_nobody_knows_is_named_with_its_line(tmp_path: Path):
    found = of(tmp_path, row(), row(measure="XYZ"))
    left = found.left_out["measures of which nothing is known:"]
    assert (left.line, list(left.named)) == (3, ["XYZ"])


def test_a_year_is_neither_a_month_nor_a_quarter_and_is_left_out(tmp_path: Path):
    found = of(tmp_path, row(start="2025-04-01", end="2026-03-31"))
    assert list(found.left_out) == ["of a period that is neither a month nor a quarter:"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (row("12a"), "The value of M001 is “12a”, which is not a figure."),
        (row("-5"), "The value of M001 is “-5”, which is not a figure."),
        (row("1e3"), "The value of M001 is “1e3”, which is not a figure."),
        (row("nan"), "The value of M001 is “nan”, which is not a figure."),
        (row("12.5"), "The value of M001 is 12.5, and it counts referrals."),
        (row("101", "M192", "Percentage_Recovery"), "The value of M192 is 101; the most it can be is 100."),
        (row(start="2026-04-02"), "The period 2026-04-02 to 2026-04-30 is not made of whole months."),
        (row(start="04/01/2026", end="04/30/2026"), "The day “04/30/2026” is not one."),
        (row(start="2026-04-01", end="2026-02-31"), "The day “2026-02-31” is not one."),
        (row(start="2026-05-01"), "The period 2026-05-01 to 2026-04-30 is not made of whole months."),
        (row(start="2026-12-01", end="2026-12-31"), "The period ends on 2026-12-31, which has not come yet."),
        (row() + ",more", "This line has 11 cells; the first line has 10."),
        ('"a\n', "This line cannot be read as CSV: unexpected end of data."),
    ],
)
def test_a_line_that_cannot_be_is_said_and_nothing_is_guessed(tmp_path: Path, line: str, expected: str):
    flaws = said(of(tmp_path, row(), line))
    assert [each.partition(": ")[2] for each in flaws] == [expected]
    assert int(flaws[0].partition(":")[0]) >= 3


def test_two_lines_of_one_file_that_differ_are_a_fault_and_two_that_agree_are_not(tmp_path: Path):
    assert said(of(tmp_path, row("200"), row("200"))) == []
    assert said(of(tmp_path, row("200"), row("205"))) == [
        "3: This line gives another M001 than line 2, of the same provider, place and period."
    ]
    assert said(of(tmp_path, row("200"), row("*"))) != []


def test_a_first_line_of_no_layout_names_the_columns_that_are_missing(tmp_path: Path):
    flaws = said(of(tmp_path, row(), header=HEADER.replace('"MEASURE_ID"', '"MEASURE"')))
    assert len(flaws) == 1
    assert "1: The first line is not that of a layout that is known" in flaws[0]
    assert "Nearest: monthly, without MEASURE_ID." in flaws[0]


def test_a_column_that_stands_twice_is_refused(tmp_path: Path):
    assert "stands twice" in said(of(tmp_path, header=f"{HEADER},MEASURE_ID"))[0]


def test_columns_may_stand_in_another_order_and_others_among_them(tmp_path: Path):
    header = "NOTE," + ",".join(reversed(HEADER.split(",")))
    line = "x," + ",".join(reversed(row().split(",")))
    assert figure(of(tmp_path, line, header=header), "m001", "RZZ") == 200


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "1: This file is empty."),
        (b"\0\0\0", "1: This line holds a NUL byte, which no CSV file has."),
        (f"{HEADER}\n".encode() + b"a\0b\n", "2: This line holds a NUL byte, which no CSV file has."),
        (f"{HEADER}\n".encode() + b"x" * (LONGEST_LINE + 5), f"2: This line is longer than {LONGEST_LINE:,} bytes."),
        (f"{HEADER}\n".encode() + b"\xe9,\n", "2: This line holds the byte 0xE9, which is not UTF-8 text."),
        (b"\xff\xfeR\0E\0", "1: This file is in UTF-16."),
        (b"PK\x03\x04rest", "1: This is a zip or Excel file, not a CSV file."),
        (f'{HEADER}\n"'.encode() + b"a\n" * 90_000, "This line cannot be read as CSV: field larger than field limit"),
    ],
)
def test_a_hostile_file_ends_in_a_sentence(tmp_path: Path, content: bytes, expected: str):
    file = tmp_path / "figures.csv"
    file.write_bytes(content)
    flaws = said(read(file))
    assert len(flaws) == 1 and (expected in flaws[0] or expected == flaws[0].replace("0: ", "1: ")), flaws


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path):
    file = tmp_path / "figures.csv"
    file.write_bytes(b"\xef\xbb\xbf" + f"{HEADER}\r\n{row()}\r\n".encode())
    assert figure(read(file), "m001", "RZZ") == 200


def test_a_file_over_the_limit_is_refused_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(statistics_rows, "MOST_BYTES", 1024 * 1024)
    flaws = said(of(tmp_path, *(row(),) * 20_000))
    assert len(flaws) == 1 and "The file is larger than 1 MB." in flaws[0]


def test_a_file_that_is_wrong_throughout_is_not_read_to_its_end(tmp_path: Path):
    found = of(tmp_path, *(row("x"),) * 500)
    assert len(found.reading.flaws) == MOST_FLAWS
    assert found.reading.rows < 500


@pytest.mark.skipif(os.name != "posix", reason="needs pipes")
def test_only_an_ordinary_file_is_opened(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.csv")
    assert said(read(tmp_path / "pipe.csv")) == ["0: This is not an ordinary file."]
    assert said(read(tmp_path)) != []
    assert said(read(tmp_path / "nothing.csv")) == ["0: This file cannot be read: No such file or directory."]


def test_a_name_is_kept_without_what_cannot_be_seen(tmp_path: Path):
    line = row().replace(",y,", ",A\u202e  TRUST\u200b,")
    assert of(tmp_path, line).found["RZZ", ""].names[0] == "A TRUST"


def test_every_layout_has_the_same_parts():
    parts = {"start", "end", "group", "area", "area_name", "provider", "provider_name", "measure", "measure_name"}
    assert all(parts | {"value"} <= set(layout.columns) for layout in LAYOUTS)


@given(st.binary(max_size=400), st.booleans())
def test_no_bytes_whatever_make_the_reader_stumble(tmp_path_factory: pytest.TempPathFactory, raw: bytes, headed: bool):
    file = tmp_path_factory.mktemp("any") / "figures.csv"
    file.write_bytes((f"{HEADER}\n".encode() if headed else b"") + raw)
    found = read(file)
    assert found.reading.flaws or found.reading.layout


@with_samples
def test_the_sample_of_one_month_of_a_trust_gives_the_figures_that_are_in_it():
    found = read(SAMPLES / "tt_apr2026_activity_RDY_raw.csv", ["RDY"], ["11J", "13Q"])
    whole = {name: figure(found, name, "RDY") for name in ("m001", "m031", "m076", "m179", "m191", "m192", "m049")}
    assert whole == {"m001": 1815, "m031": 1375, "m076": 885, "m179": 15, "m191": 390, "m192": 45, "m049": 38}
    assert round(100 * 390 / (885 - 15)) == 45, "the rate is of finished courses that began at caseness"
    assert found.reading.rows == 687
    assert set(found.found) == {("RDY", ""), ("RDY", "11J")}
    assert found.left_out["of a national hub, which is no place:"].rows == 18


@with_samples
def test_the_sample_time_series_gives_thirteen_months():
    found = read(SAMPLES / "tt_2025-26_time_series_RDY_raw.csv", ["RDY"], ["11J"])
    april = ("2025-04", "2025-04")
    assert figure(found, "m001", "RDY", when=april) == 1685
    assert figure(found, "m001", "RDY", "11J", when=april) == 1680
    assert figure(found, "m192", "RDY", when=april) == 49
    assert len(found.found["RDY", ""].figures) == 13


@with_samples
def test_the_sample_of_all_providers_has_what_was_withheld_as_withheld():
    found = read(SAMPLES / "tt_monthly_2025-04_to_2026-03_core12_tidy.csv", ["RDY", "8HX13"], [])
    march = ("2026-03", "2026-03")
    assert figure(found, "m001", when=march) == 163100
    assert figure(found, "m048", when=march) == 26.5
    assert figure(found, "m001", "RDY", when=march) == 2060
    assert figure(found, "m192", "RDY", when=march) == 47
    assert found.kept[1] > 0
    assert sum(each.rows for each in found.left_out.values()) + sum(found.kept) == found.reading.rows == 19308


@with_samples
def test_the_sample_of_the_quarterly_layout_gives_its_one_total():
    found = read(SAMPLES / "tt_quarterly_2026-27_q1_format_sample.csv", [], ["06Q"])
    assert figure(found, "m001", area="06Q", when=QUARTER) == 2880
    assert found.left_out["parts of a total, by"].rows == 4
    assert replace(found.reading.layout or LAYOUTS[1], at={}).name == "quarterly"
