"""`rightdoor links`: asks what stands in the records, remembers what failed, and stops nothing."""

import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from records.loopback import Server, serving
from rightdoor.cli import main
from rightdoor.cli.links import agent
from rightdoor.records.link_state import Answer
from rightdoor.records.turns import Turns
from small_project import FILES, ORGANIZATION, SERVICE, small_project

SITE = "http://charity.org.uk"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server of this computer that every name leads to, because no sound entry names this computer itself."""
    with serving() as running:
        here = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))]
        monkeypatch.setattr("rightdoor.records.turns.sleep", lambda _: None)
        monkeypatch.setattr("rightdoor.records.asking.socket.getaddrinfo", lambda *_, **__: here)
        monkeypatch.setattr("rightdoor.records.asking.connected", lambda *_: _to(running))
        yield running


def _to(server: Server) -> socket.socket:
    talk = socket.socket()
    talk.connect(("127.0.0.1", server.server_port))
    return talk


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


def project(folder: Path, *paths: str) -> Path:
    """The small project as if it were real, with an organization's website and pages that are evidence."""
    small_project(folder)
    for name in FILES:
        file = folder / name
        kept = (line for line in file.read_text().splitlines() if not line.startswith(("fictional:", "story_date:")))
        file.write_text("\n".join(kept).replace("01632 960 111", "116 123") + "\n")
    rows = [f'{{covers: [criteria], url: "{SITE}{path}", title: A page}}' for path in paths[1:]]
    add(folder / ORGANIZATION, f'website: "{SITE}{paths[0]}"')
    if rows:
        add(folder / SERVICE, f"evidence: [{', '.join(rows)}]")
    return folder


def add(file: Path, line: str) -> None:
    file.write_text(f"{file.read_text()}{line}\n")


def links(root: Path, day: str, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["links", "--root", str(root), "--today", day, "--allow-loopback", *arguments])
    assert not isinstance(result.exception, Exception), result.exception
    return result


def test_a_link_is_broken_after_two_failures_a_week_apart_and_the_command_ends_well(
    tmp_path: Path, server: Server
) -> None:
    project(tmp_path, "/fine", "/gone", "/robots")
    first, second = links(tmp_path, "2026-11-01"), links(tmp_path, "2026-11-08")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "3 links asked: 1 answered, 1 would not say, 0 broken, 1 to be asked again." in first.stdout
    assert "Broken: failed twice, a week or more apart" in second.stdout
    assert (
        f"{SITE}/gone\n    The page is not there (404), since 2026-11-01\n    in service valeland-line" in second.stdout
    )
    said = json.loads((tmp_path / ".rightdoor/links.json").read_text())
    assert said["asked_on"] == "2026-11-08" and list(said["failing"]) == [f"{SITE}/gone"]


def test_one_address_is_asked_once_though_it_stands_twice(tmp_path: Path, server: Server) -> None:
    links(project(tmp_path, "/fine#a", "/fine#b"), "2026-11-01")
    assert [path for _, path, _ in server.asked] == ["/fine"]


def test_nothing_made_up_is_asked(tmp_path: Path, server: Server) -> None:
    small_project(tmp_path)
    add(tmp_path / ORGANIZATION, 'website: "https://example.org/fine"')
    assert "0 links asked" in (said := links(tmp_path, "2026-11-01").stdout)
    assert "1 made-up link not asked." in said
    assert server.asked == []


def test_this_computer_is_not_asked_unless_a_test_says_so(tmp_path: Path, server: Server) -> None:
    project(tmp_path, "/fine")
    arguments = ["links", "--root", str(tmp_path), "--today", "2026-11-01"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert server.asked == []


def test_a_run_in_which_nobody_answers_at_all_notes_nothing(tmp_path: Path, server: Server) -> None:
    project(tmp_path, "/silent", "/silent?2", "/silent?3")
    (tmp_path / ".rightdoor").mkdir(exist_ok=True)
    assert "Nobody answers at all" in links(tmp_path, "2026-11-01").stdout
    assert not (tmp_path / ".rightdoor/links.json").exists()


def test_a_state_that_cannot_be_read_is_said_and_begun_anew(tmp_path: Path, server: Server) -> None:
    file = tmp_path / "state.json"
    file.write_text("{")
    result = links(project(tmp_path, "/gone"), "2026-11-01", "--state", str(file))
    assert result.exit_code == 0 and "this begins anew" in result.stderr
    assert f"{SITE}/gone" in json.loads(file.read_text())["failing"]


def test_an_area_that_is_none_is_refused_and_the_one_meant_is_named(tmp_path: Path, server: Server) -> None:
    result = links(project(tmp_path, "/fine"), "2026-11-01", "--area", "valelend")
    assert result.exit_code == 2
    assert "Did you mean valeland?" in result.stderr


def test_one_area_alone_is_asked_and_what_is_known_of_others_stays(tmp_path: Path, server: Server) -> None:
    project(tmp_path, "/gone")
    links(tmp_path, "2026-11-01")
    links(tmp_path, "2026-11-08", "--area", "valeland")
    said = json.loads((tmp_path / ".rightdoor/links.json").read_text())
    assert said["asked_on"] == "2026-11-01" and f"{SITE}/gone" in said["failing"]


def test_a_run_that_is_stopped_notes_what_it_learned_and_forgets_nothing(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, "/gone")
    links(tmp_path, "2026-11-01")

    def stopped(_addresses: object, _ask: object, found: dict[str, Answer], _tell: object) -> None:
        found["http://other.org.uk/"] = Answer("no-host")
        raise KeyboardInterrupt

    monkeypatch.setattr("rightdoor.records.asking_all.ask_all", stopped)
    result = links(tmp_path, "2026-11-08")
    said = json.loads((tmp_path / ".rightdoor/links.json").read_text())
    assert result.exit_code == 0 and "Stopped." in result.stderr
    assert said["asked_on"] == "2026-11-01"
    assert set(said["failing"]) == {f"{SITE}/gone", "http://other.org.uk/"}


def test_a_run_that_is_killed_has_noted_what_it_learned_and_one_in_which_nobody_answered_yet_nothing(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = project(tmp_path, "/gone") / ".rightdoor/links.json"
    seen: list[object] = []

    def killed(_: object, __: object, found: dict[str, Answer], tell: Callable[[int], None]) -> None:
        found["http://dead.org.uk/"] = Answer("no-host")
        tell(1)
        seen.append(file.exists())
        found["http://gone.org.uk/"] = Answer("not-found", 404)
        tell(1)
        seen.append(json.loads(file.read_text()))
        raise SystemExit(137)

    monkeypatch.setattr("rightdoor.records.asking_all.ask_all", killed)
    links(tmp_path, "2026-11-08")
    assert seen[0] is False
    said = json.loads(file.read_text())
    assert seen[1] == said and said["asked_on"] is None
    assert set(said["failing"]) == {"http://dead.org.uk/", "http://gone.org.uk/"}


def test_what_is_left_of_a_slow_host_is_said_and_nothing_known_of_it_is_forgotten(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, "/gone", "/gone?2")
    links(tmp_path, "2026-11-01")
    monkeypatch.setattr("rightdoor.records.asking_all.PATIENCE", 0)
    result = links(tmp_path, "2026-11-08")
    assert "2 links left for next time, since these take too long to answer: charity.org.uk." in result.stdout
    said = json.loads((tmp_path / ".rightdoor/links.json").read_text())
    assert said["asked_on"] == "2026-11-01" and len(said["failing"]) == 2


def test_addresses_are_asked_in_another_order_each_day(tmp_path: Path, server: Server) -> None:
    paths = [f"/fine?{number}" for number in range(12)]
    project(tmp_path, *paths)
    orders = []
    for day in ("2026-11-01", "2026-11-08"):
        server.asked.clear()
        links(tmp_path, day)
        orders.append([path for _, path, _ in server.asked])
    assert sorted(orders[0]) == sorted(orders[1]) == sorted(paths)
    assert orders[0] != orders[1]


def test_servers_are_told_where_the_directory_lives(tmp_path: Path) -> None:
    assert agent(tmp_path).endswith("still work)")
    plugin = "rightdoor: {repository: 'https://github.com/example/northvale'}"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: V\nplugins: [{plugin}]\ntheme: {{name: material}}\n")
    assert "+https://github.com/example/northvale)" in agent(tmp_path)


def test_a_pause_lies_between_two_questions_unless_a_test_says_otherwise() -> None:
    from rightdoor.records.asking import Asker

    assert isinstance(Asker("x").turns, Turns)
    assert Asker("x").turns._pause >= 1
