"""`rightdoor guard`: whether only ordinary files of the right name, mode and size lie below `directory/`."""

import html
from pathlib import Path

import click

from rightdoor.cli.check import append_job_summary
from rightdoor.records import report
from rightdoor.records.git import GitUnable, commit_of
from rightdoor.records.git_tree import changed_elsewhere, items_of, lay_out
from rightdoor.records.tree import elsewhere, items_in
from rightdoor.records.tree import guard as judge


@click.command()
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="[ROOT]")
@click.option("--revision", metavar="REV", help="Look at this commit of ROOT, a git repository, and not at its files.")
@click.option("--into", metavar="FOLDER", type=click.Path(path_type=Path), help="Write what is sound there.")
@click.option("--base", metavar="REV", help="Also say what changed outside directory/ since this commit.")
@click.option("--base-into", metavar="FOLDER", type=click.Path(path_type=Path), help="Write the base's files there.")
@click.option("--format", "form", type=click.Choice(tuple(report.FORMATS)), default="text", help="How to say it.")
@click.pass_context
def guard(
    context: click.Context,
    root: Path,
    revision: str | None,
    into: Path | None,
    base: str | None,
    base_into: Path | None,
    form: str,
) -> None:
    """Refuse whatever is no ordinary file of the right name, mode and size below directory/.

    With --revision the files of a commit are judged in git's own store; nothing of them is checked out or followed.
    """
    if revision is None and (into or base or base_into):
        raise click.UsageError("--into, --base and --base-into need --revision.")
    try:
        commit = commit_of(root, revision) if revision else ""
        found = judge(items_of(root, commit) if commit else items_in(root))
        if into:
            lay_out(root, found.kept, _new(into))
        if base:
            _say_base(root, commit, commit_of(root, base), base_into, form)
    except GitUnable as fault:
        raise click.ClickException(str(fault)) from None
    findings = report.Findings(found.problems, len(found.kept) + len(found.problems))
    click.echo(report.FORMATS[form](findings))
    if form == "github" and findings.problems:
        append_job_summary(report.as_job_summary(findings, "Files that are not taken"))
    context.exit(1 if findings.problems else 0)


def _say_base(root: Path, commit: str, base: str, into: Path | None, form: str) -> None:
    if into:
        lay_out(root, judge(items_of(root, base)).kept, _new(into))
    if said := elsewhere(changed_elsewhere(root, base, commit)):
        click.echo(said, err=True)
        if form == "github":
            append_job_summary(f"<p>{html.escape(said)}</p>\n\n")


def _new(folder: Path) -> Path:
    """A folder to write into; one that holds something is refused."""
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty.")
    (folder / "directory").mkdir(parents=True, exist_ok=True)
    return folder
