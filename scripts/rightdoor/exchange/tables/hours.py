"""Opening hours in words as OpenStreetMap's form, only where they can mean one thing."""

import re

from rightdoor.model.opening_hours import times_of

_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s)?"
_TO = r"\s*(?:-|–|—|to|until|till)\s*"
_TIME = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|noon)?"
_LINE = re.compile(
    rf"(?:open(?:\s+on)?\s+|on\s+)?({_DAY}(?:(?:{_TO}|\s*(?:,|&|and|/)\s*){_DAY})*)[,:]?\s*(?:from\s+)?{_TIME}{_TO}{_TIME}"
)
_ALWAYS = re.compile(
    r"(?:open\s+)?(?:24\s*/\s*7|24 hours(?: a day)?(?:,? (?:7|seven) days(?: a week)?)?|24hrs?,? 7 days)"
)


def hours(text: str) -> str | None:
    """The hours in OpenStreetMap's form; None where they are not certain."""
    bare = " ".join(text.split())
    if bare and _is_ours(bare):
        return bare
    low = bare.casefold().rstrip(".")
    if _ALWAYS.fullmatch(low) and "hours" not in low.replace("24 hours a day, 7 days", "").replace(
        "24 hours a day", ""
    ):
        return "24/7"
    found = [_one(each) for each in re.split(r"\s*;\s*|\s*\n\s*", low) if each]
    whole = "; ".join(each for each in found if each)
    return whole if found and all(found) and _is_ours(whole) else None


def _is_ours(text: str) -> bool:
    """Whether the model can take the hours apart to the last word."""
    if not re.match(r"(?:24/7|(?:Mo|Tu|We|Th|Fr|Sa|Su)\b)", text):
        return False
    told = times_of(text)
    return bool(told.weekly or text == "24/7" or told.monthly) and not told.other


def _one(text: str) -> str | None:
    found = _LINE.fullmatch(text)
    if not found:
        return None
    begin, end = _times(*found.groups()[1:])
    days = _days(found[1])
    return f"{days} {begin}-{end}" if begin and end and days else None


def _days(text: str) -> str:
    parts = re.split(r"\s*(?:,|&|\band\b|/)\s*", text)
    written = []
    for part in parts:
        ends = [each[:2].title() for each in re.findall(_DAY, part)]
        if not ends or len(ends) > 2 or len(ends) == 2 and _at(ends[0]) >= _at(ends[1]):
            return ""
        written.append("-".join(ends))
    return ",".join(written)


def _at(day: str) -> int:
    return _DAYS.index(day.casefold())


def _times(hour: str, minute: str, half: str, end_hour: str, end_minute: str, end_half: str) -> tuple[str, str]:
    """Both times on the clock of 24 hours, or nothing. "2-4pm" and "9-5pm" say one thing; "9-5" does not."""
    first, last = int(hour), int(end_hour)
    half, end_half = ((each or "").replace(".", "") for each in (half, end_half))
    if not half and not end_half:
        if not (minute and end_minute and (last > 12 or len(hour) == 2 and hour.startswith("0"))):
            return "", ""
    elif not end_half or max(first, last) > 12 or not first or not last:
        return "", ""
    else:
        last = _clock(last, end_half)
        guessed = half or (
            end_half if _clock(first, end_half) * 60 + int(minute or 0) < last * 60 + int(end_minute or 0) else "am"
        )
        first = _clock(first, "pm" if guessed == "noon" else guessed)
    if not (first < 24 and last <= 24 and int(minute or 0) < 60 and int(end_minute or 0) < 60):
        return "", ""
    begin, end = f"{first:02}:{minute or '00'}", f"{last:02}:{end_minute or '00'}"
    return (begin, end) if begin < end <= "24:00" else ("", "")


def _clock(hour: int, half: str) -> int:
    return hour % 12 + (12 if half in {"pm", "noon"} else 0)
