"""A real entry names a fictional one.

A real service refers to a fictional service or is run by a fictional organization, or a real area names a fictional
service or lies within a fictional area. Fictional entries may name real ones, such as crisis lines. Stories and
the list of closed services are left out, because they do not say which kind they are.

Why this matters: fictional entries show how the directory works. A patient who is sent to one finds nobody there.

What to type: the id of a real record, or nothing.

    refer_to: [samaritans]
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in
from rightdoor.records.checks.made_up_detail import is_fictional_area
from rightdoor.records.checks.references import TOMBSTONES, references

CODE = "real-names-fictional"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """References from what is real to what is made up."""
    made_up = {
        "service": {each.id for each in directory.services.values() if each.fictional},
        "organization": {each.id for each in directory.organizations.values() if each.fictional},
        "area": {each for each in directory.areas if is_fictional_area(directory, each)},
    }
    fictional_files = {
        *(each.file for each in directory.services.values() if each.fictional),
        *(each.file for each in directory.organizations.values() if each.fictional),
        *(directory.areas[each].file for each in made_up["area"]),
        *(each.file for each in directory.vignettes.values()),
        TOMBSTONES,
    }
    for each in references(directory, context):
        of_report = each.path[:1] == ("refusals",) and each.owner in made_up["service"]
        if each.file in fictional_files or of_report:
            continue
        for index, id in enumerate(each.ids):
            if id in made_up[each.kind]:
                message = f"This entry is real, but the {each.kind} {id} is fictional."
                tip = f"Name a real {each.kind}."
                yield problem_in(context, each.file, each.place(index), CODE, LEVEL, message, tip)
