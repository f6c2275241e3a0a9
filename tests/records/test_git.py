"""Git is asked so that nothing of the repository that is asked about can run."""

import os
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from histories import begin, commit, day, git
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.records import git as asking
from rightdoor.records.at_revision import found_of, load_at
from rightdoor.records.git import GitUnable, ask, blobs, commit_of
from rightdoor.records.versions import versions
from small_project import SERVICE, service, small_project

TODAY = date(2026, 11, 23)
PROGRAMS = (
    "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.gitProxy", "core.askPass", "diff.external",
    "diff.trap.textconv", "diff.trap.command", "filter.trap.smudge", "filter.trap.clean", "filter.trap.process",
    "gpg.program", "gpg.ssh.program", "credential.helper", "sequence.editor", "pager.log", "uploadpack.packObjectsHook",
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = begin(tmp_path / "project")
    small_project(root)
    commit(root, day(10, 1))
    (root / SERVICE).write_text(service(intake="paused"))
    commit(root, day(10, 2))
    return root


def sign(project: Path, beside: Path) -> None:
    """Puts what looks like a signature into the last commit, so that git would ask a program about it."""
    raw = git(project, "cat-file", "commit", "HEAD")
    head, _, message = raw.partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQEz\n -----END PGP SIGNATURE-----"
    (beside / "commit").write_text(f"{head}\n{signature}\n\n{message}")
    name = git(project, "hash-object", "-t", "commit", "-w", str(beside / "commit")).strip()
    git(project, "update-ref", "HEAD", name)


def test_no_program_that_a_repository_names_is_run(project: Path, tmp_path: Path) -> None:
    marker = tmp_path / "it-ran"
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {marker}\n")
    trap.chmod(0o755)
    sign(project, tmp_path)
    for name in PROGRAMS:
        git(project, "config", name, str(trap))
    git(project, "config", "log.showSignature", "true")
    git(project, "config", "core.hooksPath", str(tmp_path / "hooks"))
    (project / ".gitattributes").write_text("*.yaml diff=trap filter=trap\n")
    (tmp_path / "hooks").mkdir()
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman"):
        (tmp_path / "hooks" / hook).symlink_to(trap)
    assert load_at(project, "HEAD~1").unread == ()
    assert versions(project, Directory(Grammar({})), TODAY).lacking == ""
    assert not marker.exists()


@pytest.mark.parametrize("old_git", [False, True])
def test_what_a_repository_lacks_is_fetched_from_nowhere(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old_git: bool
) -> None:
    """A repository can say that a program fetches what is missing; an old git does not know that it must not."""
    if old_git:
        monkeypatch.delitem(asking._ENVIRONMENT, "GIT_NO_LAZY_FETCH")
    blob = git(project, "rev-parse", f"HEAD:{SERVICE}").strip()
    (project / ".git/objects" / blob[:2] / blob[2:]).unlink()
    marker = tmp_path / "it-ran"
    promises = {
        "core.repositoryformatversion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::touch {marker}",
        "protocol.ext.allow": "always",
    }
    for name, value in promises.items():
        git(project, "config", name, value)
    try:
        assert blobs(project, [blob], 10_000) == {}
    except GitUnable as fault:
        assert "not allowed" in str(fault)
    assert not marker.exists()


def test_where_git_is_sent_elsewhere_by_the_surroundings_it_does_not_go(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inside a hook git sets GIT_DIR and GIT_INDEX_FILE, which speak of another repository."""
    expected = commit_of(project, "HEAD")
    other = begin(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert commit_of(project, "HEAD") == expected


def test_a_question_that_takes_too_long_is_given_up(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(asking, "SECONDS", 0.2)
    with pytest.raises(GitUnable, match="no answer"):
        ask(project, "rev-parse", "HEAD")


def test_an_answer_that_is_too_long_is_given_up(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "LONGEST", 10)
    with pytest.raises(GitUnable, match="too long"):
        ask(project, "rev-parse", "HEAD")


def test_no_thread_is_left_that_would_keep_a_build_from_forking(project: Path) -> None:
    before = threading.active_count()
    ask(project, "rev-parse", "HEAD")
    assert threading.active_count() == before


def test_only_files_of_the_right_size_are_read(project: Path) -> None:
    entry = git(project, "rev-parse", f"HEAD:{SERVICE}").strip()
    tree = git(project, "rev-parse", "HEAD:directory").strip()
    assert list(blobs(project, [entry, tree, "0" * 40], 10_000)) == [entry]
    assert blobs(project, [entry], 10) == {}


def test_a_version_is_read_as_it_stood(project: Path) -> None:
    assert load_at(project, "HEAD").directory.services["valeland-line"].intake == "paused"
    assert load_at(project, "HEAD~1").directory.services["valeland-line"].intake == "open"


def test_what_is_no_ordinary_sound_file_in_a_version_is_passed_over_and_named(project: Path, tmp_path: Path) -> None:
    folder = project / "directory/services/national"
    (tmp_path / "secret").write_text(service(name="Secret"))
    (folder / "a-link.yaml").symlink_to(tmp_path / "secret")
    (folder / "broken.yaml").write_text("name: [x\n")
    (folder / "huge.yaml").write_text(service(name="Huge") + "# " + "x" * 70_000 + "\n")
    (folder / "Wrong Name.yaml").write_text(service(name="Wrong"))
    (project / "directory/services" / "stray.yaml").write_text(service(name="Stray"))
    commit(project, day(10, 3))
    stood = load_at(project, "HEAD")
    assert set(stood.directory.services) == {"valeland-line"}
    assert [each.id for each in stood.unread] == ["a-link", "broken", "huge"]


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("directory/services/northvale/a-team.yaml", "service"),
        ("directory/organizations/trust.yaml", "organization"),
        ("directory/areas/vale.yaml", "area"),
        ("directory/vignettes/story.yaml", "vignette"),
        ("directory/tombstones.yaml", "tombstones"),
        ("directory/refusals/2026/northvale.yaml", "refusals"),
        ("directory/services/northvale/../../x.yaml", None),
        ("directory/services/a-team.yaml", None),
        ("directory/services/x/y/z.yaml", None),
        ("directory/services/northvale/A-Team.yaml", None),
        ("directory/other.yaml", None),
        ("directory", None),
        ("elsewhere/services/x/y.yaml", None),
        ("", None),
    ],
)
def test_a_record_is_known_by_its_path(file: str, kind: str | None) -> None:
    found = found_of(file)
    assert (found.kind if found else None) == kind
