"""A small project and what is imported into it, for tests of importing."""

from datetime import date
from pathlib import Path
from typing import Any

from rightdoor.model.draft import Delivery
from rightdoor.records.edits import write_edits
from rightdoor.records.imported import Imported
from rightdoor.records.imports import merge
from rightdoor.records.imports_record import Origin

TODAY = date(2026, 11, 23)


def area_of(root: Path) -> str:
    return next((root / "directory/areas").glob("*.yaml")).stem


def looked_at(root: Path, given: Delivery, today: date = TODAY, **more: Any) -> Imported:
    return merge(
        root, given, Origin("feed", area_of(root), "Open Referral UK 3.0", "https://example.org"), today, **more
    )


def brought_in(root: Path, given: Delivery, today: date = TODAY, **more: Any) -> Imported:
    done = looked_at(root, given, today, **more)
    write_edits(root, done.edits)
    return done


def entry(root: Path, id: str = "vale-group-1") -> Path:
    return root / "directory/services" / area_of(root) / f"{id}.yaml"


def edit(root: Path, old: str, new: str, id: str = "vale-group-1") -> None:
    place = entry(root, id)
    assert old in place.read_text("utf-8")
    place.write_text(place.read_text("utf-8").replace(old, new), "utf-8")


def everything(root: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in sorted((root / "directory").rglob("*")) if each.is_file()}
