"""Prose is set in lines that can be read: 45 to 75 characters each (Bringhurst, The Elements of Typographic Style)."""

from __future__ import annotations

import pytest

from browser.conftest import Windows

# How many characters stand on each full line of each paragraph: a line ends where the next character stands further to
# the left. The last line of a paragraph is never full.
LINES = """all => all.map(each => {
    const range = document.createRange(), walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT)
    const lines = [0]
    let reached = -1
    for (let node; (node = walker.nextNode());) {
        for (let at = 0; at < node.length; at++) {
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            const box = range.getClientRects()[0]
            if (!box?.width) continue
            if (box.left < reached) lines.push(0)
            lines[lines.length - 1] += 1
            reached = box.left
        }
    }
    return lines.slice(0, -1)
})"""


@pytest.mark.parametrize("address", ["about/", "safety/", "privacy/"])
def test_a_full_line_of_reading_has_45_to_75_characters(windows: Windows, address: str):
    with windows() as window:
        told = window.go(address).locator(".rd-content > p:visible:not(:has(code))").evaluate_all(LINES)
    full = [length for lines in told for length in lines]
    fitting = [length for length in full if 45 <= length <= 75]
    assert len(full) > 5
    assert len(fitting) >= 0.9 * len(full), "A long word that goes over to the next line leaves a line short."
