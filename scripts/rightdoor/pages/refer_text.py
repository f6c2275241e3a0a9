"""The sheet for referrers as plain text that can be pasted into a clinical record.

Short lines of plain characters, no tables: record systems use narrow fields and wrap, and some drop or mangle what is
not ASCII. Signs are put into ASCII; letters of names stay as they are. The service's own words are left to the sheet,
but for those that qualify: what to check first, and by whom a person is taken after all. Nothing in the text is about
a patient: boxes to tick are empty brackets, and whoever pastes it fills them in.
"""

from collections.abc import Iterable, Iterator, Sequence

from rightdoor.pages.criteria_rows import Reason
from rightdoor.pages.links import Link
from rightdoor.pages.refer_values import NOT_TICKED, ReferSheet
from rightdoor.pages.referral_rows import RouteRow
from rightdoor.pages.wording import UNKNOWN, joined

WIDTH = 72
BOX = "[ ]"
COPIED = "Copied on:"
"""The last line: the browser adds the day, and without a script whoever pastes does."""

_SIGNS = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "•": "-", "→": "->", "\u00a0": " "}


def refer_text(sheet: ReferSheet, source: str) -> str:
    """The whole text; `source` says where it was copied from."""
    lines = [wrapped for part in _parts(sheet, source) for wrapped in part]
    text = "\n".join(lines)
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    return text


def _parts(sheet: ReferSheet, source: str) -> Iterator[list[str]]:
    yield _head(sheet)
    yield _part("HOW TO REFER" if sheet.referred else "HOW TO GET IN TOUCH", _ways(sheet))
    if sheet.referred or sheet.to_send:
        yield _part("SEND WITH IT", _to_send(sheet))
    yield _part("TAKES (tick when true)" if sheet.referred else "TAKES", _takes(sheet))
    if sheet.referred or sheet.check_first:
        rows = _reasons(sheet.check_first, "Nothing is listed. Ask if in doubt.")
        yield _part("CHECK FIRST (tick when checked)", rows)
    yield _part("DOES NOT TAKE (tick when ruled out)" if sheet.referred else "DOES NOT TAKE", _refused(sheet))
    for each in sheet.differences:
        differing = [f"- {label}: {words}" for label, words in each.rows] or ["- The same as above."]
        yield _part(f"DIFFERENT IN {each.area.words.upper()}", differing)
    if sheet.referred or sheet.waits:
        yield _part("WAIT", [*_doubt(sheet, "waits"), *(sheet.waits or [UNKNOWN])])
    if sheet.if_declined:
        yield _part("IF IT DECLINES", [words_of(sheet.if_declined)])
    yield _part("CHECKED", _checked(sheet, source))


def _part(heading: str, lines: Iterable[str]) -> list[str]:
    return ["", heading, *wrapped(lines)]


def _head(sheet: ReferSheet) -> list[str]:
    service = sheet.service
    lines = [service.name, f"{sheet.kind}, run by {sheet.organization.words}"]
    if service.fictional:
        lines.append("MADE UP: this service does not exist. Send nobody here.")
    if sheet.status:
        lines.append(f"!! {sheet.status.upper()}. Do not refer here now.")
    elif sheet.closed:
        lines.append(f"!! NOT TAKING REFERRALS NOW: {sheet.intake.lower()}.")
    elif sheet.referred:
        lines.append(f"Taking referrals: {sheet.intake or UNKNOWN}")
    if sheet.gate:
        phone = f", phone {unbroken(sheet.gate_phone)}" if sheet.gate_phone else ""
        lines.append(f"!! REACHED ONLY THROUGH {words_of([sheet.gate])}{phone}. Refer there, not here.")
    lines += [f"!! {each}" for each in sheet.opt_ins]
    if service.note:
        lines.append(f"Note: {service.note}")
    return list(wrapped(lines))


def _ways(sheet: ReferSheet) -> Iterator[str]:
    yield from _doubt(sheet, "referral")
    for row in sheet.routes:
        yield from _route(row)
    if not sheet.routes:
        yield f"Only through {sheet.gate.words}." if sheet.gate else "Not known: nobody has said how to refer."
    for label, words in sheet.contact:
        yield f"- {label}: {unbroken(words)}"
    if sheet.advice:
        told = (unbroken(sheet.advice.phone), sheet.advice.email, *sheet.advice.hours)
        yield f"Advice before referring ({sheet.advice.who}): {joined_plain(told)}"
    elif sheet.referred:
        yield "Advice before referring: none is known."


def _route(row: RouteRow) -> Iterator[str]:
    yield f"- {row.who}: {joined_plain((row.how, unbroken(row.phone), row.email, unbroken(row.text), row.url))}"
    if row.hours:
        yield f"  Hours: {joined_plain(row.hours)}"
    if row.response:
        yield f"  Answer: {row.response}"
    if row.note:
        yield f"  {row.note}"


def _to_send(sheet: ReferSheet) -> Iterator[str]:
    if not sheet.to_send:
        yield "Not known: nobody has said what a referral must come with."
    for each in sheet.to_send:
        if len(sheet.to_send) > 1:
            yield f"{each.who}:"
        yield from (f"{BOX} {item}" for item in each.items)


def _takes(sheet: ReferSheet) -> Iterator[str]:
    yield from _doubt(sheet, "criteria")
    for row in sheet.takes:
        ticked = sheet.referred and row.label not in NOT_TICKED
        yield f"{BOX if ticked else '-'} {row.label}: {row.text or UNKNOWN}"
        if row.instead:
            yield f"    Others -> {words_of(row.instead)}"


def _refused(sheet: ReferSheet) -> Iterable[str]:
    if sheet.refused is None:
        return ["Not known. There may be people it does not take."]
    return _reasons(sheet.refused, "The service states nobody whom it does not take.", BOX if sheet.referred else "-")


def _reasons(rows: Sequence[Reason], none: str, box: str = BOX) -> Iterator[str]:
    if not rows:
        yield none
    for row in rows:
        yield f"{box} {row.text}"
        if row.words and (row.how or row.unless):
            yield f'    "{row.words}"'
        yield from (f"    {each}" for each in (row.unless, row.how) if each)
        if row.instead:
            yield f"    -> {words_of(row.instead)}"


def _checked(sheet: ReferSheet, source: str) -> Iterator[str]:
    if sheet.calm:
        yield sheet.calm
    elif sheet.never_checked:
        yield "!! Never checked: nobody has confirmed any of this with the service."
    else:
        yield from (f"{row.label}: {row.how}. {row.words}." for row in sheet.checks)
    if sheet.referred:
        yield "May take, if the criteria are met. The service decides."
    yield f"Source: {source}"
    yield COPIED


def _doubt(sheet: ReferSheet, group: str) -> Iterator[str]:
    doubt = sheet.doubts.get(group)
    if doubt and doubt.words:
        yield f"!! {doubt.words}"


def words_of(links: Iterable[Link]) -> str:
    """Services by name in a row, each with what stands beside it: "A or B (paused)"."""
    return joined((f"{each.words} ({each.note})" if each.note else each.words for each in links), "or")


def unbroken(number: str) -> str:
    """A number whose parts stay on one line: its spaces are not ASCII until the text is done."""
    return number.replace(" ", "\u00a0")


def joined_plain(parts: Iterable[str]) -> str:
    """What is known, with commas between."""
    return ", ".join(part for part in parts if part)


def wrapped(lines: Iterable[str]) -> Iterator[str]:
    """The lines, those that are too long broken between words; what follows stands under the first word."""
    for line in lines:
        if len(line) <= WIDTH:
            yield line
        else:
            yield from _broken(line)


def _broken(line: str) -> Iterator[str]:
    text = line.lstrip()
    indent = " " * (len(line) - len(text) + (4 if text.startswith(BOX) else 2))
    at = " " * (len(line) - len(text))
    for word in text.split(" "):
        if len(at) + len(word) >= WIDTH and at.strip():
            yield at
            at = indent
        at += word if not at.strip() else f" {word}"
    yield at
