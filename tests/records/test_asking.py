"""Asking whether a page is there: politely, within bounds, and never behind anybody's wall."""

import ipaddress
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from records.loopback import Server, serving
from rightdoor.records import asking_all
from rightdoor.records.asking import Asker
from rightdoor.records.asking_all import ask_all, nobody_answers
from rightdoor.records.link_state import ANSWERS, UNCLEAR, Answer
from rightdoor.records.public_numbers import is_public
from rightdoor.records.turns import Turns

AGENT = "Rightdoor/test (checks that links in a directory still work; +https://example.org/repository)"


def asker(timeout: float = 5, *, loopback: bool = True, pause: float = 0) -> Asker:
    return Asker(AGENT, timeout, loopback, Turns(pause))


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/fine", Answer(ANSWERS, 200)),
        ("/moved", Answer(ANSWERS, 200)),
        ("/only-get", Answer(ANSWERS, 200)),
        ("/hop4", Answer(ANSWERS, 200)),
        ("/hop5", Answer("circle")),
        ("/circle", Answer("circle")),
        ("/gone", Answer("not-found", 404)),
        ("/moved-to-gone", Answer("not-found", 404)),
        ("/fault", Answer("server-error", 500)),
        ("/wrong", Answer("refused", 400)),
        ("/password", Answer(UNCLEAR, 401)),
        ("/robots", Answer(UNCLEAR, 403)),
        ("/busy", Answer(UNCLEAR, 429)),
        ("/silent", Answer("no-answer")),
        ("/nonsense", Answer("no-answer")),
        ("/inside", Answer("private")),
        ("/metadata", Answer("private")),
        ("/elsewhere", Answer("not-web")),
        ("/broken-address", Answer("not-web")),
    ],
)
def test_what_a_server_does_is_told_apart(server: Server, path: str, answer: Answer) -> None:
    assert asker().ask(server.address(path)) == answer


def test_a_server_is_told_who_asks_and_is_asked_for_no_more_than_it_need_send(server: Server) -> None:
    asker().ask(server.address("/only-get"))
    (head, _, first), (get, _, second) = server.asked
    assert (head, get) == ("HEAD", "GET")
    assert first["User-Agent"] == AGENT
    assert second["Range"] == "bytes=0-1023"
    assert {"Cookie", "Referer", "Authorization"}.isdisjoint(first.keys() | second.keys())


def test_a_page_that_answers_is_asked_once_and_its_text_is_never_fetched(server: Server) -> None:
    asker().ask(server.address("/fine"))
    assert [method for method, _, _ in server.asked] == ["HEAD"]


def test_a_fragment_stays_here_and_odd_letters_are_written_as_addresses_have_them(server: Server) -> None:
    asker().ask(server.address("/café page?q=a b#part"))
    assert [path for _, path, _ in server.asked] == ["/caf%C3%A9%20page?q=a%20b"]


def test_an_address_cannot_add_lines_to_the_question(server: Server) -> None:
    asker().ask(server.address("/fine%0d%0aX-Bad:%20yes\r\nX-Worse: yes"))
    assert not any("X-" in name for _, _, headers in server.asked for name in headers)


def test_a_server_that_takes_too_long_is_left_in_time(server: Server) -> None:
    began = monotonic()
    assert asker(0.3).ask(server.address("/slow")) == Answer("too-slow")
    assert monotonic() - began < 0.9


def test_a_body_without_end_is_never_read(server: Server) -> None:
    began = monotonic()
    assert asker(5).ask(server.address("/endless")) == Answer(ANSWERS, 200)
    assert monotonic() - began < 2


def dripping(sent: bytes, every: float, stop: threading.Event) -> int:
    """A server that sends one letter at a time, for ever; gives its port."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while not stop.is_set():
            talk, _ = listening.accept()
            try:
                while not stop.is_set():
                    talk.sendall(sent)
                    sleep(every)
            except OSError:
                continue

    threading.Thread(target=serve, daemon=True).start()
    return int(listening.getsockname()[1])


@pytest.mark.parametrize(("sent", "every"), [(b"H", 0.05), (b"x" * 65536, 0.0), (b"X-Head: more\r\n", 0.0)])
def test_a_head_without_end_is_left_after_its_time_or_its_bytes(sent: bytes, every: float) -> None:
    stop = threading.Event()
    port, began = dripping(sent, every, stop), monotonic()
    what = asker(0.5).ask(f"http://127.0.0.1:{port}/").what
    stop.set()
    assert what in ("too-slow", "no-answer")
    assert monotonic() - began < 2


def test_a_port_where_nobody_listens_does_not_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert asker().ask(f"http://127.0.0.1:{port}/") == Answer("no-answer")


def test_a_host_that_is_no_host_is_said() -> None:
    assert asker().ask("http://nobody.invalid/") == Answer("no-host")


def test_a_certificate_that_nobody_vouches_for_is_said(tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("There is no openssl here to make a certificate with.")
    file = tmp_path / "own.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*made, "-keyout", file, "-out", tmp_path / "cert.pem"], check=True, capture_output=True)
    file.write_text(file.read_text() + (tmp_path / "cert.pem").read_text())
    with serving(str(file)) as secret:
        address = secret.address("/fine").replace("http:", "https:")
        assert asker().ask(address) == Answer("certificate")


@pytest.mark.parametrize(
    "address", ["ftp://example.org/", "javascript:alert(1)", "https://", "http://user:word@example.org/", "http://[::1"]
)
def test_what_is_no_web_address_is_never_asked(address: str) -> None:
    assert asker().ask(address) == Answer("not-web")


@pytest.mark.parametrize("port", [22, 25, 6379])
def test_only_ports_of_the_web_are_asked(port: int) -> None:
    assert asker(loopback=False).ask(f"http://127.0.0.1:{port}/") == Answer("not-web")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.0", "2130706433"]
)
def test_a_machine_that_is_not_public_is_never_asked(host: str) -> None:
    assert asker(loopback=False).ask(f"http://{host}/").what == "private"


def test_leave_to_ask_this_computer_is_no_leave_to_ask_its_neighbours() -> None:
    assert asker().ask("http://192.168.0.1/") == Answer("private")


@pytest.mark.parametrize(
    "number",
    [
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1",
        "fc00::1",
        "224.0.0.1",
        "100.64.0.1",
        "168.63.129.16",
    ],
)
def test_a_number_that_hides_a_private_one_is_not_public(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize("number", ["1.1.1.1", "8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_a_number_of_the_public_internet_is_public(number: str) -> None:
    assert is_public(ipaddress.ip_address(number))


def test_one_host_is_asked_one_question_at_a_time_with_a_pause_between() -> None:
    turns, during, most, began = Turns(0.05), [0], [0], monotonic()

    def ask() -> None:
        with turns.of("example.org"):
            during[0] += 1
            most[0] = max(most[0], during[0])
            during[0] -= 1

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert most == [1]
    assert monotonic() - began >= 0.15


def test_an_address_that_stands_twice_is_asked_once(server: Server) -> None:
    address = server.address("/fine")
    found: dict[str, Answer] = {}
    ask_all([address, address], asker().ask, found)
    assert found == {address: Answer(ANSWERS, 200)}
    assert len(server.asked) == 1


def test_what_was_learned_before_somebody_stops_it_is_kept_and_nobody_else_is_asked() -> None:
    found: dict[str, Answer] = {}
    asked: list[str] = []

    def ask(address: str) -> Answer:
        asked.append(address)
        sleep(0.02 if "fast" in address else 0.3)
        return Answer(ANSWERS, 200)

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    slow = [f"http://slow.org.uk/{number}" for number in range(50)]
    with pytest.raises(KeyboardInterrupt):
        ask_all([*slow, "http://fast.org.uk/"], ask, found, stop)
    assert found == {"http://fast.org.uk/": Answer(ANSWERS, 200)}
    assert len(asked) < 5


def test_what_is_left_of_a_host_that_takes_too_long_is_named_and_no_other_host_waits_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(asking_all, "PATIENCE", 0.25)

    def ask(address: str) -> Answer:
        sleep(0.1 if "slow" in address else 0)
        return Answer(ANSWERS, 200)

    slow = [f"http://slow.org.uk/{number:02}" for number in range(20)]
    fast = [f"http://fast.org.uk/{number:02}" for number in range(20)]
    found: dict[str, Answer] = {}
    left = ask_all([*slow, *fast], ask, found)
    assert 14 <= len(left) <= 19 and left == slow[20 - len(left) :]
    assert set(found) == {*slow, *fast} - set(left)


def test_what_was_learned_of_a_host_is_told_before_all_of_it_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking_all, "LOOK", 0.1)

    def ask(_: str) -> Answer:
        sleep(0.05)
        return Answer(ANSWERS, 200)

    told: list[int] = []
    found: dict[str, Answer] = {}
    ask_all([f"http://slow.org.uk/{number}" for number in range(20)], ask, found, told.append)
    assert len([each for each in told if each]) > 3
    assert sum(told) == len(found) == 20


def test_that_nobody_at_all_answers_is_a_fault_of_our_own_connection() -> None:
    dead = {f"http://{number}.example.org/": Answer("no-host") for number in range(3)}
    assert nobody_answers(dead)
    assert not nobody_answers(dead | {"http://a.example.org/": Answer("not-found", 404)})
    assert not nobody_answers({"http://a.example.org/": Answer("no-host")})
