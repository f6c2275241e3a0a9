"""The two packages that could fetch data do their work here without a network."""

import subprocess
import sys
import textwrap

WITHOUT_A_NETWORK = """
import socket

def refuse(*arguments, **named):
    raise SystemExit("A connection was tried.")

socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
"""


def run_without_a_network(program: str, home: object) -> str:
    source = WITHOUT_A_NETWORK + textwrap.dedent(program)
    command = [sys.executable, "-I", "-c", source]
    done = subprocess.run(command, capture_output=True, text=True, env={"HOME": str(home)}, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_postcodes_are_known_without_a_network(tmp_path):
    program = """
    from uk_postcodes_parsing import parse
    print(*(parse(text, attempt_fix=False).is_in_ons_postcode_directory for text in ("SW1A 1AA", "BT1 5GS", "NV1 1AA")))
    """
    assert run_without_a_network(program, tmp_path).split() == ["True", "True", "False"]
    assert list(tmp_path.iterdir()) == []


def test_opening_hours_know_the_holidays_without_a_network(tmp_path):
    program = """
    from datetime import datetime
    from opening_hours import OpeningHours
    hours = OpeningHours("Mo-Fr 09:00-17:00; PH off", country="GB")
    print(hours.is_open(datetime(2026, 12, 24, 10)), hours.is_open(datetime(2026, 12, 25, 10)))
    """
    assert run_without_a_network(program, tmp_path).split() == ["True", "False"]
