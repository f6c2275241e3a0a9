"""Waits and standards in words; the sentences stand in the vocabularies `wait_standards` and `wait_comparisons`."""

from rightdoor.coverage.waits import Against, Measures, WaitRow
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import months_of, words_for_age

_TOLD = {
    (Measures.SAME, True): "over",
    (Measures.SAME, False): "within",
    (Measures.PART, True): "part-over",
    (Measures.PART, None): "part",
    (Measures.MORE, False): "more-within",
    (Measures.MORE, None): "more",
    (Measures.OTHERS, None): "others",
}


def standard_words(code: str, grammar: Grammar) -> str:
    """A standard as a sentence: "75% of people begin treatment within 6 weeks of referral."."""
    phrase = str(grammar["wait_standards"][code].more["phrase"])
    return f"{phrase[0].upper()}{phrase[1:]}."


def against_words(row: WaitRow, against: Against, grammar: Grammar) -> str:
    """What a wait says of a standard, and where it says nothing why."""
    said = grammar["wait_standards"][against.standard].more["standard"]
    told = _TOLD[against.measures, against.over] if row.fresh else "stale"
    steps = grammar["wait_steps"]
    words = {
        "weeks": weeks_words(row.weeks).capitalize(),
        "limit": weeks_words(said["weeks"]),
        "from": steps[said["from"]].more["phrase"],
        "to": steps[said["to"]].more["phrase"],
        "under": words_for_age(months_of(said["under"])) if "under" in said else "",
        "only_if": said.get("only_if", ""),
    }
    say = grammar["wait_comparisons"]
    sentences = [told, *(["only-if"] if "only_if" in said and row.fresh else [])]
    return " ".join(str(say[each].more["say"]).format(**words) for each in sentences)


def weeks_words(weeks: int) -> str:
    """Weeks in words: "1 week", "6 weeks", "less than a week"."""
    return "less than a week" if weeks == 0 else f"{weeks} week{'s' * (weeks != 1)}"
