"""The checker of built sites finds each fault, and is not fooled by text that only looks like one."""

import subprocess
import sys
from pathlib import Path

import pytest

from rightdoor.pages import verify as checker
from rightdoor.pages.verify import alike, facts_of, verify

HEAD = (
    "<!doctype html>\n<html><head>\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">\n"
    "<title>T</title></head><body>\n"
)
CRISIS = '<section class="rd-crisis" aria-label="Help"><p>999</p></section>'


def page(body: str = "", head: str = HEAD, crisis: str = CRISIS) -> str:
    return f"{head}{crisis}<main>{body}</main></body></html>"


def site(folder: Path, **pages: str) -> Path:
    for name, html in {"index": page(), "404": page(), **pages}.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html)
    return folder


def faults(body: str) -> list[str]:
    return list(facts_of("a/index.html", page(body)).faults)


def test_a_sound_site_has_no_faults(tmp_path: Path) -> None:
    a = page('<h2 id="b">B</h2><a href="#b">b</a> <a href="../">home</a> <a href="https://example.org/">x</a>')
    assert verify(site(tmp_path, a__index=a, b=page('<a href="a/#b">b</a>'))) == []


def test_a_page_without_its_policy_first_is_a_fault() -> None:
    late = page(head=HEAD.replace("<head>\n", "<head><script src='x.js'></script>" + " " * 200))
    assert "does not begin with its security policy" in facts_of("a.html", late).faults


@pytest.mark.parametrize(
    "crisis", ["", '<section class="rd-crisis" aria-label="Help"> <p id="a123">Crisis</p></section>']
)
def test_a_page_without_crisis_help_is_a_fault(crisis: str) -> None:
    assert "does not show help in a crisis" in facts_of("a.html", page(crisis=crisis)).faults


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<script src="https://example.org/x.js"></script>', "loads something from elsewhere"),
        ('<img src="//example.org/x.png">', "loads something from elsewhere"),
        ('<link rel="stylesheet" href="http://example.org/x.css">', "loads something from elsewhere"),
        ("<script>alert(1)</script>", "holds a script"),
        ("<SCRIPT>alert(1)</SCRIPT>", "holds a script"),
        ('<script type="text/javascript">alert(1)</script>', "holds a script"),
        ('<script type="application/json">{}</script>', "holds a script"),
        ('<script type="application/ld+json" id="a">{}</script>', "holds a script"),
        ('<script type="application/ld+json" src="https://example.org/x"></script>', "loads something from elsewhere"),
        ("<SCRIPT SRC=//example.org/x.js></SCRIPT>", "loads something from elsewhere"),
        ('<p onclick="x()">', "has onclick= on <p>"),
        ('<p ONCLICK="x()">', "has onclick= on <p>"),
        ("<img/onerror=x()>", "has onerror= on <img>"),
        ('<p title=">" onclick="x()">', "has onclick= on <p>"),
        ('<p style="color: red">', "has style= on <p>"),
        ('<iframe src="x.html"></iframe>', "holds <iframe>"),
        ("<style>p {}</style>", "holds <style>"),
        ('<form action="/send">', "has action= on <form>"),
        ('<p id="a"></p><p id="a"></p>', "has two elements with the id a"),
        ('<a href="#c">c</a>', "links to #c, which is not on the page"),
        ('<a href="../../x/">c</a>', "leads out of the site"),
        ('<a href="javascript:alert(1)">c</a>', "leads out of the site"),
    ],
)
def test_each_fault_is_found(body: str, fault: str) -> None:
    assert any(fault in each for each in faults(body)), faults(body)


@pytest.mark.parametrize(
    "body",
    [
        "<p>Text with onclick=alert(1) and style=x in it</p>",
        '<p title="onerror=x style=y">',
        '<p title="&#34;&gt;&lt;img src=x onerror=alert(1)&gt;">&lt;script&gt;</p>',
        '<img src="../x.png" alt="">',
        '<input type="search" disabled>',
        '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    ],
)
def test_harmless_text_is_no_fault(body: str) -> None:
    assert faults(body) == []


def test_links_to_pages_and_places_that_are_not_there_are_found(tmp_path: Path) -> None:
    site(tmp_path, a__index=page('<a href="../b/">b</a><a href="../#x">x</a><a href="../c.pdf?v=1">c</a>'))
    assert verify(tmp_path) == [
        "a/index.html links to #x, but that page has no #x",
        "a/index.html links to b/, which is not in the site",
        "a/index.html links to c.pdf, which is not in the site",
    ]


def test_the_page_for_missing_addresses_may_link_from_the_root_of_the_host(tmp_path: Path) -> None:
    site(tmp_path, **{"404": page('<a href="/sub/a/">a</a><a href="/sub/">home</a>'), "a__index": page()})
    assert verify(tmp_path, "/sub/") == []
    assert verify(tmp_path) != []


def test_files_that_differ_only_in_capital_letters_are_found() -> None:
    assert alike(["a/index.html", "A/index.html", "b.html"]) == [
        "a/index.html and A/index.html differ only in capital letters"
    ]


def test_a_link_in_the_file_system_is_found(tmp_path: Path) -> None:
    (site(tmp_path) / "x.txt").symlink_to("/etc/passwd")
    assert any("is not a plain file" in fault for fault in verify(tmp_path))


def test_the_checker_is_a_program_that_needs_nothing_of_ours(tmp_path: Path) -> None:
    site(tmp_path, b=page('<a href="nowhere/">x</a>'))
    command = (sys.executable, "-I", str(checker.__file__), str(tmp_path))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "b.html links to nowhere/, which is not in the site\n")


@pytest.mark.parametrize("beside", ["", "<p>1 <b and c</p>"])
def test_data_for_search_engines_is_no_script(beside: str) -> None:
    data = '<script type="application/ld+json">{"name":"\\u003cb\\u003e"}</script>'
    assert [each for each in faults(data + beside) if "script" in each] == []
