"""Small git repositories with a history, made for tests; a computer without git skips them."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "A Volunteer",
    "GIT_AUTHOR_EMAIL": "volunteer@example.org",
    "GIT_COMMITTER_NAME": "A Volunteer",
    "GIT_COMMITTER_EMAIL": "volunteer@example.org",
}


def git(folder: Path, *words: str, at: datetime | None = None) -> str:
    """Runs git in a folder as nobody in particular; `at` is when a commit is made."""
    if shutil.which("git") is None:
        pytest.skip("Git is not installed on this computer.")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    when = {"GIT_AUTHOR_DATE": at.isoformat(), "GIT_COMMITTER_DATE": at.isoformat()} if at else {}
    done = subprocess.run(
        ["git", *words], cwd=folder, capture_output=True, text=True, check=True, env=kept | _ENVIRONMENT | when
    )
    return done.stdout


def begin(folder: Path) -> Path:
    """An empty repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def day(month: int, number: int, hour: int = 12) -> datetime:
    """A moment of 2026."""
    return datetime(2026, month, number, hour, tzinfo=UTC)


def commit(folder: Path, at: datetime, message: str = "Change something") -> str:
    """Commits everything as it stands, at a moment; the commit's name."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", message, at=at)
    return git(folder, "rev-parse", "HEAD").strip()
