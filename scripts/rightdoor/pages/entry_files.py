"""Every service's own file among the data of the site: whoever corrects an entry begins with it, comments and all."""

from collections.abc import Iterable
from pathlib import Path

from rightdoor.pages.page import DataFile, Kind
from rightdoor.pages.view import View


def kind(root: Path) -> Kind:
    """The files of the services of the project at `root`, byte for byte."""

    def file(view: View, key: str) -> DataFile:
        return DataFile(f"data/entries/{key}.yaml", (root / view.directory.services[key].file).read_bytes())

    return Kind("entry-file", _keys, file)


def _keys(view: View) -> Iterable[str]:
    return view.whole.services
