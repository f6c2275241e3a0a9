"""An area names a boundary whose file is not there.

`boundary` names a file of `directory/boundaries/`. There is none of that name. Perhaps it is misspelt, or was forgotten
when the area was sent.

Why this matters: the map of areas leaves the area out, and nobody sees why.

What to type: the name of the file, or save the boundary there: GeoJSON with longitude and latitude (WGS84). That of an
English council area is published by the Office for National Statistics; take the ultra-generalised one.

    boundary: {file: northvale.geojson, source: "Office for National Statistics, Open Government Licence v3.0."}
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in

CODE = "boundary-missing"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Areas with a boundary of which no ring was read, where the file is not said to be broken itself."""
    for area in directory.areas.values():
        named = area.boundary
        if named and not named.rings and ("boundary", named.file) not in context.broken:
            said = f"There is no file directory/boundaries/{named.file}."
            tip = "Save the boundary there as GeoJSON, or delete this field."
            yield problem_in(context, area.file, ("boundary", "file"), CODE, LEVEL, said, tip)
