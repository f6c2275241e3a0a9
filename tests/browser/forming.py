"""Fills the form for an entry as a volunteer does: what the entry is to hold, field by field and step by step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

FORM = "contribute/add/"
NEXT = ".rd-form__step:not([hidden]) .rd-form__do button"
TEXT = ".rd-entry__text code"
FOLLOWED = """() => {
    const wanted = new URLSearchParams(location.hash.slice(1)).get("step");
    return !wanted || document.querySelector("[data-step]:not([hidden])").dataset.step === wanted;
}"""
GROUPS = ("crisis", "waits", "contact", "hours", "criteria", "referral", "other")
UNFOLD = """($each) => {
    for (let $at = $each; $at; $at = $at.parentElement) if ($at.tagName === "DETAILS") $at.open = true;
}"""

Data = dict[str, Any]


def opened(page: Page, site: str, fragment: str = "") -> Page:
    """The form, ready to be filled in."""
    page.goto("about:blank")
    page.goto(f"{site}{FORM}{fragment}")
    page.locator("[data-rd-form][data-ready]").wait_for()
    return page


def go_on(page: Page) -> str:
    """Presses the button of a step; gives back the step that is shown then.

    The form follows the address, and a browser tells of a change of that only after the press.
    """
    page.locator(NEXT).click()
    page.wait_for_function(FOLLOWED)
    return shown(page)


def shown(page: Page) -> str:
    """The step on the screen."""
    return page.locator("[data-step]:not([hidden])").get_attribute("data-step") or ""


def fill_entry(page: Page, data: Data, folder: str, own_id: str = "") -> None:
    """Fills in every step and goes on to the last."""
    page.locator("#f-folder").select_option(folder)
    if own_id:
        fill_in(page.locator("#f-id"), own_id)
    while shown(page) != "look":
        step = shown(page)
        fill_step(page.locator(f"[data-step={step}]"), data)
        assert go_on(page) != step, page.locator(".rd-problems").all_inner_texts()


def fill_step(step: Locator, data: Data) -> None:
    for part in step.locator("[data-either]").all():
        fill_either(part, valued(data, part.get_attribute("data-either") or ""))
    for part in step.locator("[data-rows]").all():
        fill_rows(part, data)
    for part in step.locator(
        "[data-field]:not(.rd-form__row [data-field], [data-new-organization] [data-field])"
    ).all():
        value = valued(data, part.get_attribute("data-field") or "")
        if value is not None:
            fill_field(part, value)


def valued(data: Data, key: str) -> Any:
    """The value that a dotted key leads to; None where there is nothing."""
    value: Any = data
    for name in key.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def fill_either(part: Locator, value: Any) -> None:
    if value is not None:
        answer = value if isinstance(value, str) else "some"
        press(part.locator(f':scope > fieldset > .rd-form__choice input[value="{answer}"]'))


def fill_rows(part: Locator, data: Data) -> None:
    value = valued(data, part.get_attribute("data-rows") or "")
    if part.get_attribute("data-keyed") is not None:
        value = [{"": name, **value[name]} for name in GROUPS if isinstance(value, dict) and name in value]
    for at, item in enumerate(value if isinstance(value, list) else ()):
        rows = part.locator(".rd-form__row")
        if rows.count() <= at:
            press(part.locator("[data-rows-add]"))
        row = rows.nth(at)
        fields = [each.get_attribute("data-field") or "" for each in row.locator("[data-field]").all()]
        for key in fields:
            told = valued(item, key) if key else item.get("")
            if told is not None:
                fill_field(row.locator(f'[data-field="{key}"]'), told)


def press(what: Locator) -> None:
    what.evaluate(UNFOLD)
    what.click()


def fill_in(what: Locator, value: Any) -> None:
    what.evaluate(UNFOLD)
    what.fill(str(value))


def fill_field(field: Locator, value: Any) -> None:
    """Answers one question with the mouse or the keyboard."""
    field.first.evaluate(UNFOLD)
    kind = field.get_attribute("data-kind")
    if kind == "choice" and field.locator("select").count():
        field.locator("select").select_option(value)
    elif kind in ("choice", "flag"):
        field.locator(f'input[value="{str(value).lower() if kind == "flag" else value}"]').check()
    elif kind in ("several", "codes"):
        for each in value if isinstance(value, list) else [value]:
            fill_code(field, each)
    elif kind == "ids":
        for each in value if isinstance(value, list) else [value]:
            field.locator("[data-ids] > input").fill(each)
            field.locator(f'input[value="{each}"]').check()
    elif kind == "age":
        years, months = re.fullmatch(r"(?:(\d+)y)?(?:(\d+)m)?", value).groups()  # type: ignore[union-attr]
        fill_in(field.locator("[data-part=y]"), years or "")
        if months:
            fill_in(field.locator("[data-part=m]"), months)
    elif kind == "duration":
        fill_in(field.locator("input"), value[:-1])
        field.locator("select").select_option(value[-1])
    elif kind == "hours":
        fill_hours(field, value)
    else:
        text = "\n".join(value) if isinstance(value, list) else value
        fill_in(field.locator("input, textarea").first, text)


def fill_code(field: Locator, value: Any) -> None:
    code = value if isinstance(value, str) else value["what"]
    field.locator(f'input[value="{code}"]').check()
    if isinstance(value, dict):
        limit = field.locator(".rd-form__choice", has=field.page.locator(f'[value="{code}"]')).locator(
            ".rd-form__limit"
        )
        limit.locator("input").fill(value["max_age"][:-1])
        limit.locator("select").select_option(value["max_age"][-1])


def fill_hours(field: Locator, value: str) -> None:
    """Always open, a week of one or two lines, or as OpenStreetMap has it."""
    if value == "24/7":
        field.locator('input[value="24/7"]').check()
    elif "[" in value:
        field.locator('input[value="text"]').check()
        field.locator("[data-hours-text] input").fill(value)
    else:
        field.locator('input[value="week"]').check()
        *parts, last = value.split("; ")
        for at, part in enumerate((*parts, *([] if last == "PH off" else [last]))):
            fill_line(field, at, part)
        if last == "PH off":
            field.locator('input[value="PH off"]').check()


def fill_line(field: Locator, at: int, part: str) -> None:
    if at:
        field.locator("[data-hours-add]").click()
    line = field.locator(".rd-form__week").nth(at)
    days, _, times = part.partition(" ")
    first, _, last = days.partition("-")
    week = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    for day in week[week.index(first) : week.index(last or first) + 1]:
        line.locator(f'input[value="{day}"]').check()
    opens, _, closes = times.partition("-")
    line.locator("[data-opens]").fill(opens)
    line.locator("[data-closes]").fill("00:00" if closes == "24:00" else closes)


def texts(page: Page) -> dict[str, str]:
    """The texts of the files that the last step shows, by file."""
    page.locator(TEXT).first.wait_for(state="attached")
    names = page.locator(".rd-entry__file code").all_text_contents()
    return dict(zip(names, page.locator(TEXT).all_text_contents(), strict=True))
