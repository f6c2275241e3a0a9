"""A phone or text number cannot be rung in the United Kingdom.

The number is too short or too long, has an area code that does not exist, belongs to another country, or holds words.
Short numbers that are taken: 999, 112, 111, 101, 116 000, 116 006, 116 111 and 116 123, and for texts 999 and 85258.

Why this matters: somebody who finds the courage to ring hears "the number you have dialled has not been recognised".

What to type: the number as the service prints it, with spaces and nothing else. What to press or say goes into
`phone_note`, and the word to text into `text_note`.

    contact:
      phone: "01632 960 110"
      phone_note: "then select the mental health option"
"""

from collections.abc import Iterator

from rightdoor.model.grammar import Grammar
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Record, problem
from rightdoor.records.checks.phone_numbers import SHORT_NUMBERS, SHORT_TEXT_NUMBERS, TEXT_RELAY, digits_of, is_valid

CODE = "phone-not-valid"
LEVEL = Level.ERROR


def check_record(record: Record, grammar: Grammar) -> Iterator[Problem]:
    """Phone, text and text relay numbers that cannot exist."""
    for path, number in record.texts("phone"):
        if digits_of(number) not in SHORT_NUMBERS and not is_valid(number):
            yield _said(record, path, number)
    for path, number in record.texts("text"):
        if digits_of(number) not in SHORT_TEXT_NUMBERS and not is_valid(number):
            yield _said(record, path, number)
    for path, number in record.texts("text_relay"):
        digits = digits_of(number)
        if not digits.startswith(TEXT_RELAY) or not is_valid(digits.removeprefix(TEXT_RELAY)):
            tip = "Type 18001, a space and the phone number: 18001 01632 960 110"
            message = f"The number {number} is not a text relay number."
            yield problem(record, path, CODE, LEVEL, message, tip)


def _said(record: Record, path: tuple[str | int, ...], number: str) -> Problem:
    digits = digits_of(number)
    if any(character.isalpha() for character in number):
        tip = "Type the number alone. Words about it go into phone_note or text_note."
    elif number.strip().startswith(("+", "00")) and not digits.startswith("0"):
        tip = "Numbers of other countries are not listed. Type the number to ring from the United Kingdom."
    else:
        tip = f"It has {len(digits)} digits; most UK numbers have 11, beginning with 0. Copy it again from the source."
    return problem(record, path, CODE, LEVEL, f"The number {number} is not a UK phone number.", tip)
