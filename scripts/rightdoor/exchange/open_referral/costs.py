"""What a service costs: a kind only where the feed says it plainly, and the words in any case."""

import re
from collections.abc import Mapping
from typing import Any

from rightdoor.exchange.open_referral.plain import prose_of, rows_of, short, text_of
from rightdoor.model.draft import Lost

_LONGEST = 400
_FREE = frozenset({"free", "free of charge", "no charge", "there is no charge", "no cost", "£0", "£0.00", "0", "0.00"})
_FOR_WHAT = re.compile(
    r"(?:(?:per|a|an|each|for (?:a|an|one|each)) (?:[0-9]+ ?(?:hours?|minutes?|mins?|hr) )?"
    r"(?:session|hour|visit|class|week|month|day|appointment|group|course|year|meeting))?\Z"
)
_POUND = "GBP"


def cost_of(value: Mapping[str, Any], lost: list[Lost]) -> tuple[dict[str, str], str]:
    """The cost as data, {} where its kind is not certain; and words for the description, "" where data says them."""
    options = rows_of(value.get("cost_options"))
    fees = " ".join(prose_of(value.get("fees_description") or value.get("fees")).split())
    words = "; ".join(dict.fromkeys(filter(None, map(_words, options[:20]))))
    if not options:
        return ({"kind": "free"}, "") if _is_free(fees) else ({}, "")
    kind = _kind(options, fees)
    if kind == "free":
        return {"kind": "free"}, ""
    if kind and len(words) <= _LONGEST:
        return {"kind": kind, "words": words}, ""
    lost.append(
        Lost("cost_options", short(options), "What kind of cost it is, is not certain: only the words are kept.")
    )
    return {}, words


def _kind(options: list[Mapping[str, Any]], fees: str) -> str:
    """Free where nothing is to be paid by anybody at any time; a fixed fee where there is one sum in pounds."""
    if any(each.get("valid_from") or each.get("valid_to") for each in options):
        return ""
    amounts = [_amount(each) for each in options]
    plain = all(_is_free(_said(each, "option")) or not _said(each, "option") for each in options)
    described = [_said(each, "amount_description") for each in options]
    if all(each == 0 for each in amounts) and plain and all(not each or _is_free(each) for each in described):
        return "free" if not fees or _is_free(fees) else ""
    if len(options) != 1 or not amounts[0] or _said(options[0], "option") or fees:
        return ""
    return "fixed-fee" if _currency(options[0]) == _POUND and _FOR_WHAT.match(described[0].casefold()) else ""


def _words(option: Mapping[str, Any]) -> str:
    amount, currency = _amount(option), _currency(option)
    sign = "£" if currency == _POUND else ""
    after = f" {currency}" if currency and not sign else ""
    sum_ = (
        "" if amount is None else f"{sign}{amount:g}{after}" if amount == int(amount) else f"{sign}{amount:.2f}{after}"
    )
    said = " ".join(filter(None, (sum_, _said(option, "amount_description"))))
    who = _said(option, "option")
    days = " to ".join(filter(None, (text_of(option.get(name))[:10] for name in ("valid_from", "valid_to"))))
    return f"{': '.join(filter(None, (who, said)))}{f' ({days})' if days else ''}"


def _said(option: Mapping[str, Any], name: str) -> str:
    return " ".join(prose_of(option.get(name)).split())


def _amount(option: Mapping[str, Any]) -> float | None:
    """What is to be paid; None where that is not a number, or below nothing."""
    said = option.get("amount")
    if isinstance(said, str) and re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,2})?", said.strip()):
        said = float(said)
    found = isinstance(said, int | float) and not isinstance(said, bool) and 0 <= said < 1_000_000
    return float(said) if found and said is not None else None


def _currency(option: Mapping[str, Any]) -> str:
    said = text_of(option.get("currency")).upper()
    return said if re.fullmatch("[A-Z]{3}", said) else _POUND if said == "£" else ""


def _is_free(text: str) -> bool:
    return text.casefold().rstrip(".! ") in _FREE
