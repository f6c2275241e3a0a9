"""Where a reader goes to change something: addresses on the host of the repository, and of this site's own form.

Hosts differ in one word only: GitHub has `edit/main/<file>` and `new/main/<folder>`, GitLab `-/edit/main/<file>` and
`-/new/main/<folder>` (both read on 23 November 2026). `edit_folder` in `mkdocs.yml` says which.
"""

from typing import Protocol
from urllib.parse import quote, urlencode

FORM = "contribute/add/"
"""The page with the form."""


class Host(Protocol):
    """What is known of the place where volunteers change the directory; a `Site` and a view's `Settings` are such."""

    @property
    def repository(self) -> str:
        """The address of the repository, or ""."""

    @property
    def edit_folder(self) -> str:
        """What stands between the address and a file in the editor's address."""

    @property
    def email(self) -> str:
        """Where corrections may be sent by e-mail, or ""."""


def hosted(host: Host) -> bool:
    """Whether the site names a repository that a browser may be sent to."""
    return host.repository.startswith(("https://", "http://"))


def edit_address(host: Host, file: str) -> str:
    """The host's editor with a file in it; "" where the site names no repository."""
    return _below(host, host.edit_folder, file)


def new_address(host: Host) -> str:
    """The host's page for a new file, to which the folder may be added; "" where the site names no repository."""
    folder = host.edit_folder.strip("/")
    return _below(host, "/".join("new" if part == "edit" else part for part in folder.split("/")))


def issue_address(host: Host, template: str, **fields: str) -> str:
    """An issue form of the host, with some of its fields filled; "" where the site names no repository.

    `template` is the name of the form's file, such as `refused.yml`.
    """
    address = _below(host, "issues/new")
    return f"{address}?{urlencode({'template': template, **fields}, quote_via=quote)}" if address else ""


def mail_address(email: str, subject: str) -> str:
    """A letter to an address, with its subject; "" where there is no address."""
    return f"mailto:{quote(email, safe='@')}?subject={quote(subject)}" if email else ""


def _below(host: Host, *parts: str) -> str:
    if not hosted(host):
        return ""
    return "/".join((host.repository.rstrip("/"), *(quote(part.strip("/")) for part in parts)))
