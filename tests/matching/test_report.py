"""All matches as text and as plain data: never a dead end, always crisis help."""

import json
from collections.abc import Mapping
from typing import Any

from matching.town import TODAY, town
from rightdoor.matching.answers import answers_from
from rightdoor.matching.match import match_all
from rightdoor.matching.report import as_data, as_text

SEVERE = {"area": "northvale", "age": "34y", "needs": ["depression"], "severity": "severe"}
CRISIS = "Crisis help: Crisis Team (01632 960 101)."


def text(answers: Mapping[str, Any]) -> str:
    directory, told = town(), answers_from(answers)
    return as_text(match_all(directory, told, TODAY), told, directory)


def test_services_stand_under_their_outcome_best_first() -> None:
    said = text(SEVERE)
    assert said.index("MAY TAKE") < said.index("Community Team (cmht)") < said.index("DOES NOT TAKE")
    assert said.index("DOES NOT TAKE") < said.index("Talking Therapies (talking-therapies)")
    assert "    Refer instead to Community Team." in said
    assert said.endswith(CRISIS)


def test_where_nothing_fits_the_front_door_is_named() -> None:
    assert text({**SEVERE, "age": "80y"}).endswith(
        "No listed service fits these answers. That does not mean that there is none.\n"
        f"Where to ask when nothing fits: Front Door (01632 960 102).\n{CRISIS}"
    )


def test_an_empty_list_is_not_said_to_mean_that_there_is_no_service() -> None:
    assert text({"area": "northvale", "needs": ["gambling"]}).startswith(
        "No service of this directory is listed for these answers. That does not mean that there is none."
    )


def test_crisis_help_is_there_though_nobody_asked_where_the_person_is() -> None:
    assert text({"needs": ["gambling"]}).endswith(CRISIS)


def test_a_number_comes_with_what_to_do_there() -> None:
    def routes(contact: Mapping[str, str], name: str = "Crisis Team") -> str:
        directory = town(crisis_team={"contact": contact, "name": name})
        told = answers_from({"area": "northvale"})
        return as_text((), told, directory).rpartition("Crisis help: ")[2]

    assert routes({"phone": "111", "phone_note": "then press 2"}) == "Crisis Team (111, then press 2)."
    assert routes({"text": "85258", "text_note": "text the word SHOUT"}) == "Crisis Team (85258, text the word SHOUT)."
    assert routes({"text": "85258"}) == "Crisis Team (text 85258)."
    assert routes({"text": "85258", "text_note": "text the word SHOUT"}, "Shout 85258") == (
        "Shout 85258 (text the word SHOUT)."
    )
    assert routes({"phone": "111", "phone_note": "then press 2"}, "NHS 111") == "NHS 111 (111, then press 2)."
    assert routes({"phone": "999"}, "Emergency services (999) and A&E") == "Emergency services (999) and A&E."
    assert routes({"email": "help@example.org"}) == "Crisis Team."


def test_what_speaks_of_a_crisis_brings_crisis_help_first() -> None:
    assert text({**SEVERE, "flags": {"recent-attempt": "2d"}}).startswith(CRISIS)
    assert text({**SEVERE, "needs": ["suicidal-thoughts"]}).startswith(CRISIS)
    assert not text({**SEVERE, "flags": {"recent-attempt": "no"}}).startswith(CRISIS)
    assert not text(SEVERE).startswith(CRISIS)


def test_plain_data_holds_codes_and_sentences_and_repeats_no_answer() -> None:
    directory, told = town(), answers_from({**SEVERE, "age": "80y"})
    data = as_data(match_all(directory, told, TODAY), told, directory)
    assert (data["front_door"], data["crisis"]) == ("front-door", ["crisis-team"])
    first = data["matches"][0]
    assert (first["service"], first["outcome"], first["label"]) == ("cmht", "does_not_fit", "Does not take")
    assert {"criterion": "age", "state": "not_met", "code": "", "refer_to": []} in first["reasons"]
    assert "80" not in json.dumps(data)


def test_made_up_services_are_marked_beside_the_crisis_numbers_and_the_front_door() -> None:
    directory = town(crisis_team={"fictional": True}, front_door={"fictional": True})
    told = answers_from({**SEVERE, "age": "80y"})
    matches = match_all(directory, told, TODAY)
    for ending in (as_text(matches, told, directory), "\n".join(as_data(matches, told, directory)["sentences"])):
        assert ending.endswith(
            "Where to ask when nothing fits: Front Door (01632 960 102) (made up).\n"
            "Crisis help: Crisis Team (01632 960 101) (made up)."
        )


def test_somebody_whom_a_team_already_sees_is_first_sent_to_that_team() -> None:
    first = "A mental health team already sees this person, so ask that team first."
    told = {**SEVERE, "flags": {"under-secondary-care": "yes"}}
    assert text(told).startswith(f"{first}\n\n")
    assert text({**told, "flags": {"under-secondary-care": "yes", "recent-attempt": "2d"}}).startswith(
        f"{CRISIS}\n\n{first}\n\n"
    )
    assert first not in text({**SEVERE, "flags": {"under-secondary-care": "no"}})
    assert first not in text(SEVERE)


def test_plain_data_says_before_the_matches_that_the_persons_own_team_is_to_be_asked() -> None:
    def data(flags: Mapping[str, str]) -> dict[str, Any]:
        return as_data((), answers_from({"area": "northvale", "flags": flags}), town())

    said = data({"under-secondary-care": "yes"})
    assert said["ask_first"] == "A mental health team already sees this person, so ask that team first."
    assert list(said).index("ask_first") < list(said).index("matches")
    assert data({"under-secondary-care": "no"})["ask_first"] is None
