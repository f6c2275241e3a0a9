"""What the rows of a table come to: put right where that is mechanical, and never guessed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exchange.tables.filled import GRAMMAR, WORDS, delivered, lost, organizations, service, services, sheet_with
from rightdoor.exchange.tables.cleaning import cleaned, phone, postcode, web_address
from rightdoor.exchange.tables.drafts import drafts
from rightdoor.exchange.tables.guessing import guess
from rightdoor.exchange.tables.hours import hours
from rightdoor.exchange.tables.mapping import LEAVE_OUT, Column, Mapping, faults, mapping_of, mapping_text
from rightdoor.exchange.tables.sheet import sheet_of
from rightdoor.records.grammar import decider
from rightdoor.records.read import read_source


@pytest.mark.parametrize("text", ["", " ", "-", "N/A", "n/a", "NA", "none", "TBC", "#N/A", "\u00a0", "null", "–"])
def test_a_mark_for_nothing_is_nothing(text: str):
    assert cleaned(text) == ""


def test_spaces_that_nobody_sees_and_windows_line_ends_are_put_right():
    assert cleaned("A\u00a0 b\u200b\r\n\tc \r\n") == "A b\nc"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("01612263871", "0161 226 3871"),
        ("+44 161 226 3871", "0161 226 3871"),
        ("Tel: (0161) 226 3871", "0161 226 3871"),
        ("1612263871", "0161 226 3871"),
        ("116123", "116 123"),
        ("01632960110", "01632 960 110"),
        ("0161 226", None),
        ("ask at the desk", None),
        ("1.61226E+9", None),
    ],
)
def test_a_phone_number_gets_its_usual_spaces_and_its_lost_nought(text: str, number: str | None):
    assert (phone(text) or (None, ""))[0] == number


def test_an_extension_is_said_beside_the_number():
    assert service({"phone": "0161 226 3871 ext 12"})["contact"]["phone_note"] == "Extension 12"


@pytest.mark.parametrize(("text", "code"), [("m331ab", "M33 1AB"), ("WA154 1HF", None), ("SW1A  1AA", "SW1A 1AA")])
def test_a_postcode_gets_its_space_and_an_impossible_one_is_none(text: str, code: str | None):
    assert postcode(text) == code


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.example.org/a", "https://www.example.org/a"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", None),
        ("https://user:word@example.org", None),
        ("see our page", None),
        ("localhost", None),
    ],
)
def test_a_web_address_gets_its_beginning_and_an_unsafe_one_is_none(text: str, address: str | None):
    assert web_address(text) == address


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Mon-Fri 9am-5pm", "Mo-Fr 09:00-17:00"),
        ("Tuesdays 7-9pm", "Tu 19:00-21:00"),
        ("Monday to Friday 9:00 - 17:00", "Mo-Fr 09:00-17:00"),
        ("Mon, Wed & Fri 9.30am to 12noon", "Mo,We,Fr 09:30-12:00"),
        ("Mon-Thu 9am-5pm; Fri 9am-4pm", "Mo-Th 09:00-17:00; Fr 09:00-16:00"),
        ("24/7", "24/7"),
        ("Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00-17:00; PH off"),
        ("9-5", None),
        ("Mon-Fri 9-5", None),
        ("weekdays", None),
        ("24 hours", None),
        ("Fri-Mon 9am-5pm", None),
        ("Mon 10pm-2am", None),
        ("Mon-Fri 9am-5pm by appointment", None),
    ],
)
def test_hours_are_taken_only_where_they_can_mean_one_thing(text: str, form: str | None):
    assert hours(text) == form


def test_what_is_not_taken_is_named_with_its_column_and_row():
    row = {"postcode": "WA154 1HF", "telephone": "07904 601257", "opening times": "most days"}
    assert lost(row) == [
        ("postcode (C2)", "WA154 1HF"),
        ("telephone (D2)", "07904 601257"),
        ("opening times (E2)", "most days"),
    ]
    assert not {"hours", "locations", "contact"} & set(service(row))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("18+", {"from": "18y", "words": "18+"}),
        ("13 to 25 years", {"from": "13y", "to": "25y", "words": "13 to 25 years"}),
        ("Under 18s", {"under": "18y", "words": "Under 18s"}),
        ("All ages", "any"),
    ],
)
def test_ages_are_taken_where_they_are_plain(text: str, age: object):
    assert service({"age range": text})["criteria"]["age"] == age


def test_criteria_in_prose_are_kept_as_words_and_nothing_is_worked_out_from_them():
    made = service({"eligibility": "Adults with a GP in Northvale", "ages": "mostly young people"})
    assert "criteria" not in made
    assert made["description"] == "Ages: mostly young people\n\nWho it is for: Adults with a GP in Northvale"


def test_words_of_a_vocabulary_are_known_by_code_label_or_synonym_and_others_are_asked_for():
    sheet = sheet_with({"needs": "Anxiety; low mood; basket weaving"})
    mapping = guess(sheet, GRAMMAR)
    needs = next(each for each in mapping.columns if each.field == "needs")
    assert needs.values == {"basket weaving": "unknown"}
    made = services(drafts(sheet, mapping, GRAMMAR))[0]
    assert made.data["needs"][0] == "anxiety"
    assert [each.value for each in made.lost] == ["basket weaving"]


def test_a_long_description_gives_a_short_sentence_and_is_kept_whole():
    long = "First sentence of it here. " + "More words. " * 30
    made = service({"description": long})
    assert made["summary"].startswith("First sentence of it here.") and len(made["summary"]) <= 160
    assert made["description"] == long.strip()


def test_a_row_without_a_name_or_without_words_is_refused_with_its_place():
    given_rows = delivered({"name": ""}, {"name": "Empty", "description": ""})
    assert [(each.place, each.why) for each in given_rows.refused] == [
        ("row 2", "It has no name."),
        ("row 3", "Nothing says what the service does."),
    ]


def test_an_organization_that_is_not_named_is_the_service_itself_and_what_its_name_says_is_its_kind():
    made = organizations(delivered({"name": "Open Studios CIC"}, {"name": "Care", "website": "gmmh.nhs.uk/x"}))
    assert [each.data["kind"] for each in made] == ["cic", "nhs"]


def test_a_secret_place_has_no_address():
    made = service({"place": "Refuge", "address": "1 Mill Lane", "postcode": "M33 1AB", "confidential": "Yes"})
    assert made["locations"] == [{"name": "Refuge", "confidential": True}]


def test_numbered_columns_are_lines_of_one_address_unless_there_is_a_second_postcode():
    lines = {"Address 1": "The Mill", "Address 2": "1 Mill Lane", "Town": "Sale", "Postcode": "M33 1AB"}
    assert service(lines)["locations"] == [{"address": "The Mill, 1 Mill Lane, Sale", "postcode": "M33 1AB"}]
    places = {"Address 1": "The Mill", "Postcode 1": "M33 1AB", "Address 2": "High Street", "Postcode 2": "M33 2CD"}
    assert len(service(places)["locations"]) == 2


def test_a_second_number_is_lost_and_not_dropped_without_a_word():
    assert [value for _, value in lost({"Phone 1": "0161 226 3871", "Phone 2": "0161 773 4848"})] != []


def test_rows_that_speak_of_abuse_and_give_an_address_are_pointed_out():
    notes = delivered({"description": "For survivors of domestic abuse", "address": "1 Mill Lane"}).notes
    assert any("Row 2 speaks of abuse" in each for each in notes)


TWICE = (
    {"name": "Being There", "address": "1 Mill Lane", "phone": "0161 226 3871"},
    {"name": "being there ", "address": "2 High Street", "phone": "01612263871"},
)


def test_rows_of_one_name_are_named_and_stay_two_unless_somebody_says_so():
    found = delivered(*TWICE)
    assert "Rows 2 and 3 have the same name: Being There, being there." in found.notes
    assert [each.source_id for each in services(found)] == ["being there", "being there (2)"]


def test_merged_rows_are_one_service_with_the_places_of_both():
    (made,) = services(delivered(*TWICE, merge=True))
    assert made.place == "rows 2 and 3"
    assert [each["address"] for each in made.data["locations"]] == ["1 Mill Lane", "2 High Street"]


def test_rows_of_one_name_that_contradict_one_another_are_never_merged():
    assert len(services(delivered(TWICE[0], {**TWICE[1], "phone": "0161 773 4848"}, merge=True))) == 2


def test_two_names_with_one_phone_and_postcode_are_named_and_never_merged():
    rows = ({"name": "One", "phone": "0161 226 3871", "postcode": "M33 1AB"},)
    rows += ({"name": "Two", "phone": "0161 226 3871", "postcode": "M33 1AB"},)
    found = delivered(*rows, merge=True)
    assert "Rows 2 and 3 have the same phone number and postcode: One, Two." in found.notes
    assert len(services(found)) == 2


def test_of_a_thousand_rows_that_are_all_alike_a_few_are_named():
    (said,) = delivered(*({} for _ in range(1000))).notes
    assert said.endswith("21 and 980 more have the same name: A service.")


def test_the_written_mapping_is_read_back_as_it_was():
    mapping = guess(sheet_with({"needs": "odd: \u201cone\u201d\\", "NO": "yes", "12": "# x"}), GRAMMAR)
    source = read_source(mapping_text(mapping, "list.csv").encode(), "list.mapping.yaml")
    assert decider("table-mapping").is_valid(source.data)
    assert mapping_of(source.data) == mapping


def test_a_mapping_that_does_not_fit_the_table_is_told():
    sheet = sheet_with({})
    wrong = Mapping((Column("Nmae", "name"), Column("name", LEAVE_OUT), Column("description", "type", 0, {"x": "y"})))
    said = " ".join(faults(wrong, sheet, GRAMMAR))
    assert "no column “Nmae”" in said and "“x” in the column “description” is to be y" in said


HEADINGS = [term.label for term in GRAMMAR["table_columns"]] + ["Does not take 2", "Postcode 3", "???", "Phone"]
CELLS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "Yes",
            "Any",
            "Any age",
            "None stated",
            "=1+1",
            "<script>alert(1)</script>",
            "18",
            "1e999",
            "NaN",
            "-1",
            "a; b",
        ]
    ),
    st.sampled_from([term.label for name in ("needs", "reasons", "referral_who") for term in GRAMMAR[name]]),
)


@given(st.lists(st.dictionaries(st.sampled_from(HEADINGS), CELLS, max_size=12), min_size=1, max_size=4), st.booleans())
@example([{"How long after the event at most": "ANY"}], False)
def test_whatever_stands_in_the_cells_the_services_keep_to_the_grammar(rows: list[dict[str, str]], merge: bool):
    names = list(dict.fromkeys(["name", "description", *(each for row in rows for each in row)]))
    lines = [[{**WORDS, **row}.get(each, "") for each in names] for row in rows]
    sheet = sheet_of("list.xlsx", "", [names, *lines], "workbook")
    for each in services(drafts(sheet, guess(sheet, GRAMMAR), GRAMMAR, "northvale", merge=merge)):
        whole = {**each.data, "organization": "one", "checked": {"how": "other-directory", "on": "2026-11-24"}}
        assert decider("service").is_valid(whole), whole
