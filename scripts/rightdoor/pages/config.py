"""What a site may say about itself under `plugins: rightdoor:` in `mkdocs.yml`."""

from mkdocs.config import base
from mkdocs.config import config_options as options


class SiteOptions(base.Config):
    """The options of the plugin; every one may be left out."""

    today = options.Type(str, default="")
    """The day to build for, as 2026-11-23: for tests and repeatable builds. Empty means the day of the build."""

    keep_going = options.Type(bool, default=False)
    """Whether `mkdocs build` leaves broken entries out, and says so on a page, instead of refusing to build."""

    repository = options.Type(str, default="")
    """The address of the repository that volunteers edit, such as https://github.com/example/northvale."""

    edit_folder = options.Type(str, default="edit/main")
    """What stands between the repository's address and the file in the address of its editor."""

    email = options.Type(str, default="")
    """Where whoever has no account at the repository's host may send corrections, such as directory@example.org."""

    whole_stylesheet = options.Type(bool, default=False)
    """Whether to serve all of the theme's stylesheet, also the rules that nothing in the rendered pages can use."""

    components = options.Type(bool, default=False)
    """Whether the site has a page of all its components in every state, for whoever changes how it looks."""

    picture = options.Type(str, default="")
    """Where in the site the picture lies that a shared link shows, as assets/images/social.png. It needs `site_url`."""

    home_area = options.Type(str, default="")
    """The id of the area that the home page is about; empty where the site is about several."""
