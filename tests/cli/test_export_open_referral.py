"""`rightdoor export open-referral`, and the same feed in the built site."""

import json
import socket
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from rightdoor.cli import main
from rightdoor.pages.extras import headers
from rightdoor.pages.open_referral_files import ADDRESS, DATA, FOLDER
from rightdoor.pages.view import Settings, View
from rightdoor.records.load import load
from rightdoor.resources import theme_folder


def export(root: Path, out: Path):
    return CliRunner().invoke(main, ["export", "open-referral", str(out), "--root", str(root), "--today", "2026-11-24"])


def test_the_command_writes_what_the_site_serves(root: Path, tmp_path: Path) -> None:
    done = export(root, tmp_path / "feed")
    assert done.exit_code == 0, done.output
    feed = tmp_path / "feed"
    written = {each.relative_to(feed).as_posix(): each.read_bytes() for each in feed.rglob("*.json")}
    view = View(load(root, date(2026, 11, 24)).directory, date(2026, 11, 24), Settings(), theme_folder())
    served = [kind.page(view, key) for kind in DATA for key in kind.keys(view)]
    assert {each.address.removeprefix(FOLDER): each.content for each in served} == written
    assert ADDRESS.removeprefix(FOLDER) in written
    assert json.loads(written["index.json"])["version"] == "HSDS-UK-3.0"


def test_a_folder_with_something_in_it_is_left_as_it_is(root: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("Mine.")
    done = export(root, tmp_path)
    assert done.exit_code != 0
    assert "is not empty" in done.output
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_other_sites_may_read_the_data_and_nothing_else() -> None:
    _, _, after = headers().decode().partition("/data/*\n")
    assert after == "  Access-Control-Allow-Origin: *\n"
    assert headers().count(b"Access-Control-Allow-Origin") == 1


def test_the_interface_says_where_it_listens_and_a_taken_port_is_named(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = CliRunner().invoke(main, ["serve", "--api", "--port", str(port), "--root", str(root)])
    assert done.exit_code == 1
    assert f"Nothing can be shown at 127.0.0.1:{port}" in done.output
