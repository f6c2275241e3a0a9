"""MkDocs events, each handed on: `mkdocs build` and `mkdocs serve` give the very site that `rightdoor build` gives."""

import shutil
import tempfile
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files

from rightdoor.pages import target, theme_setup
from rightdoor.pages.config import SiteOptions

log = get_plugin_logger(__name__)


class RightdoorPlugin(BasePlugin[SiteOptions]):
    """Renders the theme with MkDocs, then has the whole site published where MkDocs was told to build it."""

    _render_only = False
    _serving = False
    _aside: tempfile.TemporaryDirectory[str] | None = None
    _out = Path()

    def render_only(self) -> None:
        """Leaves the rendered theme where MkDocs puts it, and publishes nothing."""
        self._render_only = True

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers whether this is a preview."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Adds our templates, and has MkDocs build aside: it empties its folder before it can know how it will end."""
        theme_setup.set_up(config, self.config)
        if not self._render_only:
            self._out = Path(config.site_dir)
            self._aside = tempfile.TemporaryDirectory(prefix="rightdoor-")
            config.site_dir = self._aside.name
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds the shells and the prose that a site has not written itself; leaves out what we copy ourselves."""
        return theme_setup.choose_files(files, config)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keeps the blank lines of template blocks out of the pages."""
        env.trim_blocks = env.lstrip_blocks = True
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finishes the theme; then fills and publishes it."""
        theme_setup.finish(config, self.config)
        if not self._render_only:
            self._publish(config)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Has the preview watch the records too, and reload under our strict policy."""
        from rightdoor.pages.preview import allowing_reload

        server.watch(str(project_of(config) / "directory"))
        server.set_app(allowing_reload(server.serve_request))
        return server

    def on_shutdown(self) -> None:
        """Removes what a preview leaves beside its temporary site."""
        if self._serving:
            shutil.rmtree(target.Target(self._out).work, ignore_errors=True)

    def _publish(self, config: MkDocsConfig) -> None:
        from rightdoor.pages import publish

        try:
            report = publish.publish_theme(
                project_of(config),
                self._out,
                theme_setup.today(self.config.today),
                Path(config.site_dir),
                keep_going=self.config.keep_going,
            )
        except publish.BuildRefused as refusal:
            raise PluginError(str(refusal)) from refusal
        for problem in report.problems:
            log.log(30 if problem.level == "warning" else 40, theme_setup.said(problem))
        if not report.published:
            self._refuse(report.message)
        config.site_dir = str(self._out)

    def _refuse(self, message: str) -> None:
        """A preview goes on with the last good site; a build fails."""
        if not self._serving or not (self._out / "index.html").is_file():
            raise PluginError(message)
        log.error("%s The preview still shows the last good site.", message)


def project_of(config: MkDocsConfig) -> Path:
    """The folder that holds `mkdocs.yml`."""
    return Path(config.config_file_path).resolve().parent
